package dev.muster.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.excel.XlsxWriter;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.CsvWriter;
import dev.muster.scenario.sheet.ExportedWorkbook;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The spreadsheet that an export writes.
 *
 * @param force whether it may take the place of another file
 */
record SheetFile(Path path, Format format, boolean force) {

    enum Format {
        XLSX,
        CSV;

        static Optional<Format> of(Path output) {
            var name = output.toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> name.endsWith('.' + format.name().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** What a file to be exported says; a finding if validation finds an error in it. */
    static JsonNode source(Path file, Library library) throws IOException {
        var errors = Validation.validate(List.of(file), library).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new Finding(errors);
        }
        return YamlWriter.read(Files.readString(file));
    }

    void write(ExportedWorkbook exported) throws IOException {
        ImportedFile.refuseUnlessFree(path, force);
        Files.write(path, bytes(exported));
    }

    private byte[] bytes(ExportedWorkbook exported) throws IOException {
        try {
            return switch (format) {
                case CSV -> CsvWriter.write(exported.workbook());
                case XLSX -> {
                    var bytes = new ByteArrayOutputStream();
                    XlsxWriter.write(exported, bytes);
                    yield bytes.toByteArray();
                }
            };
        } catch (UnusableWorkbook e) {
            throw new Finding(e.getMessage());
        }
    }
}
