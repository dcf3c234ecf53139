package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes a JSON object key by key. What is absent or empty is left out; sets come in a fixed order, so that equal values
 * have equal forms.
 */
final class FieldWriter {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    static FieldWriter of(String key, String text) {
        return new FieldWriter().put(key, text);
    }

    static FieldWriter empty() {
        return new FieldWriter();
    }

    ObjectNode node() {
        return node;
    }

    FieldWriter put(String key, String text) {
        node.put(key, text);
        return this;
    }

    /** Text that may be left out; without it, it is read as empty. */
    FieldWriter putUnlessEmpty(String key, String text) {
        return text.isEmpty() ? this : put(key, text);
    }

    FieldWriter put(String key, int number) {
        node.put(key, number);
        return this;
    }

    FieldWriter put(String key, double number) {
        node.put(key, number);
        return this;
    }

    FieldWriter put(String key, Duration duration) {
        return put(key, duration.toString());
    }

    FieldWriter put(String key, JsonNode value) {
        node.set(key, value);
        return this;
    }

    <T> FieldWriter put(String key, Optional<T> value, Function<T, JsonNode> writing) {
        value.map(writing).ifPresent(written -> node.set(key, written));
        return this;
    }

    FieldWriter putText(String key, Optional<String> text) {
        text.ifPresent(present -> put(key, present));
        return this;
    }

    FieldWriter putDuration(String key, Optional<Duration> duration) {
        duration.ifPresent(present -> put(key, present));
        return this;
    }

    /** Written only where it is true: false is what every flag defaults to. */
    FieldWriter flag(String key, boolean flag) {
        if (flag) {
            node.put(key, true);
        }
        return this;
    }

    <E extends Enum<E>> FieldWriter put(String key, E constant, Labels<E> labels) {
        return put(key, labels.label().apply(constant));
    }

    <E extends Enum<E>> FieldWriter put(String key, Optional<E> constant, Labels<E> labels) {
        constant.ifPresent(present -> put(key, present, labels));
        return this;
    }

    FieldWriter texts(String key, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(node.putArray(key)::add);
        }
        return this;
    }

    FieldWriter texts(String key, Set<String> texts) {
        return texts(key, texts.stream().sorted().toList());
    }

    FieldWriter textsByName(String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            var object = node.putObject(key);
            texts.forEach(object::put);
        }
        return this;
    }

    <T> FieldWriter objectsByName(
            String key, Collection<T> values, Function<T, String> name, Function<T, JsonNode> writing) {
        if (!values.isEmpty()) {
            var object = node.putObject(key);
            values.forEach(value -> object.set(name.apply(value), writing.apply(value)));
        }
        return this;
    }

    <E extends Enum<E>> FieldWriter labels(String key, List<E> constants, Labels<E> labels) {
        return texts(key, constants.stream().map(labels.label()).toList());
    }

    <E extends Enum<E>> FieldWriter labels(String key, Set<E> constants, Labels<E> labels) {
        return labels(key, constants.stream().sorted().toList(), labels);
    }

    <T> FieldWriter objects(String key, Collection<T> values, Function<T, ? extends JsonNode> writing) {
        if (!values.isEmpty()) {
            values.stream().map(writing).forEach(node.putArray(key)::add);
        }
        return this;
    }
}
