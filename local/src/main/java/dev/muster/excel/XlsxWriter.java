package dev.muster.excel;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.ExportedWorkbook;
import dev.muster.scenario.sheet.ExportedWorkbook.Layout;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Sheet;
import dev.muster.scenario.sheet.SheetLimits;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes an exported scenario or team as an XLSX workbook that people print, filter and fill in. Every text is a text: none
 * becomes a formula, not even when somebody edits it.
 */
public final class XlsxWriter {

    private static final String MARKING = "EXERCISE EXERCISE EXERCISE";

    /** Widths of columns, in characters. */
    private static final int NARROWEST = 8;

    private static final int TO_WRITE_IN = 20;

    private static final int WIDEST = 44;

    /** Heights of rows, in points: of a line, and what Excel allows. */
    private static final float LINE = 15;

    private static final float HIGHEST = 409;

    private static final int UNITS_OF_A_CHARACTER = 256;

    /** Number and time stay in sight while somebody scrolls to the right. */
    private static final int FROZEN_COLUMNS = 2;

    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final XSSFWorkbook workbook;
    private final Styles styles;

    private XlsxWriter(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    /** @throws UnusableWorkbook if a text is longer than a cell may be */
    public static void write(ExportedWorkbook exported, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setTitle(exported.title());
            workbook.getProperties().getCoreProperties().setSubjectProperty(MARKING);
            workbook.getProperties().getCoreProperties().setCreator("Muster");
            var writer = new XlsxWriter(workbook);
            exported.workbook()
                    .sheets()
                    .forEach(sheet -> writer.write(sheet, exported.layouts().get(sheet.name())));
            workbook.write(out);
        }
    }

    private void write(Sheet sheet, Layout layout) {
        var header = layout.header();
        var widths = widths(sheet, layout);
        var written = workbook.createSheet(sheet.name());
        for (var row : sheet.rows()) {
            var cells = written.createRow(row.number() - 1);
            if (row.number() >= header) {
                setHeight(row, cells, widths, layout);
            }
            for (var column = 1; column <= row.cells().size(); column++) {
                var place = CellPlace.ofSheet("the workbook", sheet.name()).cell(row.number(), column);
                put(row.cell(column), cells.createCell(column - 1), place, row.number() - header);
            }
        }
        for (var column = 0; column < widths.length; column++) {
            written.setColumnWidth(column, widths[column] * UNITS_OF_A_CHARACTER);
        }
        written.createFreezePane(sheet.width() > FROZEN_COLUMNS ? FROZEN_COLUMNS : 0, header);
        written.setAutoFilter(new CellRangeAddress(
                header - 1, Math.max(header, sheet.rows().getLast().number()) - 1, 0, sheet.width() - 1));
        prepareForPrinting(written, sheet, layout);
    }

    /** @param belowHeader negative in the title rows, 0 in the header */
    private void put(Cell cell, XSSFCell written, CellPlace place, int belowHeader) {
        switch (cell) {
            case Cell.Empty empty -> {}
            case Cell.Span span -> written.setCellValue(span.length().toSeconds() / SECONDS_OF_A_DAY);
            case Cell.Number number -> written.setCellValue(number.value().doubleValue());
            default -> putText(cell.shown(), written, place);
        }
        written.setCellStyle(styles.of(cell, belowHeader));
    }

    private static void putText(String text, XSSFCell written, CellPlace place) {
        var escaped = Xml.escaped(text);
        if (escaped.length() > SheetLimits.CHARACTERS_OF_A_CELL) {
            throw new UnusableWorkbook(
                    place,
                    "%,d characters, at most %,d in a cell; shorten it, or export as .csv"
                            .formatted(escaped.length(), SheetLimits.CHARACTERS_OF_A_CELL));
        }
        written.setCellValue(escaped);
    }

    /** Headings wrap at their words; what stands below them gets as much room as it needs, up to a limit. */
    private static int[] widths(Sheet sheet, Layout layout) {
        return IntStream.rangeClosed(1, sheet.width())
                .map(column -> {
                    var headings =
                            sheet.rows().get(layout.header() - 1).cell(column).shown();
                    var below = sheet.rows().stream()
                            .skip(layout.header())
                            .flatMap(row -> row.cell(column).shown().lines());
                    var longest = Stream.concat(Stream.of(headings.split(" ")), below)
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
                    var empty = sheet.rows().stream().skip(layout.header()).allMatch(row -> row.cell(column)
                            .isEmpty());
                    return Math.clamp(longest + 2, empty ? TO_WRITE_IN : NARROWEST, WIDEST);
                })
                .toArray();
    }

    /**
     * As high as its longest cell on paper; programs other than Excel would show one line. It is no height of the
     * author's choice, so that Excel fits it again when somebody edits the row.
     */
    private static void setHeight(Row row, XSSFRow written, int[] widths, Layout layout) {
        var lines = IntStream.rangeClosed(1, layout.printed())
                .map(column -> lines(row.cell(column).shown(), widths[column - 1]))
                .max()
                .orElse(1);
        written.setHeightInPoints(Math.min(HIGHEST, Math.max(1, lines) * LINE));
        written.getCTRow().setCustomHeight(false);
    }

    private static int lines(String text, int width) {
        return text.lines().mapToInt(line -> 1 + line.length() / width).sum();
    }

    private static void prepareForPrinting(XSSFSheet sheet, Sheet rows, Layout layout) {
        var book = sheet.getWorkbook();
        var last = rows.rows().getLast().number() - 1;
        book.setPrintArea(book.getSheetIndex(sheet), 0, layout.printed() - 1, 0, last);
        sheet.setRepeatingRows(new CellRangeAddress(0, layout.header() - 1, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getHeader().setCenter(MARKING);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setCenter(MARKING);
        sheet.getFooter().setRight("&P / &N");
    }

    /** How cells look, by what they hold and where they stand. */
    private static final class Styles {

        private static final byte[] GREY = {(byte) 0xFF, (byte) 0xE3, (byte) 0xE8, (byte) 0xEE};
        private static final short LARGE = 14;

        private final XSSFCellStyle title;
        private final XSSFCellStyle header;
        private final XSSFCellStyle body;
        private final XSSFCellStyle plain;
        private final XSSFCellStyle minutes;
        private final XSSFCellStyle seconds;

        private Styles(XSSFWorkbook workbook) {
            var bold = workbook.createFont();
            bold.setBold(true);
            var large = workbook.createFont();
            large.setBold(true);
            large.setFontHeightInPoints(LARGE);
            title = workbook.createCellStyle();
            title.setFont(large);
            title.setQuotePrefixed(true);
            body = body(workbook);
            plain = number(workbook, "0");
            minutes = number(workbook, "[h]:mm");
            seconds = number(workbook, "[hh]:mm:ss");
            header = body(workbook);
            header.setFont(bold);
            header.setFillForegroundColor(new XSSFColor(GREY, null));
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }

        /** Quoted, so that an equals sign at the start stays one when somebody edits the cell. */
        private static XSSFCellStyle body(XSSFWorkbook workbook) {
            var style = workbook.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setQuotePrefixed(true);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            return style;
        }

        private static XSSFCellStyle number(XSSFWorkbook workbook, String format) {
            var style = body(workbook);
            style.setQuotePrefixed(false);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        }

        XSSFCellStyle of(Cell cell, int belowHeader) {
            if (belowHeader < 0) {
                return title;
            }
            if (belowHeader == 0) {
                return header;
            }
            return switch (cell) {
                case Cell.Span span -> span.length().toSecondsPart() == 0 ? minutes : seconds;
                case Cell.Number number -> plain;
                default -> body;
            };
        }
    }
}
