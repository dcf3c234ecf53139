package dev.muster.excel;

import dev.muster.scenario.sheet.CsvReader;
import dev.muster.scenario.sheet.FileKind;
import dev.muster.scenario.sheet.SheetLimits;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads a spreadsheet of any kind; its bytes say which it is. A name that promises more than they hold is refused. */
public final class Spreadsheets {

    private static final int START = 16;

    private static final Pattern NAME_OF_A_WORKBOOK = Pattern.compile("(?is).*\\.xls[xm]?");

    private Spreadsheets() {}

    /** @throws UnusableWorkbook if the file is no spreadsheet, or a dangerous one */
    public static Workbook read(Path path) throws IOException {
        if (Files.size(path) > SheetLimits.FILE) {
            throw new UnusableWorkbook(path.toString(), FileKind.TOO_LARGE);
        }
        return switch (kind(path)) {
            case ZIP -> XlsxReader.read(path);
            case COMPOUND -> throw OldWorkbook.refusal(path);
            case PDF, TEXT -> text(path);
        };
    }

    private static Workbook text(Path path) throws IOException {
        if (NAME_OF_A_WORKBOOK.matcher(path.toString()).matches()) {
            throw new UnusableWorkbook(
                    path.toString(),
                    "its name says an Excel workbook, its content does not; if it is CSV, call it .csv, otherwise save it anew in Excel");
        }
        return CsvReader.read(path.toString(), Files.readAllBytes(path));
    }

    private static FileKind kind(Path path) throws IOException {
        try (var bytes = Files.newInputStream(path)) {
            return FileKind.of(bytes.readNBytes(START));
        }
    }
}
