package dev.muster.cli;

import dev.muster.excel.Spreadsheets;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.PlanFormat;
import dev.muster.scenario.io.Unreadable;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.plan.ImportPlan;
import dev.muster.scenario.sheet.plan.ImportedPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Makes a plan's file of a spreadsheet, reports on it and validates it. */
final class PlanFromSheet {

    /** What the user says of the plan; it counts before what the sheet says. */
    record Said(
            Optional<String> title,
            Optional<String> owner,
            Optional<Integer> version,
            Optional<LocalDate> reviewed,
            Optional<String> realContact) {}

    private final Library library;
    private final PrintWriter out;
    private final Clock clock;

    PlanFromSheet(Library library, PrintWriter out, Clock clock) {
        this.library = library;
        this.out = out;
        this.clock = clock;
    }

    void make(Path spreadsheet, Said said, Path output, boolean dryRun, boolean force) throws IOException {
        var id = ImportedFile.id(output);
        if (id.equals(Plan.DEFAULT)) {
            throw new Finding("%s:1:1: \"%s\" is the name of Muster's own plan; call yours otherwise, with -o"
                    .formatted(output, Plan.DEFAULT));
        }
        if (!dryRun) {
            ImportedFile.refuseUnlessFree(output, force);
        }
        var imported = imported(spreadsheet, said, output, id);
        var plan = imported.plan();
        var file = new ImportedFile(output, library, out);
        file.report(
                imported.remarks(),
                "Plan \"%s\", version %d: %d steps, %d roles, %d contacts, %d templates"
                        .formatted(
                                plan.id(),
                                plan.version(),
                                plan.steps().size(),
                                plan.roles().size(),
                                plan.contacts().size(),
                                plan.templates().size()));
        if (!dryRun) {
            file.write(imported.yaml(Project.schemaFor(output, "plan")));
        }
        out.flush();
    }

    private ImportedPlan imported(Path spreadsheet, Said said, Path output, String id) throws IOException {
        var wishes = new ImportPlan.Wishes(
                id,
                ImportedFile.baseName(spreadsheet),
                said.title(),
                said.owner(),
                said.version(),
                said.reviewed(),
                said.realContact(),
                before(output),
                LocalDate.now(clock));
        try {
            return ImportPlan.of(Spreadsheets.read(spreadsheet), library.defaultPlan(), wishes);
        } catch (UnusableWorkbook e) {
            throw new Finding(e.getMessage());
        }
    }

    /** The plan in whose place the new one comes; nothing if none is there, or none that can be read. */
    private Optional<Plan> before(Path output) throws IOException {
        if (!Files.isRegularFile(output)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PlanFormat.read(YamlWriter.read(Files.readString(output))));
        } catch (InvalidDocument | Unreadable e) {
            out.println("%s: no plan that could be read, so that the version starts anew.".formatted(output));
            return Optional.empty();
        }
    }
}
