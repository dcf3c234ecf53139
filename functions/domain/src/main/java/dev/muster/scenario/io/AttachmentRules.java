package dev.muster.scenario.io;

import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.content.WaysOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for the files that come with injects. They lie in the scenario's folder. */
final class AttachmentRules {

    /** As the schema has it, which says so where it is not. */
    private static final String FILE =
            "([A-Za-z0-9][A-Za-z0-9_-]*/)*EXERCISE-[A-Za-z0-9][A-Za-z0-9._-]*\\.(txt|csv|png|jpg|jpeg|pdf)";

    private final Path folder;
    private final Inspection inspection;
    private final Collection<Problem> problems;

    /** By name: responders get a file by its name alone. */
    private final Map<String, String> fileByName = new HashMap<>();

    private AttachmentRules(Path folder, Inspection inspection, Collection<Problem> problems) {
        this.folder = folder;
        this.inspection = inspection;
        this.problems = problems;
    }

    /**
     * @param folder where the scenario's file lies
     * @param problems takes what is wrong inside of text files
     */
    static void check(Scenario scenario, Spot root, Path folder, Inspection inspection, Collection<Problem> problems) {
        var rules = new AttachmentRules(folder, inspection, problems);
        for (var index = 0; index < scenario.injects().size(); index++) {
            rules.check(
                    scenario.injects().get(index),
                    root.in("injects").item(index).in("attachments"));
        }
    }

    private void check(Inject inject, Spot list) {
        for (var index = 0; index < inject.attachments().size(); index++) {
            check(inject.attachments().get(index), list.item(index));
        }
    }

    private void check(Attachment attachment, Spot spot) {
        if (!attachment.file().matches(FILE)) {
            return;
        }
        if (AttachmentType.byName(attachment.name()).orElseThrow().isPicture()
                && attachment.alt().isBlank()) {
            spot.warn("say under alt what the picture shows, for whoever cannot see it");
        }
        var file = spot.in("file");
        var known = fileByName.putIfAbsent(attachment.name(), attachment.file());
        if (known == null) {
            find(attachment, file).ifPresent(path -> check(attachment, path, file));
        } else if (!known.equals(attachment.file())) {
            file.reject("two files have the name \"%s\": %s and %s; rename one of them"
                    .formatted(attachment.name(), known, attachment.file()));
        }
    }

    /** The file, if it is one and lies inside of the folder, whatever links lead there. */
    private Optional<Path> find(Attachment attachment, Spot file) {
        try {
            var path = folder.resolve(attachment.file());
            if (!Files.isRegularFile(path)) {
                file.reject("no such file: \"%s\" in %s%s".formatted(attachment.file(), folder, remedy(path)));
                return Optional.empty();
            }
            return path.toRealPath().startsWith(folder.toRealPath()) ? Optional.of(path) : outside(attachment, file);
        } catch (IOException e) {
            file.reject("cannot be read: \"%s\"".formatted(attachment.file()));
            return Optional.empty();
        }
    }

    private static Optional<Path> outside(Attachment attachment, Spot file) {
        file.reject(
                "\"%s\" leads out of the scenario's folder; put the file there and write its name with / between folders"
                        .formatted(attachment.file()));
        return Optional.empty();
    }

    private static String remedy(Path path) throws IOException {
        var suggestion = suggestion(path);
        return suggestion.endsWith("?") ? suggestion : suggestion + "; put it there, or take it out of the attachments";
    }

    private static String suggestion(Path path) throws IOException {
        var beside = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(beside)) {
            return "";
        }
        try (var files = Files.list(beside)) {
            var names =
                    files.map(other -> other.getFileName().toString()).sorted().toList();
            return Wording.suggestion(path.getFileName().toString(), names);
        }
    }

    private void check(Attachment attachment, Path path, Spot file) {
        read(path, file).ifPresent(content -> {
            var type = AttachmentType.byName(attachment.name()).orElseThrow();
            var types = AttachmentType.byContent(content);
            if (!types.contains(type)) {
                file.reject("its name says %s, its content is %s".formatted(type.ending(), words(types)));
                return;
            }
            inspection.inspect(path.toString(), content).forEach(flaw -> note(flaw, file));
            if (type.isText()) {
                checkText(path, content);
            }
        });
    }

    private static void note(Inspection.Flaw flaw, Spot file) {
        if (flaw.severity() == Problem.Severity.ERROR) {
            file.reject(flaw.message());
        } else {
            file.warn(flaw.message());
        }
    }

    private static String words(List<AttachmentType> types) {
        return types.isEmpty()
                ? "none of what an attachment may be (text is UTF-8)"
                : types.getFirst().ending();
    }

    private Optional<byte[]> read(Path path, Spot file) {
        try (var in = Files.newInputStream(path)) {
            var content = in.readNBytes(Attachment.LARGEST + 1);
            if (content.length > Attachment.LARGEST) {
                file.reject("larger than %d MB; make it smaller".formatted(Attachment.LARGEST / (1024 * 1024)));
                return Optional.empty();
            }
            if (content.length == 0) {
                file.reject("the file is empty");
                return Optional.empty();
            }
            return Optional.of(content);
        } catch (IOException e) {
            file.reject("cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkText(Path path, byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        for (var way : WaysOut.in(text)) {
            problems.add(Problem.warning(path.toString(), Place.after(text.substring(0, way.start())), way.message()));
        }
    }
}
