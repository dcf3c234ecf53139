package dev.muster.scenario.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes a workbook as one CSV file: its sheets stand below each other, the later ones each under a row with its name
 * alone. UTF-8 with a byte order mark, so that Excel knows; every cell in quotes, none of them a formula.
 */
public final class CsvWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvWriter() {}

    public static byte[] write(Workbook workbook) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            for (var sheet : workbook.sheets()) {
                if (sheet != workbook.sheets().getFirst()) {
                    csv.writeRecord("");
                    csv.writeRecord(sheet.name());
                }
                sheet.rows()
                        .forEach(row -> csv.writeRecord(row.cells().stream()
                                .map(cell -> FormulaGuard.guard(cell.shown()))
                                .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
