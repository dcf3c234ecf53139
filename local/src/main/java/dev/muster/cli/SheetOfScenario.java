package dev.muster.cli;

import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.sheet.ExportScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Writes a scenario's file as an MSEL. */
final class SheetOfScenario {

    private static final String MARKING = "EXERCISE";

    private final Library library;
    private final PrintWriter out;

    SheetOfScenario(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    void write(Path file, SheetFile output) throws IOException {
        var scenario = scenario(file);
        output.write(ExportScenario.of(scenario, library.defaultPlan()));
        out.println("Wrote %s: %d injects."
                .formatted(output.path(), scenario.injects().size()));
        advise(scenario, output.path());
        out.flush();
    }

    private Scenario scenario(Path file) throws IOException {
        var document = SheetFile.source(file, library);
        if (!document.has("scenario")) {
            throw new Finding("%s:1:1: no scenario; expected a file that starts with scenario: …".formatted(file));
        }
        return ScenarioFormat.read(document);
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
