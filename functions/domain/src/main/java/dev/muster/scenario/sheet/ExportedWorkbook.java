package dev.muster.scenario.sheet;

import java.util.Map;

/**
 * A scenario or a team as a workbook, to be written as XLSX or CSV.
 *
 * @param title for the file's properties
 * @param layouts of its sheets, by their names
 */
public record ExportedWorkbook(Workbook workbook, String title, Map<String, Layout> layouts) {

    /**
     * What a sheet looks like.
     *
     * @param header the row in which the headings stand
     * @param printed how many columns, from the first, go onto paper; the others are for Muster
     */
    public record Layout(int header, int printed) {}

    public ExportedWorkbook {
        layouts = Map.copyOf(layouts);
    }
}
