package dev.muster.scenario.sheet;

import java.util.List;

/**
 * A spreadsheet as it was read, before anybody asks what it means.
 *
 * @param file the file as the user named it
 * @param remarks what was assumed in reading it and what was left: values of formulas, macros, an encoding
 */
public record Workbook(String file, List<Sheet> sheets, List<Remark> remarks) {

    public Workbook {
        sheets = List.copyOf(sheets);
        remarks = List.copyOf(remarks);
    }

    public CellPlace place() {
        return CellPlace.ofFile(file);
    }

    public CellPlace place(Sheet sheet) {
        return CellPlace.ofSheet(file, sheet.name());
    }
}
