package dev.muster.scenario.sheet;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a script that is an event.
 *
 * @param exact whether Muster itself wrote the sheet: then words are taken to the letter
 * @param section the heading under which the row stands in the sheet; empty if under none
 */
record ScriptRow(String file, Table<MselColumn> table, Row row, boolean exact, String section) {

    private static final List<String> HOURS = List.of("hours", "hour", "hrs", "std", "stunden");

    private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*(?:\\r\\n|\\r|\\n)");

    CellPlace place() {
        return table.place(file, row);
    }

    CellPlace place(MselColumn column) {
        return table.place(file, row, column);
    }

    Cell cell(MselColumn column) {
        return table.cell(row, column);
    }

    /** A length of time: a bare number counts hours where the column's heading says so, otherwise it stays one. */
    Cell lapse(MselColumn column) {
        var cell = cell(column);
        return !cell.isEmpty() && Words.mentions(Words.plain(heading(column)), HOURS)
                ? TimeOfNumber.bare(cell)
                        .<Cell>map(hours -> new Cell.Span(TimeOfNumber.hours(hours)))
                        .orElse(cell)
                : cell;
    }

    /** The column that says when, or that should. */
    MselColumn timeColumn() {
        return Stream.of(MselColumn.ELAPSED, MselColumn.TIME)
                .filter(this::has)
                .findFirst()
                .or(() -> Stream.of(MselColumn.TIME, MselColumn.DATE, MselColumn.MAXIMUM)
                        .filter(table::has)
                        .findFirst())
                .orElse(MselColumn.TIME);
    }

    boolean has(MselColumn column) {
        return !cell(column).isEmpty();
    }

    String heading(MselColumn column) {
        return table.headings().get(column);
    }

    /** What stands there; in other people's sheets without spaces around it, and no braces of theirs are variables. */
    String text(MselColumn column) {
        var cleaned = cleaned(cell(column));
        return exact ? cleaned : braced(cleaned);
    }

    /** The braces of other people are no variables. */
    static String braced(String text) {
        return text.replace("{{", "\\{{");
    }

    /** For a note, in which no variables stand. */
    String cleaned(Cell cell) {
        return exact
                ? cell.shown()
                : LINE_BREAK.matcher(cell.shown()).replaceAll("\n").strip();
    }

    /** What the row is about: its title, or else its text. */
    String gist() {
        return has(MselColumn.TITLE) ? text(MselColumn.TITLE) : text(MselColumn.TEXT);
    }
}
