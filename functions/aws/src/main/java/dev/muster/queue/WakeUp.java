package dev.muster.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a message of the queues says: look whether this is due. The due item in the table is the truth.
 *
 * @param due the key of the due item
 * @param at when it was due as the sender knew, in milliseconds: a hint, possibly missing
 */
public record WakeUp(String drill, String due, Optional<Instant> at) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED =
            "expected a wake-up like {\"drill\":\"d-1\",\"due\":\"inject#soc-alert\",\"at\":1790000000000}, found ";
    private static final Set<String> FIELDS = Set.of("drill", "due", "at");

    public static WakeUp of(DueItem item) {
        return new WakeUp(item.drill(), item.key(), item.wakeAt());
    }

    /** @throws IllegalArgumentException if the body is no wake-up, or names nothing that falls due */
    public static WakeUp parse(String body) {
        var json = tree(body);
        var unknown = new TreeSet<String>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + "also " + unknown);
        }
        var due = text(json, "due");
        if (Due.parse(due).isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + "the due key '" + due + "'");
        }
        return new WakeUp(text(json, "drill"), due, at(json));
    }

    public String body() {
        var json = JsonNodeFactory.instance.objectNode().put("drill", drill).put("due", due);
        at.ifPresent(hint -> json.put("at", hint.toEpochMilli()));
        return json.toString();
    }

    private static JsonNode tree(String body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(EXPECTED + "'" + body + "'", e);
        }
        throw new IllegalArgumentException(EXPECTED + "'" + body + "'");
    }

    private static String text(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(EXPECTED + (value.isMissingNode() ? "no " : "a strange ") + field);
        }
        return value.textValue();
    }

    private static Optional<Instant> at(JsonNode json) {
        var value = json.path("at");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException(EXPECTED + "a strange at");
        }
        return Optional.of(Instant.ofEpochMilli(value.longValue()));
    }
}
