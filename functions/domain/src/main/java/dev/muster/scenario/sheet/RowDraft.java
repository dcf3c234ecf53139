package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.io.InjectCheck;
import dev.muster.scenario.io.InjectFormat;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Unreadable;
import dev.muster.scenario.io.YamlWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The inject that a row becomes, while it is being made: fields that are certain, and notes that lose nothing. */
final class RowDraft {

    /** What the schema of scenarios allows for words and for texts, in characters. */
    static final int WORDS = 400;

    static final int TEXT = 10_000;

    private static final int MOST_NOTES = 100;

    private static final String MORE = "More";

    private static final TimeReader LENGTHS = new TimeReader(false);

    private final ScriptRow row;
    private final InjectCheck check;
    private final Report report;
    private final ObjectNode inject = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** @param check says which fields may stand in an inject */
    RowDraft(ScriptRow row, InjectCheck check, Report report) {
        this.row = row;
        this.check = check;
        this.report = report;
    }

    ScriptRow row() {
        return row;
    }

    ObjectNode inject() {
        return inject;
    }

    /** Ends the draft: the notes stand last. */
    ObjectNode finished() {
        if (!notes.isEmpty()) {
            var node = inject.withObjectProperty("notes");
            notes.forEach((name, text) -> node.put(name, Words.cut(text, TEXT)));
        }
        return inject;
    }

    // ---------------------------------------------------------------- what the row says

    String text(MselColumn column) {
        return row.text(column);
    }

    /** What is too long for its place is kept whole as notes, each as long as a note may be. */
    String cut(MselColumn column, int most) {
        var text = row.text(column);
        if (text.length() > most) {
            assume(column, "longer than %,d characters, so it is cut; the whole stands in a note".formatted(most));
            for (var part = 0; part * TEXT < text.length(); part++) {
                note(
                        "%s (part %d)".formatted(row.heading(column), part + 1),
                        text.substring(part * TEXT, Math.min(text.length(), (part + 1) * TEXT)));
            }
        }
        return Words.cut(text, most);
    }

    Optional<Duration> duration(MselColumn column) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        var cell = row.lapse(column);
        if (LENGTHS.read(cell, true) instanceof RowTime.Elapsed elapsed) {
            LENGTHS.assumed(cell, true).forEach(words -> assume(column, words));
            return Optional.of(row.exact() ? elapsed.since() : elapsed.since().truncatedTo(ChronoUnit.SECONDS));
        }
        leave(column, "no length of time: %s; write for example 0:05 or PT5M".formatted(Words.quoted(text(column))));
        return Optional.empty();
    }

    /** A text that speaks as a scenario's file does. */
    Optional<JsonNode> yaml(String text) {
        try {
            return Optional.of(YamlWriter.read(text));
        } catch (InvalidDocument e) {
            return Optional.empty();
        }
    }

    /** Whether these fields may stand in an inject. What Muster wrote itself need only be readable. */
    boolean accepts(ObjectNode fields) {
        return row.exact() ? isReadable(fields) : check.accepts(fields);
    }

    private static boolean isReadable(ObjectNode fields) {
        var probe = JsonNodeFactory.instance.objectNode();
        probe.put("id", "id")
                .put("title", "title")
                .put("channel", "email")
                .put("from", "from")
                .put("text", "text");
        if (!fields.has("after")) {
            probe.put("at", "PT0S");
        }
        try {
            return InjectFormat.read(probe.setAll(fields)) != null;
        } catch (Unreadable e) {
            return false;
        }
    }

    // ---------------------------------------------------------------- what becomes of it

    void put(String key, Collection<String> texts) {
        texts.forEach(inject.putArray(key)::add);
    }

    /** As many as an inject may have; what is more goes into the last of them together. */
    void note(String name, String text) {
        if (notes.size() < MOST_NOTES - 1 || notes.containsKey(name)) {
            notes.put(name, text);
        } else {
            notes.merge(MORE, name + ": " + text, (one, other) -> one + "\n" + other);
        }
    }

    /** Keeps what stands in a column, under its heading. */
    void note(MselColumn column) {
        if (row.has(column)) {
            note(row.heading(column), row.cleaned(row.cell(column)));
        }
    }

    void noteUnderFreeName(String name, String text, int column) {
        note(notes.containsKey(name) ? "%s (%s)".formatted(name, CellPlace.letters(column)) : name, text);
    }

    // ---------------------------------------------------------------- what is said of it

    void understand(String words) {
        report.understood(row.place(), words);
    }

    void assume(String words) {
        report.assumed(row.place(), words);
    }

    void assume(MselColumn column, String words) {
        report.assumed(place(column), words);
    }

    void leave(MselColumn column, String words) {
        note(column);
        report.unused(place(column), words + "; kept as a note");
    }

    void missNothing(MselColumn column, String words) {
        report.unused(place(column), words);
    }

    /** The cell, or the row where the sheet has no such column. */
    private CellPlace place(MselColumn column) {
        return row.table().has(column) ? row.place(column) : row.place();
    }
}
