package dev.muster.web;

import static java.lang.Character.SURROGATE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.cloud.Log;
import dev.muster.drill.Refusal;
import dev.muster.web.Problem.Flaw;
import dev.muster.web.Problem.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a request's JSON object strictly: each field is asked for by name, and what nobody asked for is an error. All
 * flaws are collected and named by JSON pointer, so that a caller mends them in one go; until then a flawed field reads as
 * some value of its type, which never leaves {@link #read}.
 */
final class Body {

    /** Deeper than any request of ours. */
    private static final int MAX_DEPTH = 8;

    private static final int MAX_IDS = 100;

    /** A caller mends no more at once, and an answer stays small whatever the question. */
    private static final int MAX_FLAWS = 20;

    /** As a form may write it; longer ones mean nothing here. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");

    private static final String AN_ID = "an id";
    private static final String A_FLAG = "true or false";
    private static final String A_COUNT = "a whole number, 0 or more";

    private static final ObjectMapper STRICT = mapper();

    private final ObjectNode object;
    private final String place;
    private final List<Flaw> flaws;
    private final boolean form;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * @param place where the object stands, as a JSON pointer
     * @param form whether a page's form sent it, whose values are all texts
     */
    private Body(ObjectNode object, String place, List<Flaw> flaws, boolean form) {
        this.object = object;
        this.place = place;
        this.flaws = flaws;
        this.form = form;
    }

    /** @throws Problem that says what is wrong with the body */
    static <T> T read(Request request, Function<Body, T> reading) {
        var form = request.isForm() && !request.path().startsWith("/api/");
        var object = form ? object(Form.of(request)) : parsed(request);
        var body = new Body(object, "", new ArrayList<>(), form);
        var value = reading.apply(body);
        body.refuseUnknown();
        if (!body.flaws.isEmpty()) {
            throw form
                    ? unfinished(body.flaws)
                    : Problem.invalid(body.flaws.stream().limit(MAX_FLAWS).toList());
        }
        return value;
    }

    /** People who fill in a form read which of its fields to look at again. */
    private static Problem unfinished(List<Flaw> flaws) {
        var fields = flaws.stream()
                .map(flaw -> flaw.pointer().substring(1))
                .distinct()
                .limit(MAX_FLAWS)
                .collect(Collectors.joining(", "));
        return Problem.of(Kind.INVALID, new Refusal("form", List.of(fields)));
    }

    // ---- fields

    /** A text that says something. */
    String text(String name) {
        return optionalText(name)
                .filter(text -> !text.isBlank() || complain(name, "a text that is not blank"))
                .orElseGet(() -> missing(name, "a text", ""));
    }

    /** A text that says something in at most {@code max} characters. */
    String text(String name, int max) {
        return bounded(name, text(name), max);
    }

    /** A text that may be missing or blank, with at most {@code max} characters. */
    Optional<String> optionalText(String name, int max) {
        return optionalText(name).map(text -> bounded(name, text, max));
    }

    private String bounded(String name, String text, int max) {
        if (text.length() > max) {
            reject(name, "expected at most %,d characters, found %,d".formatted(max, text.length()));
        }
        return text;
    }

    /** The id of something. */
    String id(String name) {
        return optionalId(name).orElseGet(() -> missing(name, AN_ID, ""));
    }

    Optional<String> optionalId(String name) {
        return field(name, AN_ID, node -> node.isTextual() && Log.isId(node.textValue()))
                .map(JsonNode::textValue);
    }

    /** A text that may be missing or blank. */
    Optional<String> optionalText(String name) {
        return field(name, "a text", JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> wellFormed(text)
                        || complain(name, "Unicode text without lone surrogates and control characters"));
    }

    /** One of the labels of an enum. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, Function<E, String> label) {
        var labels = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(label, Function.identity()));
        var expected = "one of " + labels.keySet().stream().sorted().collect(Collectors.joining(", "));
        var text = field(name, expected, node -> node.isTextual() && labels.containsKey(node.textValue()));
        return text.map(node -> labels.get(node.textValue()))
                .orElseGet(() -> missing(name, expected, type.getEnumConstants()[0]));
    }

    /** One of the labels of an enum, or missing. */
    <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> type, Function<E, String> label) {
        return has(name) ? Optional.of(oneOf(name, type, label)) : absent(name);
    }

    /** Whether there is such a field, right or wrong. */
    boolean has(String name) {
        return object.has(name);
    }

    /** True, false, or missing, which is false. */
    boolean flag(String name) {
        return optionalFlag(name).orElse(false);
    }

    boolean neededFlag(String name) {
        return optionalFlag(name).orElseGet(() -> missing(name, A_FLAG, true));
    }

    private Optional<Boolean> optionalFlag(String name) {
        return field(name, A_FLAG, JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    /** A list of ids; missing is empty. */
    Set<String> ids(String name) {
        var list =
                field(name, "a list of at most %d ids".formatted(MAX_IDS), it -> it.isArray() && it.size() <= MAX_IDS);
        var ids = new LinkedHashSet<String>();
        list.ifPresent(array -> {
            for (var i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && Log.isId(array.get(i).textValue())) {
                    ids.add(array.get(i).textValue());
                } else {
                    flaws.add(flaw(name + "/" + i, AN_ID, array.get(i)));
                }
            }
        });
        return ids;
    }

    /** A list of at least one id. */
    Set<String> neededIds(String name) {
        var ids = ids(name);
        return ids.isEmpty() ? missing(name, "a list of ids", ids) : ids;
    }

    /** A list of objects, each read in the same way; missing is empty. */
    <T> List<T> objects(String name, int least, int most, Function<Body, T> reading) {
        var expected = "a list of %d to %d objects".formatted(least, most);
        var list = field(name, expected, it -> it.isArray() && it.size() >= least && it.size() <= most);
        var objects = new ArrayList<T>();
        list.ifPresent(array -> {
            for (var i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof ObjectNode one) {
                    var inner = new Body(one, pointer(name + "/" + i), flaws, form);
                    objects.add(reading.apply(inner));
                    inner.refuseUnknown();
                } else {
                    flaws.add(flaw(name + "/" + i, "an object", array.get(i)));
                }
            }
        });
        return objects;
    }

    /** An object that somebody else reads; its fields are not judged here. */
    Optional<JsonNode> object(String name) {
        return field(name, "an object", JsonNode::isObject);
    }

    /** An object of texts that say something in at most {@code max} characters each; missing is empty. */
    Map<String, String> texts(String name, int most, int max) {
        var object =
                field(name, "an object of at most %d texts".formatted(most), it -> it.isObject() && it.size() <= most);
        var texts = new LinkedHashMap<String, String>();
        object.ifPresent(found -> {
            var inner = new Body((ObjectNode) found, pointer(name), flaws, form);
            found.fieldNames().forEachRemaining(key -> {
                if (NAME.matcher(key).matches()) {
                    texts.put(key, inner.text(key, max));
                } else {
                    inner.reject(escaped(key), "expected a name of lower-case letters, digits and _");
                }
            });
        });
        return texts;
    }

    /** @param expected in words, for example 'a number above 0' */
    Optional<Double> number(String name, String expected, Predicate<Double> fits) {
        return field(name, expected, node -> node.isNumber() && fits.test(node.doubleValue()))
                .map(JsonNode::doubleValue);
    }

    double neededNumber(String name, String expected, Predicate<Double> fits) {
        return number(name, expected, fits).orElseGet(() -> missing(name, expected, 1.0));
    }

    /** A whole number, 0 or more. */
    long count(String name) {
        return whole(name).orElseGet(() -> missing(name, A_COUNT, 0L));
    }

    /** A whole number, 0 or more; missing is 0. */
    long optionalCount(String name) {
        return whole(name).orElse(0L);
    }

    private Optional<Long> whole(String name) {
        return field(name, A_COUNT, node -> node.canConvertToLong() && node.isIntegralNumber() && node.longValue() >= 0)
                .map(JsonNode::longValue);
    }

    /** A duration that may be missing. */
    Optional<Duration> optionalDuration(String name) {
        return object.has(name)
                ? parsed(name, "an ISO 8601 duration longer than nothing, such as PT5M", Body::positive)
                : absent(name);
    }

    /** A time since StartEx, 0 or more, that may be missing. */
    Optional<Duration> optionalDrillTime(String name) {
        return object.has(name)
                ? parsed(name, "a drill time such as PT15M, 0 or more", text -> notNegative(form ? iso(text) : text))
                : absent(name);
    }

    private static Duration notNegative(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative()) {
            throw new DateTimeException("before the start");
        }
        return duration;
    }

    private static Duration positive(String text) {
        var duration = Duration.parse(text);
        if (!duration.isPositive()) {
            throw new DateTimeException("no time at all");
        }
        return duration;
    }

    Duration duration(String name) {
        return parsed(name, "an ISO 8601 duration such as PT15M", text -> Duration.parse(form ? iso(text) : text))
                .orElse(Duration.ZERO);
    }

    /** People write hours and minutes, 1:15, into a form. */
    private static String iso(String text) {
        var clock = CLOCK.matcher(text.strip());
        return clock.matches() ? "PT%sH%sM".formatted(clock.group(1), clock.group(2)) : text;
    }

    /** A text that must be there and that {@code parser} understands. */
    <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
        var text = field(name, expected, JsonNode::isTextual);
        if (text.isEmpty()) {
            missing(name, expected, "");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get().textValue()));
        } catch (DateTimeException | ArithmeticException e) {
            flaws.add(flaw(name, expected, text.get()));
            return Optional.empty();
        }
    }

    /** A time that may be missing. */
    Optional<Instant> optionalTime(String name) {
        return object.has(name)
                ? parsed(name, "a time such as 2026-01-31T12:00:00Z", text -> OffsetDateTime.parse(text)
                        .toInstant())
                : absent(name);
    }

    private <T> Optional<T> absent(String name) {
        asked.add(name);
        return Optional.empty();
    }

    /**
     * Whether the field on which all others depend is flawed; then nobody can say what they should be, and they are not
     * judged.
     */
    boolean leavesRestOpen(String name) {
        var flawed = flaws.stream().anyMatch(flaw -> flaw.pointer().equals(pointer(name)));
        if (flawed) {
            object.fieldNames().forEachRemaining(asked::add);
        }
        return flawed;
    }

    /** Notes a flaw that only the caller of this reader can see. */
    void reject(String name, String detail) {
        flaws.add(new Flaw(pointer(name), detail));
    }

    // ---- how

    private Optional<JsonNode> field(String name, String expected, Predicate<JsonNode> fits) {
        asked.add(name);
        var node = object.get(name);
        if (node == null) {
            return Optional.empty();
        }
        var fitting = readings(node).filter(fits).findFirst();
        if (fitting.isEmpty()) {
            flaws.add(flaw(name, expected, node));
        }
        return fitting;
    }

    /** What a value may be: itself, and from a form, where all is text, also what the text says. */
    private Stream<JsonNode> readings(JsonNode node) {
        if (!form || !node.isTextual()) {
            return Stream.of(node);
        }
        var text = node.textValue().strip();
        return switch (text) {
            case "true", "false" -> Stream.of(node, BooleanNode.valueOf(text.equals("true")), listOf(node));
            default -> Stream.concat(Stream.of(node, listOf(node)), numbers(text));
        };
    }

    private static JsonNode listOf(JsonNode node) {
        return STRICT.createArrayNode().add(node);
    }

    private static Stream<JsonNode> numbers(String text) {
        return NUMBER.matcher(text).matches()
                ? Stream.of(
                        text.contains(".")
                                ? DoubleNode.valueOf(Double.parseDouble(text))
                                : LongNode.valueOf(Long.parseLong(text)))
                : Stream.empty();
    }

    /** Notes that a field is missing, unless another flaw of it is known. */
    private <T> T missing(String name, String expected, T standIn) {
        if (flaws.stream().noneMatch(flaw -> flaw.pointer().equals(pointer(name)))) {
            flaws.add(new Flaw(pointer(name), "expected %s, found nothing".formatted(expected)));
        }
        return standIn;
    }

    private boolean complain(String name, String expected) {
        flaws.add(flaw(name, expected, object.get(name)));
        return false;
    }

    private void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                var known = String.join(", ", asked);
                flaws.add(new Flaw(pointer(escaped(name)), "unknown field; expected one of " + known));
            }
        });
    }

    private Flaw flaw(String name, String expected, JsonNode found) {
        return new Flaw(pointer(name), "expected %s, found %s".formatted(expected, shortened(found)));
    }

    private static String shortened(JsonNode node) {
        var text =
                node.isTextual() ? '"' + node.textValue() + '"' : node.isContainerNode() ? kind(node) : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String kind(JsonNode node) {
        return node.isArray() ? "a list" : "an object";
    }

    private String pointer(String name) {
        return place + "/" + name;
    }

    /** As RFC 6901 writes it. */
    private static String escaped(String name) {
        var cut = name.length() <= 60 ? name : name.substring(0, 60);
        return cut.replace("~", "~0").replace("/", "~1");
    }

    /** What any page, any message service and any file can carry. */
    private static boolean wellFormed(String text) {
        return text.codePoints()
                .allMatch(one -> Character.isISOControl(one) ? isLayout(one) : Character.getType(one) != SURROGATE);
    }

    private static boolean isLayout(int control) {
        return control == '\t' || control == '\n' || control == '\r';
    }

    /** A field that was left blank was not filled in. */
    private static ObjectNode object(Form form) {
        var object = STRICT.createObjectNode();
        form.fields().forEach((name, values) -> {
            var said = values.stream().filter(value -> !value.isBlank()).toList();
            if (said.size() == 1) {
                object.put(name, said.getFirst());
            } else if (!said.isEmpty()) {
                said.forEach(object.putArray(name)::add);
            }
        });
        object.remove(List.of(Form.DO, Form.KEY));
        return object;
    }

    private static ObjectNode parsed(Request request) {
        var text = request.text();
        if (text.isBlank()) {
            return STRICT.createObjectNode();
        }
        checkContentType(request);
        try {
            return object(STRICT.readTree(text));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw Problem.of(
                    Kind.MALFORMED,
                    "The body is not JSON that we can read: line %d, column %d."
                            .formatted(place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr()));
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid(List.of(new Flaw("", "expected an object, found " + shortened(node))));
    }

    private static void checkContentType(Request request) {
        var type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "Send the body as Content-Type: application/json.");
        }
    }

    private static ObjectMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Request.MAX_BODY)
                .maxNumberLength(40)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
