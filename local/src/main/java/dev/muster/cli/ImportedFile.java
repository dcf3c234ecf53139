package dev.muster.cli;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that an import makes, and what it tells a person meanwhile. */
final class ImportedFile {

    private final Path path;
    private final Library library;
    private final PrintWriter out;

    ImportedFile(Path path, Library library, PrintWriter out) {
        this.path = path;
        this.library = library;
        this.out = out;
    }

    /** A file's name without its ending. */
    static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** The id that a file's name gives to what is in it. */
    static String id(Path file) {
        return ImportScenario.idFor(baseName(file));
    }

    /** Before anything is read, so that no report is lost to a place where nothing can be written. */
    static void refuseUnlessFree(Path path, boolean force) {
        var folder = path.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Finding("%s:1:1: there is no folder %s, so nothing was written; create it and try again"
                    .formatted(path, folder));
        }
        if (Files.isDirectory(path)) {
            throw new Finding(
                    "%s:1:1: a folder; -o wants a file in it, such as %s".formatted(path, path.resolve("mine.yaml")));
        }
        if (!force && Files.exists(path)) {
            throw new Finding("%s:1:1: exists already; --force overwrites it, -o says another".formatted(path));
        }
    }

    /** @param made how much came of it: "26 injects" */
    void report(List<Remark> remarks, String made) {
        remarks.forEach(remark -> out.println(line(remark)));
        out.println("%s; %d assumptions, %d things not used."
                .formatted(made, count(remarks, Remark.Kind.ASSUMED), count(remarks, Remark.Kind.UNUSED)));
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

    private static long count(List<Remark> remarks, Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).count();
    }

    void write(String yaml) throws IOException {
        Files.writeString(path, yaml);
        out.println("Wrote %s.".formatted(path));
        validate();
    }

    private void validate() {
        var problems = Validation.validate(List.of(path), library);
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
}
