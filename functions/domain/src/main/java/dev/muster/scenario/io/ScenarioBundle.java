package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.muster.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A scenario as one file: a zip of its script, its attachments and its recorded responses, with a note for whoever opens
 * it. The same scenario makes the same file, byte for byte.
 */
public final class ScenarioBundle {

    static final String SCRIPT = "scenario.yaml";
    static final String NOTE = "EXERCISE-README.md";

    /** The most files that a bundle holds: some for each inject of a long script. */
    static final int FILES = 250;

    /** The most bytes that all files of a bundle have, and that the bundle itself has. */
    static final int BYTES = 16 * 1024 * 1024;

    private static final String MARK = "EXERCISE EXERCISE EXERCISE";
    private static final Pattern RESPONSES = Pattern.compile("responses/[a-z0-9][a-z0-9-]*\\.yaml");
    private static final Pattern ATTACHMENT =
            Pattern.compile("(?:[\\p{L}\\p{N}_-][\\p{L}\\p{N}\\p{M} _-]*/){0,2}EXERCISE-[\\p{L}\\p{N}\\p{M} ._-]+"
                    + "\\.(?:txt|csv|png|jpg|pdf)");

    /** Zip knows no earlier time, and this one says nothing about whoever packed it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String source;
    private final Scenario scenario;
    private final SortedMap<String, byte[]> files;
    private final List<String> leftOut;

    private ScenarioBundle(String source, Map<String, byte[]> files, List<String> leftOut) {
        this.source = source;
        this.files = new TreeMap<>(files);
        this.leftOut = List.copyOf(leftOut);
        this.scenario = script(source, files);
    }

    private static Scenario script(String source, Map<String, byte[]> files) {
        if (!files.containsKey(SCRIPT)) {
            throw new InvalidDocument(source, Place.START, "no %s in it; it is no scenario".formatted(SCRIPT));
        }
        return Checked.scenario(Document.of(within(source, SCRIPT), files.get(SCRIPT)))
                .orThrow();
    }

    /**
     * The scenario of a folder.
     *
     * @throws InvalidDocument if it is none, or too large
     */
    public static ScenarioBundle ofFolder(Path folder) {
        var files = new TreeMap<String, byte[]>();
        var leftOut = new ArrayList<String>();
        try (var found = Files.walk(folder)) {
            for (var file :
                    found.filter(file -> !Files.isDirectory(file)).sorted().toList()) {
                var name = nameIn(folder, file);
                if (known(name) && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                    files.put(name, bytes(file));
                } else if (!name.equals(NOTE)) {
                    leftOut.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseTooMuch(folder.toString(), files);
        return new ScenarioBundle(folder.toString(), files, leftOut);
    }

    /**
     * The scenario in a zip that may come from anybody.
     *
     * @throws InvalidDocument if it is none, or not safe to unpack
     */
    public static ScenarioBundle ofZip(Path zip) {
        var unpacked = new Unpacking(zip.toString()).unpack(zip);
        return new ScenarioBundle(zip.toString(), unpacked.files(), unpacked.leftOut());
    }

    /** Whether a file of this name, relative to the scenario's folder, belongs to a scenario. */
    static boolean known(String name) {
        return name.equals(SCRIPT)
                || RESPONSES.matcher(name).matches()
                || ATTACHMENT.matcher(name).matches();
    }

    private static String nameIn(Path folder, Path file) {
        var names = new ArrayList<String>();
        folder.relativize(file).forEach(part -> names.add(part.toString()));
        return String.join("/", names);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(SourceText.LIMIT + 1);
            if (bytes.length > SourceText.LIMIT) {
                throw new InvalidDocument(file.toString(), Place.START, "more than 1 MB; make it smaller");
            }
            return bytes;
        }
    }

    private static void refuseTooMuch(String source, Map<String, byte[]> files) {
        if (files.size() > FILES) {
            throw new InvalidDocument(
                    source, Place.START, "%d files, at most %d; leave some out".formatted(files.size(), FILES));
        }
        if (files.values().stream().mapToLong(bytes -> bytes.length).sum() > BYTES) {
            throw new InvalidDocument(source, Place.START, "more than 16 MB; make its attachments smaller");
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The names of its files, relative to the scenario's folder. */
    public Set<String> names() {
        return files.keySet();
    }

    /** What was found beside them and is no part of a scenario. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** How the zip is named unless somebody names it: for all to see, it is an exercise. */
    public String zipName() {
        return folderName() + ".zip";
    }

    private String folderName() {
        return "EXERCISE-" + scenario.id();
    }

    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            add(NOTE, note().getBytes(UTF_8), zip);
            for (var file : files.entrySet()) {
                add(file.getKey(), file.getValue(), zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void add(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        var entry = new ZipEntry(folderName() + "/" + name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private String note() {
        return """
                %s

                %s
                A scripted crisis, invented, for a rehearsal with Muster. Nothing in it has happened.
                It is for trainers' eyes only: whoever is to rehearse it must not read on.

                To use it: ./muster import %s -o scenarios

                %s
                %s
                """.formatted(MARK, scenario.title(), zipName(), String.join("\n", files.keySet()), MARK);
    }

    /**
     * What is wrong with it, by the rules that hold for all files of the library.
     *
     * @param library where the plan is that it is checked against
     */
    public List<Problem> problems(Library library) {
        try {
            var folder = Files.createTempDirectory("muster-bundle-");
            try {
                write(folder);
                return Validation.validate(List.of(folder), library).stream()
                        .map(problem -> relocated(problem, folder))
                        .toList();
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Problem relocated(Problem problem, Path folder) {
        var name = nameIn(folder, Path.of(problem.file()));
        return new Problem(
                within(source, name),
                problem.line(),
                problem.column(),
                problem.severity(),
                problem.message().replace(folder.toString(), source));
    }

    static String within(String source, String name) {
        return source + "!/" + name;
    }

    /**
     * Puts it into a folder of scenarios, all or nothing. What else was in the scenario's folder stays.
     *
     * @param library the folder of scenarios, or the scenario's own: one that bears its id
     * @param force whether a scenario that is there already is replaced
     * @return the scenario's folder
     * @throws InvalidDocument if it is there already
     */
    public Path writeTo(Path library, boolean force) throws IOException {
        var target = folderIn(library.toAbsolutePath().normalize());
        if (!force && !FileTree.isEmpty(target)) {
            throw new InvalidDocument(
                    target.toString(), Place.START, "is there already; --force replaces it, or choose another folder");
        }
        FileTree.replace(target, this::write);
        return target;
    }

    private Path folderIn(Path library) {
        var own = library.getFileName() != null
                && library.getFileName().toString().equals(scenario.id());
        return own ? library : library.resolve(scenario.id());
    }

    private void write(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
