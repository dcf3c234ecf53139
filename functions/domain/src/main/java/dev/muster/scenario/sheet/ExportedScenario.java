package dev.muster.scenario.sheet;

import java.util.Map;

/**
 * A scenario as a workbook, to be written as XLSX or CSV.
 *
 * @param title for the file's properties
 * @param headers in which row of each sheet, by its name, the headings stand
 */
public record ExportedScenario(Workbook workbook, String title, Map<String, Integer> headers) {

    public ExportedScenario {
        headers = Map.copyOf(headers);
    }
}
