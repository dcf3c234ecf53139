package dev.muster.scenario.io;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Composes a tree from the events of the YAML parser, by the core schema of YAML 1.2: dates and durations stay text.
 * It works on events rather than on the library's own nodes because only events know where an alias and a key stand,
 * and because it can stop at a bound before anything is built.
 */
final class YamlComposer {

    /** How deep values may nest. A condition in a condition in an inject needs ten. */
    private static final int DEPTH_LIMIT = 32;

    /** What a document may grow to by its aliases, in characters and values: as much as the largest file. */
    private static final int WEIGHT_LIMIT = SourceText.LIMIT;

    /** Digits beyond which a number is taken for text; reading a longer one would cost time for nothing. */
    private static final int DIGITS_LIMIT = 40;

    private static final CoreScalarResolver TYPES = new CoreScalarResolver(false);

    private final SourceText source;
    private final ParserImpl parser;
    private final Map<Pointer, Place> values = new HashMap<>();
    private final Map<Pointer, Place> keys = new HashMap<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Problem> flaws = new ArrayList<>();

    /** How much the tree would take if it were written out: a unit for each value and each character. */
    private long weight;

    private record Anchored(JsonNode node, long weight, int height) {}

    private YamlComposer(SourceText source) {
        this.source = source;
        var settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(SourceText.LIMIT)
                // All at once: the parser fails on an emoji that lies across the edge of its buffer (engine 2.10).
                .setBufferSize(source.text().length() + 1)
                .build();
        this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
    }

    /** @throws InvalidDocument if the text is no YAML, or more than it may be */
    static Document compose(SourceText source) {
        try {
            return new YamlComposer(source).document();
        } catch (YamlEngineException e) {
            throw SyntaxError.in(source, e);
        }
    }

    private Document document() {
        parser.next();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw refusal(Place.START, "the file is empty; expected " + DocumentKind.ALL);
        }
        parser.next();
        var root = node(Pointer.ROOT, 0);
        parser.next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw refusal(place(parser.peekEvent()), "a second document starts here; give each a file of its own");
        }
        return new Document(source, root, values, keys, flaws);
    }

    private JsonNode node(Pointer at, int depth) {
        var event = (NodeEvent) parser.next();
        var place = place(event);
        values.put(at, place);
        if (event instanceof AliasEvent alias) {
            return expanded(alias, place, depth);
        }
        if (depth > DEPTH_LIMIT) {
            throw tooDeep(place);
        }
        var before = weight++;
        var node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar, place);
                    case SequenceStartEvent start -> {
                        refuseTag(start.getTag(), Tag.SEQ, place);
                        yield sequence(at, depth);
                    }
                    case MappingStartEvent start -> {
                        refuseTag(start.getTag(), Tag.MAP, place);
                        yield mapping(at, depth);
                    }
                    default -> throw new IllegalStateException("no node starts with " + event);
                };
        event.getAnchor()
                .ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, weight - before, height(node))));
        return node;
    }

    private JsonNode sequence(Pointer at, int depth) {
        var array = instance.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            array.add(node(at.to(array.size()), depth + 1));
        }
        parser.next();
        return array;
    }

    private JsonNode mapping(Pointer at, int depth) {
        var object = instance.objectNode();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            var event = parser.next();
            var place = place(event);
            var key = key(event, place);
            var first = keys.putIfAbsent(at.to(key), place);
            if (first != null) {
                flaw(place, "key \"%s\" again, first on line %d; keep one of them".formatted(key, first.line()));
            }
            object.set(key, node(at.to(key), depth + 1));
        }
        parser.next();
        return object;
    }

    private String key(Event event, Place place) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw refusal(place, "a key must be text, found a list, a mapping or an alias");
        }
        weight += scalar.getValue().length();
        if (!scalar(scalar, place).isTextual()) {
            flaw(place, "a key must be text, found %1$s; write \"%1$s\" in quotes".formatted(scalar.getValue()));
        }
        return scalar.getValue();
    }

    private JsonNode expanded(AliasEvent alias, Place place, int depth) {
        var name = alias.getAlias().getValue();
        var anchored = anchors.get(name);
        if (anchored == null) {
            throw refusal(place, "alias *%1$s, but no value before it is marked &%1$s".formatted(name));
        }
        weight += anchored.weight();
        if (weight > WEIGHT_LIMIT) {
            throw refusal(
                    place,
                    "with alias *%s the file stands for more than %,d characters; write out what is needed"
                            .formatted(name, WEIGHT_LIMIT));
        }
        if (depth + anchored.height() > DEPTH_LIMIT) {
            throw tooDeep(place);
        }
        return anchored.node();
    }

    private static int height(JsonNode node) {
        var height = 0;
        for (var child : node) {
            height = Math.max(height, 1 + height(child));
        }
        return height;
    }

    private JsonNode scalar(ScalarEvent scalar, Place place) {
        weight += scalar.getValue().length();
        refuseTag(scalar.getTag(), Tag.STR, place);
        var plain = scalar.isPlain() && scalar.getTag().isEmpty();
        return plain ? typed(scalar.getValue(), place) : instance.textNode(scalar.getValue());
    }

    /** Tags are the way by which YAML makes other things than text, lists and mappings. */
    private void refuseTag(Optional<String> tag, Tag harmless, Place place) {
        tag.filter(name -> !name.equals("!") && !name.equals(harmless.getValue()))
                .map(name -> name.replace("tag:yaml.org,2002:", "!!"))
                .ifPresent(name -> flaw(place, "tag %s is not understood; remove it".formatted(name)));
    }

    private JsonNode typed(String value, Place place) {
        var type = TYPES.resolve(value, true);
        if (type.equals(Tag.NULL)) {
            return instance.nullNode();
        }
        if (type.equals(Tag.BOOL)) {
            return instance.booleanNode(value.equalsIgnoreCase("true"));
        }
        if (type.equals(Tag.INT) && value.length() <= DIGITS_LIMIT) {
            return integer(value);
        }
        if (type.equals(Tag.FLOAT) && value.length() <= DIGITS_LIMIT) {
            return decimal(value, place);
        }
        return instance.textNode(value);
    }

    private static JsonNode integer(String value) {
        var number =
                switch (value.length() > 1 ? value.substring(0, 2) : value) {
                    case "0x" -> new BigInteger(value.substring(2), 16);
                    case "0o" -> new BigInteger(value.substring(2), 8);
                    default -> new BigInteger(value);
                };
        if (number.bitLength() < Integer.SIZE) {
            return instance.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? instance.numberNode(number.longValue()) : instance.numberNode(number);
    }

    private JsonNode decimal(String value, Place place) {
        var lower = value.toLowerCase(Locale.ROOT);
        var number = lower.endsWith("inf") || lower.endsWith("nan") ? Double.NaN : Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            flaw(place, "%s is no number that can be used here".formatted(value));
        }
        return instance.numberNode(number);
    }

    private InvalidDocument tooDeep(Place place) {
        return refusal(place, "values nest deeper than %d levels; write it flatter".formatted(DEPTH_LIMIT));
    }

    private void flaw(Place place, String message) {
        flaws.add(Problem.at(source.file(), place, message));
    }

    private InvalidDocument refusal(Place place, String message) {
        var problems = new ArrayList<>(flaws);
        problems.add(Problem.at(source.file(), place, message));
        return new InvalidDocument(problems);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlComposer::place).orElse(Place.START);
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
