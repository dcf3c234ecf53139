package dev.muster.cli;

import dev.muster.excel.XlsxWriter;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.CsvWriter;
import dev.muster.scenario.sheet.ExportScenario;
import dev.muster.scenario.sheet.ExportedWorkbook;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a scenario's file as an MSEL. */
final class SheetOfScenario {

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

    private static final String MARKING = "EXERCISE";

    private final Library library;
    private final PrintWriter out;

    SheetOfScenario(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    void write(Path file, Path output, Format format, boolean force) throws IOException {
        ImportedFile.refuseToOverwrite(output, force);
        var scenario = scenario(file);
        Files.write(output, bytes(ExportScenario.of(scenario, library.defaultPlan()), format));
        out.println("Wrote %s: %d injects.".formatted(output, scenario.injects().size()));
        advise(scenario, output);
        out.flush();
    }

    private Scenario scenario(Path file) throws IOException {
        var errors = Validation.validate(List.of(file), library).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new Finding(errors);
        }
        var document = YamlWriter.read(Files.readString(file));
        if (!document.has("scenario")) {
            throw new Finding("%s:1:1: no scenario; expected a file that starts with scenario: …".formatted(file));
        }
        return ScenarioFormat.read(document);
    }

    static byte[] bytes(ExportedWorkbook exported, Format format) throws IOException {
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

    private void advise(Scenario scenario, Path output) {
        if (!output.getFileName().toString().contains(MARKING)) {
            out.println("Whoever finds the file should see what it is: call it %s-%s."
                    .formatted(MARKING, output.getFileName()));
        }
        if (scenario.injects().stream().anyMatch(inject -> !inject.attachments().isEmpty())) {
            out.println("Attachments are named in it, not contained: send the scenario's folder along.");
        }
    }
}
