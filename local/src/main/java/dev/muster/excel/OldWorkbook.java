package dev.muster.excel;

import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Compound files: Excel before 2007, and workbooks under a password. Neither is read, but each has its own remedy. */
final class OldWorkbook {

    private OldWorkbook() {}

    static UnusableWorkbook refusal(Path path) {
        return new UnusableWorkbook(
                path.toString(),
                isEncrypted(path)
                        ? "the workbook is encrypted; save it without a password"
                        : "an Excel file of the old kind (.xls); save it as .xlsx");
    }

    private static boolean isEncrypted(Path path) {
        try (var files = new POIFSFileSystem(path.toFile(), true)) {
            return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            // Damaged; either remedy will do.
            return false;
        }
    }
}
