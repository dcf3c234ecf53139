package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.ScenarioClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads a JSON object key by key and knows where in the document it is. Whatever is not as expected throws {@link
 * Unreadable}; a key with the value null counts as absent.
 */
final class FieldReader {

    private final JsonNode node;
    private final Pointer at;

    private FieldReader(JsonNode node, Pointer at) {
        this.node = node;
        this.at = at;
        if (!node.isObject()) {
            throw new Unreadable(at, "expected keys and values, found " + kindOf(node));
        }
    }

    static FieldReader of(JsonNode root) {
        return new FieldReader(root, Pointer.ROOT);
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String text(String key) {
        return text(demanded(key), at.to(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    Optional<String> optionalText(String key) {
        return optional(key, this::text);
    }

    List<String> texts(String key) {
        return each(key, FieldReader::text);
    }

    /** Texts of which each may come once only. */
    Set<String> textSet(String key) {
        return new LinkedHashSet<>(texts(key));
    }

    /** Texts by name, in their order. */
    Map<String, String> textsByName(String key) {
        var texts = new LinkedHashMap<String, String>();
        optionalObject(key).ifPresent(object -> object.names().forEach(name -> texts.put(name, object.text(name))));
        return texts;
    }

    /** Objects by name, in their order. */
    <T> List<T> objectsByName(String key, BiFunction<String, FieldReader, T> reading) {
        return optionalObject(key)
                .map(object -> object.names().stream()
                        .map(name -> reading.apply(name, object.object(name)))
                        .toList())
                .orElse(List.of());
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    int integer(String key) {
        var value = demanded(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw unexpected(at.to(key), "a whole number", value);
        }
        return value.intValue();
    }

    double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        var value = node.get(key);
        if (!value.isNumber()) {
            throw unexpected(at.to(key), "a number", value);
        }
        return value.doubleValue();
    }

    boolean flag(String key) {
        var value = node.path(key);
        if (has(key) && !value.isBoolean()) {
            throw unexpected(at.to(key), "true or false", value);
        }
        return value.booleanValue();
    }

    Duration duration(String key) {
        return parsed(key, Duration::parse, Wording::notADuration);
    }

    Duration duration(String key, Duration otherwise) {
        return has(key) ? duration(key) : otherwise;
    }

    Optional<Duration> optionalDuration(String key) {
        return optional(key, this::duration);
    }

    /**
     * A drill time: a duration ({@code PT5M}), hours and minutes after StartEx ({@code +00:05}), or what the scenario's own
     * clock shows ({@code 09:30}, or {@code D+3 10:15} for the third day after).
     *
     * @param clock the scenario's own clock, if it has one
     */
    Duration drillTime(String key, Optional<ScenarioClock> clock) {
        var text = text(key);
        try {
            return DrillTime.parse(text, clock);
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable(key, e.getMessage());
        }
    }

    Optional<LocalTime> optionalTimeOfDay(String key) {
        return optional(
                key,
                present -> parsed(
                        present, LocalTime::parse, found -> "not a time of day: \"%s\"; write for example \"09:00\""
                                .formatted(found)));
    }

    LocalDate date(String key) {
        return parsed(
                key, LocalDate::parse, found -> "not a date: \"%s\"; write for example 2026-09-01".formatted(found));
    }

    ZoneId zone(String key) {
        return parsed(
                key, ZoneId::of, found -> "not a time zone: \"%s\"; write for example Europe/Berlin".formatted(found));
    }

    <E extends Enum<E>> E one(String key, Labels<E> labels) {
        return labelled(demanded(key), at.to(key), labels);
    }

    <E extends Enum<E>> E one(String key, Labels<E> labels, E otherwise) {
        return has(key) ? one(key, labels) : otherwise;
    }

    <E extends Enum<E>> Optional<E> optionalOne(String key, Labels<E> labels) {
        return optional(key, present -> one(present, labels));
    }

    <E extends Enum<E>> List<E> some(String key, Labels<E> labels) {
        return each(key, (value, place) -> labelled(value, place, labels));
    }

    <E extends Enum<E>> Set<E> set(String key, Labels<E> labels) {
        return new LinkedHashSet<>(some(key, labels));
    }

    FieldReader object(String key) {
        return new FieldReader(demanded(key), at.to(key));
    }

    Optional<FieldReader> optionalObject(String key) {
        return optional(key, this::object);
    }

    <T> List<T> objects(String key, Function<FieldReader, T> reading) {
        return each(key, (value, place) -> reading.apply(new FieldReader(value, place)));
    }

    /** A complaint about the value of the key, or about the lack of one. */
    Unreadable unreadable(String key, String message) {
        return new Unreadable(at.to(key), message);
    }

    /** A complaint about the object as a whole. */
    Unreadable unreadable(String message) {
        return new Unreadable(at, message);
    }

    private JsonNode demanded(String key) {
        if (!has(key)) {
            throw unreadable("key \"%s\" is missing".formatted(key));
        }
        return node.get(key);
    }

    private <T> Optional<T> optional(String key, Function<String, T> reading) {
        return has(key) ? Optional.of(reading.apply(key)) : Optional.empty();
    }

    private <T> T parsed(String key, Function<String, T> parsing, Function<String, String> complaint) {
        var text = text(key);
        try {
            return parsing.apply(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable(key, complaint.apply(text));
        }
    }

    private <T> List<T> each(String key, BiFunction<JsonNode, Pointer, T> reading) {
        if (!has(key)) {
            return List.of();
        }
        var array = node.get(key);
        if (!array.isArray()) {
            throw unexpected(at.to(key), "a list", array);
        }
        var values = new ArrayList<T>();
        for (var value : array) {
            values.add(reading.apply(value, at.to(key).to(values.size())));
        }
        return values;
    }

    private static String text(JsonNode value, Pointer place) {
        if (!value.isTextual()) {
            throw unexpected(place, "text", value);
        }
        return value.textValue();
    }

    private static <E extends Enum<E>> E labelled(JsonNode value, Pointer place, Labels<E> labels) {
        var text = text(value, place);
        return labels.find(text)
                .orElseThrow(() -> new Unreadable(place, Wording.notOneOf(labels.what(), text, labels.all())));
    }

    private static Unreadable unexpected(Pointer place, String what, JsonNode found) {
        return new Unreadable(place, "expected %s, found %s".formatted(what, kindOf(found)));
    }

    /** What a trainer would call the value. */
    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "keys and values";
            case ARRAY -> "a list";
            case NULL, MISSING -> "nothing";
            case STRING -> "the text " + Wording.quoted(value.textValue());
            case NUMBER -> "the number " + value.asText();
            default -> value.asText();
        };
    }
}
