package dev.muster.scenario.sheet;

import java.util.List;
import java.util.Map;

/**
 * A sheet whose columns are understood.
 *
 * @param columns which column each field stands in, counted from 1
 * @param headings what each of these columns is called in the sheet
 * @param unknown the headings of all other columns; made up from the column's letters where there is none
 * @param above the rows above the header: titles, dates, legends
 * @param rows those below it; a header that is repeated on each page is left out
 */
public record Table<F extends Enum<F>>(
        Sheet sheet,
        Row header,
        Map<F, Integer> columns,
        Map<F, String> headings,
        Map<Integer, String> unknown,
        List<Row> above,
        List<Row> rows) {

    public boolean has(F field) {
        return columns.containsKey(field);
    }

    /** The row's cell for the field; empty if the sheet has no such column. */
    public Cell cell(Row row, F field) {
        return has(field) ? row.cell(columns.get(field)) : Cell.EMPTY;
    }

    /** What stands there, in words. */
    public String shown(Row row, F field) {
        return cell(row, field).shown();
    }

    public CellPlace place(String file, Row row, F field) {
        return CellPlace.ofSheet(file, sheet.name()).cell(row.number(), columns.getOrDefault(field, 0));
    }

    public CellPlace place(String file, Row row) {
        return CellPlace.ofSheet(file, sheet.name()).row(row.number());
    }
}
