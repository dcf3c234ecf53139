package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import java.util.ArrayList;
import java.util.List;

/** What stands in one row of a table of steps, and what is to be said of it: remarks for the report, notes for the checklist. */
final class StepCells {

    private final Table<StepColumn> table;
    private final Row row;
    private final CellPlace place;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    StepCells(String file, Table<StepColumn> table, Row row) {
        this.table = table;
        this.row = row;
        this.place = table.place(file, row);
    }

    int number() {
        return row.number();
    }

    boolean has(StepColumn column) {
        return table.has(column);
    }

    Cell cell(StepColumn column) {
        return table.cell(row, column);
    }

    String shown(StepColumn column) {
        return table.shown(row, column).strip();
    }

    /** The words above the column; empty if the table has none such. */
    String heading(StepColumn column) {
        return table.headings().getOrDefault(column, "");
    }

    // ---- what is said of it

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Before all other remarks. */
    void understood(String words) {
        remarks.addFirst(Remark.understood(place, words));
    }

    void assume(String words) {
        remarks.add(Remark.assumed(place, words));
    }

    void unused(String words) {
        remarks.add(Remark.unused(place, words));
    }

    // ---- what stands in the checklist

    /** What is kept besides the step's own fields, a line each. */
    String notes() {
        return String.join("\n", notes);
    }

    void note(String words) {
        notes.add(words);
    }

    /** Keeps what the column says. */
    void note(StepColumn column) {
        notes.add("%s: %s".formatted(heading(column), shown(column)));
    }

    /** Keeps the columns that Muster does not know. */
    void noteUnknownColumns() {
        var before = notes.size();
        table.unknown().forEach((column, heading) -> {
            if (!row.cell(column).isEmpty()) {
                var words = row.cell(column).shown().strip();
                notes.add(heading.startsWith("Column ") ? words : "%s: %s".formatted(heading.strip(), words));
            }
        });
        if (notes.size() > before) {
            unused("kept in the checklist as a note: %s"
                    .formatted(notes.subList(before, notes.size()).stream()
                            .map(Words::quoted)
                            .collect(joining(", "))));
        }
    }
}
