package dev.muster.scenario.sheet;

import java.util.List;

/**
 * One sheet. Cells merged over several rows stand in each of these rows, those merged over several columns in the first
 * of these columns.
 *
 * @param name empty where the file has no sheets
 * @param hidden whether the author's spreadsheet program hides it
 * @param rows those with something in them, from top to bottom
 */
public record Sheet(String name, boolean hidden, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** How many columns have something in them. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
