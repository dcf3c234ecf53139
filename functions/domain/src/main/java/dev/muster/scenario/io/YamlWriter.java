package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Writes YAML that a person goes on editing: comments, short lists on one line, long texts as blocks. What it writes,
 * {@link #read} and every reader of documents read back as it was.
 */
public final class YamlWriter {

    /** Texts, lists and mappings that are longer take lines of their own. */
    private static final int WIDTH = 110;

    /** A mapping with more keys is easier to read with each on its own line. */
    private static final int KEYS_ON_A_LINE = 4;

    /** What stands before a value in a script: its indent and its key. */
    private static final int DEEPEST = 30;

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    private static final ImplicitTuple PLAIN_OR_QUOTED = new ImplicitTuple(true, true);
    private static final ImplicitTuple QUOTED = new ImplicitTuple(false, true);

    private static final CoreScalarResolver TYPES = new CoreScalarResolver(false);

    /** YAML 1.1 takes such a time for a number of base sixty, and many an editor still speaks 1.1. */
    private static final Pattern TIME = Pattern.compile("[-+]?\\d+(:\\d+)+(\\.\\d*)?");

    /** Words that are true or false to YAML 1.1. */
    private static final Pattern YES_OR_NO = Pattern.compile("(?i)y|n|yes|no|on|off");

    /** What cannot stand in a block: other breaks, tabs, spaces at the edges of lines, characters that need escapes. */
    private static final Pattern NOT_IN_A_BLOCK =
            Pattern.compile("(?m)[\\t\\r\\x85\\u2028\\u2029\\uFEFF\\p{Cc}&&[^\\n]]|\\A[\\s]|[ ]$");

    private static final Pattern NOT_IN_A_COMMENT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern SEVERAL_SPACES = Pattern.compile("  ");

    private final Emitter emitter;
    private final Map<JsonNode, List<String>> comments;
    private final String marker;

    private YamlWriter(
            DumpSettings settings, StreamDataWriter out, Map<JsonNode, List<String>> comments, String marker) {
        this.emitter = new Emitter(settings, out);
        this.comments = comments;
        this.marker = marker;
    }

    /**
     * A document.
     *
     * @param head comment lines at the top
     * @param comments lines above a mapping that is an item of a list, by identity
     */
    public static String document(JsonNode root, List<String> head, Map<JsonNode, List<String>> comments) {
        var text = new Text();
        var marker = markerIn(root);
        var settings = DumpSettings.builder()
                .setWidth(WIDTH)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setDumpComments(true)
                .build();
        new YamlWriter(settings, text, comments, marker).document(root, false);
        var lines = head.stream().map(YamlWriter::commentLine).collect(Collectors.joining());
        return lines + withCommentsAbove(text.toString(), marker);
    }

    private static String commentLine(String words) {
        return ("# " + printable(words)).stripTrailing() + "\n";
    }

    /** A word that does not come in the document. */
    private static String markerIn(JsonNode root) {
        var text = root.toString();
        return Stream.iterate("above:", longer -> "x" + longer)
                .filter(word -> !text.contains(word))
                .findFirst()
                .orElseThrow();
    }

    /** The emitter puts comments on an item behind its dash; people look for them above it. */
    private static String withCommentsAbove(String yaml, String marker) {
        var above = new StringBuilder();
        var indent = "";
        var behindDash = false;
        for (var line : yaml.split("(?<=\\n)")) {
            var comment = line.indexOf('#' + marker);
            if (comment < 0) {
                above.append(behindDash ? indent + "- " + line.stripLeading() : line);
                behindDash = false;
                continue;
            }
            if (!behindDash) {
                indent = line.substring(0, line.indexOf('-'));
                above.append(endsWith(above, ":\n") ? "" : "\n");
                behindDash = true;
            }
            above.append(indent).append("# ").append(line.substring(comment + 1 + marker.length()));
        }
        return above.toString();
    }

    private static boolean endsWith(CharSequence text, String end) {
        return text.length() >= end.length()
                && end.contentEquals(text.subSequence(text.length() - end.length(), text.length()));
    }

    /** On one line, to stand in a cell of a spreadsheet: {@code {step-done: holding-statement}}. */
    public static String flow(JsonNode value) {
        var text = new Text();
        var settings = DumpSettings.builder()
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .build();
        new YamlWriter(settings, text, Map.of(), "").document(value, true);
        return text.toString().strip();
    }

    /** @throws InvalidDocument if it is no YAML; the places in it count from the start of the text */
    public static JsonNode read(String text) {
        return Document.of("the text", text.getBytes(UTF_8)).root();
    }

    private void document(JsonNode root, boolean flow) {
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        if (root.isObject()) {
            mapping(root, flow);
        } else {
            node(root, flow);
        }
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
    }

    private void node(JsonNode value, boolean inFlow) {
        switch (value.getNodeType()) {
            case OBJECT -> mapping(value, inFlow || fitsOnALine(value));
            case ARRAY -> list(value, inFlow || fitsOnALine(value));
            case STRING -> text(value.textValue(), inFlow);
            default -> scalar(value.asText(), PLAIN_OR_QUOTED, ScalarStyle.PLAIN);
        }
    }

    private void mapping(JsonNode mapping, boolean flow) {
        emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(flow)));
        mapping.properties().forEach(property -> {
            text(property.getKey(), true);
            node(property.getValue(), flow);
        });
        emitter.emit(new MappingEndEvent());
    }

    private void list(JsonNode list, boolean flow) {
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(flow)));
        list.forEach(item -> {
            if (!flow && comments.containsKey(item)) {
                comments.get(item).forEach(this::comment);
            }
            node(item, flow);
        });
        emitter.emit(new SequenceEndEvent());
    }

    private void comment(String line) {
        emitter.emit(new CommentEvent(CommentType.BLOCK, marker + printable(line), Optional.empty(), Optional.empty()));
    }

    /** A comment knows no escapes, so that what cannot stand in it as it is does not stand in it at all. */
    private static String printable(String line) {
        return NOT_IN_A_COMMENT.matcher(line.replaceAll("\\R", " ")).replaceAll("\uFFFD");
    }

    private void text(String text, boolean inFlow) {
        if (!inFlow && !NOT_IN_A_BLOCK.matcher(text).find()) {
            if (text.contains("\n")) {
                scalar(text, PLAIN_OR_QUOTED, ScalarStyle.LITERAL);
                return;
            }
            if (text.length() > WIDTH && !SEVERAL_SPACES.matcher(text).find()) {
                scalar(text, PLAIN_OR_QUOTED, ScalarStyle.FOLDED);
                return;
            }
        }
        if (isPlainText(text)) {
            scalar(text, PLAIN_OR_QUOTED, ScalarStyle.PLAIN);
        } else {
            scalar(text, QUOTED, ScalarStyle.DOUBLE_QUOTED);
        }
    }

    private static boolean isPlainText(String text) {
        return TYPES.resolve(text, true).equals(Tag.STR)
                && !TIME.matcher(text).matches()
                && !YES_OR_NO.matcher(text).matches();
    }

    private void scalar(String value, ImplicitTuple implicit, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), implicit, value, style));
    }

    private static FlowStyle style(boolean flow) {
        return flow ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private boolean fitsOnALine(JsonNode value) {
        return isListOfIds(value)
                || value.size() <= (value.isObject() ? KEYS_ON_A_LINE : Integer.MAX_VALUE)
                        && !comments.containsKey(value)
                        && items(value).allMatch(this::fitsInAFlow)
                        && value.toString().length() <= WIDTH - DEEPEST;
    }

    private static boolean isListOfIds(JsonNode value) {
        return value.isArray()
                && items(value)
                        .allMatch(item ->
                                item.isTextual() && ID.matcher(item.textValue()).matches());
    }

    private static Stream<JsonNode> items(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }

    /** Numbers, texts of one line, and what fits on a line itself. */
    private boolean fitsInAFlow(JsonNode value) {
        return value.isTextual() ? !value.textValue().contains("\n") : !value.isContainerNode() || fitsOnALine(value);
    }

    private static final class Text implements StreamDataWriter {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int offset, int length) {
            text.append(part, offset, offset + length);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
