package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files that somebody has written, and what validation says of them, with places as seen from their folder.
 *
 * @param folder that holds them
 */
record GivenFiles(Path folder) {

    static final Path SCENARIOS = Path.of(System.getProperty("muster.root"), "scenarios");

    static final Library LIBRARY = Library.at(SCENARIOS);

    private static final Path PLAN = SCENARIOS.resolve("plans").resolve(Library.DEFAULT_PLAN + ".yaml");

    Path path(String name) {
        return folder.resolve(name);
    }

    void given(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library's own plan, as its file has it. */
    String defaultPlan() {
        try {
            return Files.readString(PLAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Problem> problems() {
        return Validation.validate(List.of(folder), LIBRARY);
    }

    List<String> errors() {
        return errorsOf(folder);
    }

    List<String> errorsOf(Path path) {
        return problemsOf(path, Problem::isError);
    }

    List<String> warnings() {
        return problemsOf(folder, problem -> !problem.isError());
    }

    /** Warnings without the word, where nothing worse is found. */
    List<String> advice() {
        assertThat(errors()).isEmpty();
        return warnings().stream()
                .map(problem -> problem.replace(": warning: ", ": "))
                .toList();
    }

    List<String> adviceOn(String scenario) {
        given("leak.yaml", scenario);
        return advice();
    }

    private List<String> problemsOf(Path path, Predicate<Problem> wanted) {
        return Validation.validate(List.of(path), LIBRARY).stream()
                .filter(wanted)
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }
}
