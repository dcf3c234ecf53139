package dev.muster.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One function of the template, called as Lambda calls it: JSON in, JSON out, by the serializers of Lambda's own
 * runtime, within the template's timeout.
 *
 * <p>One instance serves every call, also at the same time, where Lambda would start a second one: handlers keep no
 * state between calls, so that this shows more races, not fewer.
 */
final class HostedFunction {

    /** The function failed: it threw, or it ran out of time. */
    static final class FunctionFailed extends Exception {

        private static final long serialVersionUID = 1L;

        FunctionFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Stack.Function function;
    private final Object handler;
    private final Method method;
    private final PojoSerializer<Object> input;
    private final PojoSerializer<Object> output;
    private final ExecutorService threads;

    private HostedFunction(Stack.Function function, Object handler, Method method, ExecutorService threads) {
        this.function = function;
        this.handler = handler;
        this.method = method;
        this.threads = threads;
        this.input =
                serializer(method.getParameterTypes()[0], handler.getClass().getClassLoader());
        this.output = serializer(method.getReturnType(), handler.getClass().getClassLoader());
    }

    /**
     * Loads the class that the template names and builds it with its environment.
     *
     * @param environment the whole environment, endpoints included
     * @throws TemplateException where there is no such class, constructor or method
     */
    static HostedFunction start(
            Template template,
            Stack.Function function,
            Map<String, String> environment,
            ClassLoader classes,
            ExecutorService threads) {
        try {
            var type = Class.forName(function.handlerClass(), true, classes);
            var method = handlerMethod(template, function, type);
            return new HostedFunction(
                    function, type.getConstructor(Map.class).newInstance(environment), method, threads);
        } catch (ClassNotFoundException e) {
            throw template.error(
                    function.at(), function.logicalId() + ": there is no class " + function.handlerClass());
        } catch (NoSuchMethodException e) {
            throw template.error(
                    function.at(),
                    function.logicalId() + ": " + function.handlerClass()
                            + " has no public constructor (Map<String, String> environment)");
        } catch (InvocationTargetException e) {
            throw refused(template, function, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw refused(template, function, e);
        }
    }

    Stack.Function definition() {
        return function;
    }

    /**
     * Calls the function and waits for its answer.
     *
     * @param event JSON
     * @return JSON; {@code null} as text where the handler returns nothing
     */
    byte[] call(byte[] event, String requestId) throws FunctionFailed, InterruptedException {
        var context = new LocalContext(function, requestId);
        var answer = threads.submit(() -> handle(event, context));
        try {
            return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FunctionFailed(
                    function.logicalId() + " timed out after " + seconds(function.timeout()) + " s", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof InvocationTargetException thrown ? thrown.getCause() : e.getCause();
            throw new FunctionFailed(function.logicalId() + " failed: " + cause, cause);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private byte[] handle(byte[] event, Context context) throws Exception {
        var argument = input.fromJson(new ByteArrayInputStream(event));
        var result = method.getParameterCount() == 2
                ? method.invoke(handler, argument, context)
                : method.invoke(handler, argument);
        var json = new ByteArrayOutputStream();
        output.toJson(result, json);
        return json.toByteArray();
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static TemplateException refused(Template template, Stack.Function function, Throwable cause) {
        var error = template.error(function.at(), function.logicalId() + " does not start: " + cause);
        error.initCause(cause);
        return error;
    }

    private static Method handlerMethod(Template template, Stack.Function function, Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(function.handlerMethod()))
                .filter(method -> !method.isBridge())
                .filter(HostedFunction::takesEvent)
                .findFirst()
                .orElseThrow(() -> template.error(
                        function.at(),
                        function.logicalId() + ": " + function.handlerClass() + " has no public method "
                                + function.handlerMethod() + "(event, Context)"));
    }

    private static boolean takesEvent(Method method) {
        var types = method.getParameterTypes();
        return types.length == 1 || types.length == 2 && types[1] == Context.class;
    }

    /** The serializer that the Java runtime of Lambda picks for a type. */
    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Class<?> type, ClassLoader classes) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor((Class<Object>) type, classes)
                : JacksonFactory.getInstance().getSerializer((Class<Object>) type);
    }
}
