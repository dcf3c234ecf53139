package dev.muster.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.scenario.Criterion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a file of messages: {@code {"id", "context", "text"}}, and, if it is labelled, {@code "shows"}: the criteria that
 * are present, each with the words that show it. What else stands in the line (channel, author) is not looked at.
 *
 * @param context possibly blank
 * @param shows empty if the line has no labels
 */
public record WrittenMessage(String id, String context, String text, Optional<Map<Criterion, List<String>>> shows) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws IllegalArgumentException that says what was expected and what was found */
    public static WrittenMessage parse(String line) {
        var json = tree(line);
        return new WrittenMessage(
                text(json, "id"), context(json.path("context")), text(json, "text"), shows(json.path("shows")));
    }

    private static JsonNode tree(String line) {
        try {
            var json = JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
            throw new IllegalArgumentException("expected an object {\"id\", \"context\", \"text\"}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("expected a text as \"%s\"".formatted(field));
        }
        return value.textValue();
    }

    private static String context(JsonNode context) {
        if (context.isMissingNode() || context.isNull()) {
            return "";
        }
        if (!context.isTextual()) {
            throw new IllegalArgumentException("expected a text as \"context\", or none");
        }
        return context.textValue();
    }

    private static Optional<Map<Criterion, List<String>>> shows(JsonNode shows) {
        if (shows.isMissingNode()) {
            return Optional.empty();
        }
        if (!shows.isObject()) {
            throw new IllegalArgumentException("\"shows\": expected {criterion: [words]}");
        }
        var labels = new EnumMap<Criterion, List<String>>(Criterion.class);
        shows.properties().forEach(entry -> labels.put(criterion(entry.getKey()), words(entry.getValue())));
        return Optional.of(labels);
    }

    private static Criterion criterion(String label) {
        return Arrays.stream(Criterion.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"shows\": expected one of %s, found \"%s\""
                        .formatted(
                                Arrays.stream(Criterion.values())
                                        .map(Criterion::label)
                                        .toList(),
                                label)));
    }

    private static List<String> words(JsonNode words) {
        if (!words.isArray() || !words.valueStream().allMatch(JsonNode::isTextual)) {
            throw new IllegalArgumentException(
                    "\"shows\": expected a list of words for each criterion, found " + words);
        }
        return words.valueStream().map(JsonNode::textValue).toList();
    }
}
