package dev.muster.start;

import dev.muster.excel.Spreadsheets;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.PlanFormat;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.plan.ImportPlan;
import dev.muster.start.OwnPlan.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a plan of the file that somebody uploaded: a spreadsheet as {@code import --plan} reads it, or YAML. */
final class PlanReader {

    private static final List<String> DOCUMENTS = List.of(".yaml", ".yml", ".json");

    private final Library library;
    private final Clock clock;

    PlanReader(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    OwnPlan read(Upload upload) throws IOException {
        try {
            return isDocument(upload.name()) ? document(upload) : spreadsheet(upload);
        } catch (InvalidDocument e) {
            var wrong = e.problems().stream().map(it -> new Line("wrong", it.line() + ":" + it.column(), it.message()));
            return OwnPlan.unusable(upload.name(), wrong.toList());
        } catch (UnusableWorkbook e) {
            return OwnPlan.unusable(upload.name(), List.of(new Line("wrong", "", e.getMessage())));
        }
    }

    private static boolean isDocument(String name) {
        return DOCUMENTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static OwnPlan document(Upload upload) {
        return of(upload.name(), Library.ownPlan(upload.name(), upload.content()), Stream.empty());
    }

    private OwnPlan spreadsheet(Upload upload) throws IOException {
        var folder = Files.createTempDirectory("muster-plan");
        var file = folder.resolve("plan");
        try {
            Files.write(file, upload.content());
            var imported = ImportPlan.of(Spreadsheets.read(file), library.defaultPlan(), wishes(upload.name()));
            // What the import made is judged as every other plan is.
            var plan = Library.ownPlan(
                    upload.name(),
                    PlanFormat.write(imported.plan()).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return of(upload.name(), plan, imported.remarks().stream().map(it -> line(it, file)));
        } catch (UnusableWorkbook e) {
            throw new UnusableWorkbook(
                    upload.name(), e.getMessage().substring(e.getMessage().indexOf(": ") + 2));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static OwnPlan of(String name, Plan plan, Stream<Line> report) {
        return new OwnPlan(
                name, report.toList(), plan.id(), PlanFormat.write(plan).toString());
    }

    private static Line line(Remark remark, Path file) {
        var place = remark.place().toString();
        return new Line(
                remark.kind().name().toLowerCase(Locale.ROOT),
                place.startsWith(file + ":") ? place.substring(file.toString().length() + 1) : place,
                remark.message());
    }

    private ImportPlan.Wishes wishes(String name) {
        var base = name.replaceFirst("\\.[^.]*$", "");
        var id = ImportScenario.idFor(base);
        return new ImportPlan.Wishes(
                id.equals(Plan.DEFAULT) ? "own-plan" : id,
                base,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.now(clock));
    }
}
