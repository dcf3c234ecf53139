package dev.muster.drill.port;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store between which and its users somebody stands: who may fail, wait for others, or answer otherwise. */
public final class Interposed {

    private Interposed() {}

    public interface Somebody {
        Object on(String method, Call call);
    }

    /** The call that is under way. */
    public record Call(DrillStore store, Method method, Object[] arguments) {

        public Object proceed() {
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        public String argument(int at) {
            return (String) arguments[at];
        }
    }

    public static DrillStore in(DrillStore store, Somebody somebody) {
        return (DrillStore) Proxy.newProxyInstance(
                DrillStore.class.getClassLoader(),
                new Class<?>[] {DrillStore.class},
                (proxy, method, arguments) -> somebody.on(method.getName(), new Call(store, method, arguments)));
    }
}
