package dev.muster.cli;

import dev.muster.excel.Spreadsheets;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.ImportedScenario;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
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
        return Path.of(ImportScenario.idFor(baseName(spreadsheet)) + ".yaml");
    }

    void make(Path spreadsheet, Wish wish, boolean dryRun, boolean force) throws IOException {
        if (!dryRun && !force && Files.exists(wish.output())) {
            throw new Finding(
                    "%s:1:1: exists already; --force overwrites it, -o says another".formatted(wish.output()));
        }
        var imported = imported(spreadsheet, wish);
        imported.remarks().forEach(remark -> out.println(line(remark)));
        out.println(summary(imported));
        if (!dryRun) {
            Files.writeString(wish.output(), imported.yaml(Project.schemaFor(wish.output(), "scenario")));
            out.println("Wrote %s.".formatted(wish.output()));
            validate(wish.output());
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

    private static String line(Remark remark) {
        var kind =
                switch (remark.kind()) {
                    case UNDERSTOOD -> "";
                    case ASSUMED -> "assumed: ";
                    case UNUSED -> "not used: ";
                };
        return "%s: %s%s".formatted(remark.place(), kind, remark.message());
    }

    private static String summary(ImportedScenario imported) {
        return "%d injects; %d assumptions, %d things not used."
                .formatted(
                        imported.document().path("injects").size(),
                        count(imported, Remark.Kind.ASSUMED),
                        count(imported, Remark.Kind.UNUSED));
    }

    private static long count(ImportedScenario imported, Remark.Kind kind) {
        return imported.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .count();
    }

    private void validate(Path output) {
        var problems = Validation.validate(List.of(output), library);
        problems.stream().filter(problem -> !problem.isError()).forEach(out::println);
        var errors = problems.stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) {
            out.flush();
            throw new Finding(errors);
        }
    }

    /** The library names a scenario after its folder; anywhere else it is named after its file. */
    private static String name(Path output) {
        var folder = output.toAbsolutePath().getParent();
        return output.endsWith(SCENARIO) && folder.getFileName() != null
                ? folder.getFileName().toString()
                : baseName(output);
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
