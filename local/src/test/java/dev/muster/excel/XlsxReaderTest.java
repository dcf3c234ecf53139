package dev.muster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Workbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReaderTest {

    @TempDir
    private Path folder;

    private Workbook read(Consumer<XSSFWorkbook> filling) throws IOException {
        var path = folder.resolve("msel.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            filling.accept(workbook);
            workbook.write(out);
        }
        return Spreadsheets.read(path);
    }

    private static List<Row> rows(Workbook workbook) {
        return workbook.sheets().getFirst().rows();
    }

    private static void number(XSSFRow row, int column, double value, String format) {
        CellStyle style = row.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(row.getSheet().getWorkbook().createDataFormat().getFormat(format));
        var cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    @Test
    void cellsKeepTheirTypes() throws IOException {
        var workbook = read(it -> {
            var row = it.createSheet("MSEL").createRow(0);
            row.createCell(0).setCellValue("Grüße 佐藤\nשלום 🏴‍☠️ _x0041_");
            row.createCell(1).setCellValue(7);
            row.createCell(2).setCellValue(true);
            number(row, 3, 7, "000");
            number(row, 4, 0.5, "0%");
            number(row, 5, 46266, "dd.mm.yyyy");
            number(row, 6, 46266.378472222, "yyyy-mm-dd hh:mm");
            number(row, 7, 0.378472222, "h:mm AM/PM");
            number(row, 8, 1.084027778, "[h]:mm");
            number(row, 9, 1.084027778, "h:mm");
            number(row, 10, 46266.378472222, "h:mm");
            number(row, 11, 0.003472222, "[$-407]mm:ss");
            number(row, 12, 0.1, "General");
        });

        assertThat(rows(workbook))
                .containsExactly(new Row(
                        1,
                        List.of(
                                new Cell.Text("Grüße 佐藤\nשלום 🏴‍☠️ A"),
                                new Cell.Number(BigDecimal.valueOf(7.0), "7"),
                                new Cell.Flag(true),
                                new Cell.Number(BigDecimal.valueOf(7.0), "007"),
                                new Cell.Number(BigDecimal.valueOf(0.5), "50%"),
                                new Cell.Date(LocalDate.of(2026, 9, 1)),
                                new Cell.DateTime(LocalDateTime.of(2026, 9, 1, 9, 5)),
                                new Cell.TimeOfDay(LocalTime.of(9, 5)),
                                new Cell.Span(Duration.ofMinutes(26 * 60 + 1)),
                                new Cell.Span(Duration.ofMinutes(26 * 60 + 1)),
                                new Cell.DateTime(LocalDateTime.of(2026, 9, 1, 9, 5)),
                                new Cell.TimeOfDay(LocalTime.of(0, 5)),
                                new Cell.Number(BigDecimal.valueOf(0.1), "0.1"))));
        assertThat(workbook.remarks()).isEmpty();
    }

    @Test
    void aMergedCellStandsInEachOfItsRows() throws IOException {
        var workbook = read(it -> {
            var sheet = it.createSheet("MSEL");
            sheet.createRow(0).createCell(0).setCellValue("EXERCISE North Wind");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            sheet.createRow(2).createCell(0).setCellValue("09:05");
            sheet.getRow(2).createCell(1).setCellValue("first");
            sheet.createRow(3).createCell(1).setCellValue("second");
            sheet.createRow(5).createCell(1).setCellValue("apart");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        });

        assertThat(rows(workbook))
                .extracting(row -> row.number() + ": " + row.cell(1).shown() + " "
                        + row.cell(2).shown())
                .containsExactly("1: EXERCISE North Wind ", "3: 09:05 first", "4: 09:05 second", "6:  apart");
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndSaid() throws IOException {
        var workbook = read(it -> {
            var sheet = it.createSheet("MSEL");
            for (var row = 0; row < 4; row++) {
                sheet.createRow(row).createCell(0).setCellValue("row");
                sheet.getRow(row).createCell(2).setCellValue("hidden");
            }
            sheet.getRow(1).setZeroHeight(true);
            sheet.getRow(3).setZeroHeight(true);
            sheet.setColumnHidden(2, true);
            sheet.setColumnHidden(200, true);
        });

        assertThat(rows(workbook)).hasSize(4);
        assertThat(workbook.remarks())
                .extracting(remark -> remark.place().sheet().orElseThrow() + ": " + remark.message())
                .containsExactly(
                        "MSEL: row 2, 4 are hidden and read all the same; delete what does not belong to it",
                        "MSEL: column C is hidden and read all the same; delete what does not belong to it");
    }

    @Test
    void aFormulaWithoutAValueIsRefusedAndOneWithAnEmptyTextIsNot() throws IOException {
        var workbook = read(it -> {
            var row = it.createSheet("MSEL").createRow(0);
            row.createCell(0).setCellValue("text");
            row.createCell(1).setCellFormula("CONCATENATE(\"a\",\"b\")");
            row.createCell(2).setCellFormula("IF(1=2,1,\"\")");
            row.getCell(2).setCellValue("");
        });

        assertThat(rows(workbook).getFirst().cell(2)).isInstanceOf(Cell.Refused.class);
        assertThat(workbook.remarks().getFirst().place()).hasToString("%s:MSEL!B1".formatted(workbook.file()));
        assertThat(rows(workbook).getFirst().cell(3)).isNotInstanceOf(Cell.Refused.class);
    }
}
