package dev.muster.cli;

import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.ScenarioBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs a scenario into one file, and puts one that came as such into a library. */
final class ScenarioParcel {

    private static final String MARKING = "EXERCISE";

    private final Library library;
    private final PrintWriter out;

    ScenarioParcel(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    /** @param folder of the scenario */
    void pack(Path folder, Path output, boolean force) throws IOException {
        ImportedFile.refuseUnlessFree(output, force);
        var bundle = read(() -> ScenarioBundle.ofFolder(folder));
        refuseErrors(bundle);
        Files.write(output, bundle.zip());
        sayLeftOut(bundle);
        out.println("Wrote %s: scenario \"%s\", %d files."
                .formatted(output, bundle.scenario().id(), bundle.names().size()));
        if (!output.getFileName().toString().contains(MARKING)) {
            out.println("Whoever finds the file should see what it is: call it %s.".formatted(bundle.zipName()));
        }
        out.flush();
    }

    void unpack(Path zip, Path into, boolean dryRun, boolean force) throws IOException {
        var bundle = read(() -> ScenarioBundle.ofZip(zip));
        sayLeftOut(bundle);
        refuseErrors(bundle);
        if (dryRun) {
            out.println("Scenario \"%s\": %s.".formatted(bundle.scenario().id(), String.join(", ", bundle.names())));
        } else {
            out.println("Wrote %s: %d files."
                    .formatted(
                            read(() -> bundle.writeTo(into, force)),
                            bundle.names().size()));
        }
        out.flush();
    }

    private void sayLeftOut(ScenarioBundle bundle) {
        bundle.leftOut().forEach(name -> out.println("left out, no part of a scenario: " + name));
    }

    private void refuseErrors(ScenarioBundle bundle) {
        var problems = bundle.problems(library);
        problems.stream().filter(problem -> !problem.isError()).forEach(out::println);
        refuse(problems.stream().filter(Problem::isError).toList());
    }

    private void refuse(List<Problem> errors) {
        if (!errors.isEmpty()) {
            out.flush();
            throw new Finding(errors.stream().map(Problem::toString).toList());
        }
    }

    /** What reads or writes a parcel. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (InvalidDocument e) {
            refuse(e.problems());
            throw e;
        }
    }
}
