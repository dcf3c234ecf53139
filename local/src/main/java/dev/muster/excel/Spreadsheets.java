package dev.muster.excel;

import dev.muster.scenario.sheet.CsvReader;
import dev.muster.scenario.sheet.FileKind;
import dev.muster.scenario.sheet.SheetLimits;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a spreadsheet of any kind; its bytes say which it is, not its name. */
public final class Spreadsheets {

    private static final int START = 16;

    private Spreadsheets() {}

    /** @throws UnusableWorkbook if the file is no spreadsheet, or a dangerous one */
    public static Workbook read(Path path) throws IOException {
        if (Files.size(path) > SheetLimits.FILE) {
            throw new UnusableWorkbook(path.toString(), FileKind.TOO_LARGE);
        }
        return switch (kind(path)) {
            case ZIP -> XlsxReader.read(path);
            case COMPOUND -> throw OldWorkbook.refusal(path);
            case PDF, TEXT -> CsvReader.read(path.toString(), Files.readAllBytes(path));
        };
    }

    private static FileKind kind(Path path) throws IOException {
        try (var bytes = Files.newInputStream(path)) {
            return FileKind.of(bytes.readNBytes(START));
        }
    }
}
