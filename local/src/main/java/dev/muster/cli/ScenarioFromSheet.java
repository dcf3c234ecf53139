package dev.muster.cli;

import dev.muster.excel.Spreadsheets;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.ImportedScenario;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/** Makes a scenario's file of a spreadsheet, reports on it and validates it. */
final class ScenarioFromSheet {

    /**
     * What the user wants.
     *
     * @param plan whose roles and steps the scenario uses
     * @param start the time of StartEx, if the user says it
     * @param kind the kind of crisis, if the user says it
     * @param output the scenario's file; its name, or its folder's, becomes the scenario's id
     */
    record Wish(Plan plan, Optional<LocalTime> start, Optional<CrisisKind> kind, Path output) {}

    private static final String SCENARIO = "scenario.yaml";

    private final Library library;
    private final PrintWriter out;

    ScenarioFromSheet(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    static Path defaultOutput(Path spreadsheet) {
        return Path.of(ImportedFile.id(spreadsheet) + ".yaml");
    }

    void make(Path spreadsheet, Wish wish, boolean dryRun, boolean force) throws IOException {
        if (!dryRun) {
            ImportedFile.refuseUnlessFree(wish.output(), force);
        }
        var imported = imported(spreadsheet, wish);
        var file = new ImportedFile(wish.output(), library, out);
        file.report(
                imported.remarks(),
                "%d injects".formatted(imported.document().path("injects").size()));
        new AttachmentsToCopy(spreadsheet, wish.output(), Project.scenarios())
                .of(imported.document())
                .forEach(out::println);
        if (!dryRun) {
            file.write(imported.yaml(Project.schemaFor(wish.output(), "scenario")));
        }
        out.flush();
    }

    private static ImportedScenario imported(Path spreadsheet, Wish wish) throws IOException {
        try {
            var wishes =
                    new ImportScenario.Wishes(ImportScenario.idFor(name(wish.output())), wish.start(), wish.kind());
            return ImportScenario.of(Spreadsheets.read(spreadsheet), wish.plan(), wishes);
        } catch (UnusableWorkbook e) {
            throw new Finding(e.getMessage());
        }
    }

    /** The library names a scenario after its folder; anywhere else it is named after its file. */
    private static String name(Path output) {
        var folder = output.toAbsolutePath().getParent();
        return output.endsWith(SCENARIO) && folder.getFileName() != null
                ? folder.getFileName().toString()
                : ImportedFile.baseName(output);
    }
}
