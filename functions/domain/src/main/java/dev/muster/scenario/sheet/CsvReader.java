package dev.muster.scenario.sheet;

import java.util.List;
import java.util.regex.Pattern;

/** Reads CSV as Excel, LibreOffice and others write it in any country. */
public final class CsvReader {

    /** Excel's own first line that names the separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?sep=(.)\"?(\\r\\n|\\r|\\n|\\z)");

    private CsvReader() {}

    /**
     * @param file the file's name, for messages
     * @throws UnusableWorkbook if the bytes are no text, or more than {@link SheetLimits} allow
     */
    public static Workbook read(String file, byte[] bytes) {
        var grid = new Grid(file);
        var text = CsvText.decode(file, bytes, grid);
        var page = grid.page("", false);
        var separatorLine = SEPARATOR_LINE.matcher(text);
        if (separatorLine.find()) {
            var separator = separatorLine.group(1).charAt(0);
            fill(page, CsvRows.of(text.substring(separatorLine.end()), separator), 2);
        } else {
            var separator = Separator.of(text);
            separator.remark().ifPresent(words -> grid.remark(Remark.understood(grid.place(), words)));
            fill(page, CsvRows.of(text, separator.character()), 1);
        }
        page.close();
        return grid.workbook();
    }

    private static void fill(Grid.Page page, List<CsvRows.Record> records, int firstRow) {
        for (var index = 0; index < records.size(); index++) {
            fill(page, firstRow + index, records.get(index));
        }
    }

    private static void fill(Grid.Page page, int row, CsvRows.Record record) {
        if (!record.sound()) {
            page.remark(Remark.assumed(
                    page.place().row(row),
                    "its quotes do not pair, so it is cut at each separator; look whether its columns are right"));
        }
        var fields = record.fields();
        for (var index = 0; index < fields.size(); index++) {
            page.put(row, index + 1, Cell.of(FormulaGuard.lift(fields.get(index))));
        }
    }
}
