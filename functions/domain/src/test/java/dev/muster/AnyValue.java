package dev.muster;

import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of any record, whatever it is made of: a new record needs no new generator. */
public final class AnyValue {

    private AnyValue() {}

    public static <T> Arbitrary<T> of(Class<T> type) {
        return any(type).map(type::cast);
    }

    /** The records of a sealed family. */
    public static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(AnyValue::records)
                : Stream.of(family);
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<Object> any(Type type) {
        return (Arbitrary<Object>)
                (type instanceof ParameterizedType generic ? generic(generic) : raw((Class<?>) type));
    }

    private static Arbitrary<?> generic(ParameterizedType type) {
        var of = type.getActualTypeArguments();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "Optional" -> any(of[0]).optional();
            case "List" -> any(of[0]).list().ofMaxSize(3);
            case "Set" -> any(of[0]).set().ofMaxSize(3);
            case "Map" -> Arbitraries.maps(any(of[0]), any(of[1])).ofMaxSize(3);
            default -> throw new IllegalArgumentException("cannot make any " + type);
        };
    }

    private static Arbitrary<?> raw(Class<?> type) {
        if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        if (type == Inject.class) {
            return ArbitraryScripts.anyInject();
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return Arbitraries.oneOf(records(type).map(AnyValue::any).toList());
        }
        return switch (type.getSimpleName()) {
            case "String" -> Arbitraries.strings().ofMaxLength(12);
            case "boolean", "Boolean" -> Arbitraries.of(true, false);
            case "int", "Integer" -> Arbitraries.integers();
            case "long", "Long" -> Arbitraries.longs();
            case "double", "Double" -> Arbitraries.doubles();
            case "Duration" ->
                Arbitraries.longs().between(-1_000_000, 1_000_000_000).map(Duration::ofMillis);
            case "LocalTime" ->
                Arbitraries.integers().between(0, 1_439).map(minute -> LocalTime.of(minute / 60, minute % 60));
            case "Instant" -> Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
            default -> throw new IllegalArgumentException("cannot make any " + type);
        };
    }

    private static Arbitrary<Object> record(Class<?> type) {
        var components = Arrays.asList(type.getRecordComponents());
        var parts = components.stream().map(part -> any(part.getGenericType())).toList();
        return parts.isEmpty()
                ? Arbitraries.create(() -> make(type, List.of()))
                : Combinators.combine(parts).as(values -> make(type, values));
    }

    private static Object make(Class<?> type, List<Object> values) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make any " + type, e);
        }
    }
}
