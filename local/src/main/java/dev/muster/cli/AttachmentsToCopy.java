package dev.muster.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The attachments that a sheet names and that do not lie beside the scenario made of it: a sheet contains none, so somebody
 * must copy them.
 *
 * @param spreadsheet beside which they may lie
 * @param output the scenario's file, beside which they must lie
 * @param scenarios the library's folder of scenarios, in which the exported one may be
 */
record AttachmentsToCopy(Path spreadsheet, Path output, Path scenarios) {

    /** What else is written as a file's name, validation refuses. */
    private static final String FILE = "[A-Za-z0-9_-][A-Za-z0-9._/-]*";

    /** Lines for the user; none if nothing is missing. */
    List<String> of(JsonNode scenario) {
        var missing = files(scenario)
                .filter(file -> !Files.isRegularFile(target(file)))
                .map(file -> "copy %s to %s".formatted(source(file, scenario), target(file)))
                .toList();
        return missing.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(
                                        "Attachments are named in a sheet, not contained in it; so that they come along,"),
                                missing.stream())
                        .toList();
    }

    private static Stream<String> files(JsonNode scenario) {
        return scenario.path("injects").findValues("attachments").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(attachment -> attachment.path("file").asText())
                .filter(file -> file.matches(FILE))
                .distinct();
    }

    private Path target(String file) {
        return folderOf(output).resolve(file);
    }

    private String source(String file, JsonNode scenario) {
        var exported = Optional.of(scenario.path("scenario").asText())
                .filter(id -> id.matches(FILE))
                .map(scenarios::resolve);
        return Stream.concat(Stream.of(folderOf(spreadsheet)), exported.stream())
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .findFirst()
                .orElse("%s from the folder of the scenario that was exported".formatted(file));
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
