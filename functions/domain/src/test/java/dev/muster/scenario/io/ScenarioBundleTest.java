package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario goes out and comes in as one file, whoever packed it. */
class ScenarioBundleTest {

    private static final Path LIBRARY = Path.of(System.getProperty("muster.root"), "scenarios");
    private static final Path BREACH = LIBRARY.resolve("data-breach");
    private static final String ATTACHMENT = "attachments/EXERCISE-prüfung 佐藤.csv";

    @TempDir
    private Path folder;

    private final Library library = Library.at(LIBRARY);

    // ---- out and in

    @Test
    void aScenarioOfTheLibraryComesBackByteForByte() throws IOException {
        var out = ScenarioBundle.ofFolder(BREACH);
        var zip = written("breach.zip", out.zip());

        var in = ScenarioBundle.ofZip(zip);
        var target = in.writeTo(folder.resolve("mine"), false);

        assertThat(in.problems(library)).isEmpty();
        assertThat(target).isEqualTo(folder.resolve("mine/data-breach"));
        assertThat(files(target)).isEqualTo(files(BREACH));
        assertThat(ScenarioBundle.ofFolder(target).zip()).isEqualTo(out.zip());
    }

    @Property(tries = 100)
    void whateverItsFilesSayTheyComeBackByteForByte(@ForAll("contents") Map<String, String> contents)
            throws IOException {
        var scratch = Files.createTempDirectory("bundle-test-");
        contents.put("scenario.yaml", script());
        for (var file : contents.entrySet()) {
            var path = scratch.resolve("from").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var zip = Files.write(
                scratch.resolve("it.zip"),
                ScenarioBundle.ofFolder(scratch.resolve("from")).zip());

        var target = ScenarioBundle.ofZip(zip).writeTo(scratch.resolve("to"), false);

        assertThat(files(target)).isEqualTo(files(scratch.resolve("from")));
        FileTree.delete(scratch);
    }

    @Provide
    Arbitrary<Map<String, String>> contents() {
        var names = Arbitraries.of(
                "responses/good.yaml",
                "responses/a-1.yaml",
                "attachments/EXERCISE-a.txt",
                ATTACHMENT,
                "EXERCISE-b.png");
        return Arbitraries.maps(names, Arbitraries.strings().ofMaxLength(2_000)).map(LinkedHashMap::new);
    }

    @Test
    void theZipSaysThatItIsAnExerciseInItsNameInsideAndInANote() throws IOException {
        var bundle = ScenarioBundle.ofFolder(BREACH);
        var entries = entries(bundle.zip());

        assertThat(bundle.zipName()).isEqualTo("EXERCISE-data-breach.zip");
        assertThat(entries.keySet()).allSatisfy(name -> assertThat(name).startsWith("EXERCISE-data-breach/"));
        assertThat(new String(entries.get("EXERCISE-data-breach/EXERCISE-README.md"), UTF_8))
                .startsWith("EXERCISE EXERCISE EXERCISE\n")
                .endsWith("EXERCISE EXERCISE EXERCISE\n")
                .contains("Customer data on the loose", "responses/good.yaml");
    }

    @Test
    void whatIsNoPartOfAScenarioStaysAtHomeAndIsNamed() throws IOException {
        var scenario = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(scenario.resolve("scenario.yaml"), script());
        Files.writeString(scenario.resolve("private-notes.txt"), "not for others");
        Files.createSymbolicLink(scenario.resolve("EXERCISE-link.txt"), scenario.resolve("private-notes.txt"));

        var bundle = ScenarioBundle.ofFolder(scenario);

        assertThat(bundle.names()).containsExactly("scenario.yaml");
        assertThat(bundle.leftOut()).containsExactlyInAnyOrder("private-notes.txt", "EXERCISE-link.txt");
    }

    @Test
    void anAttachmentThatTheZipLacksIsMissingInTheZipAndNotInAFolderThatIsGone() throws IOException {
        var lacking = script().replaceFirst(
                        "(?m)^  - id: soc-alert$", "$0\n    attachments: [{file: EXERCISE-log.txt, title: Log}]");
        var zip = zip(Map.of("scenario.yaml", lacking));

        assertThat(ScenarioBundle.ofZip(zip).problems(Library.at(BREACH.getParent())))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("no such file: \"EXERCISE-log.txt\" in " + zip)
                        .endsWith("; put it there, or take it out of the attachments"));
    }

    @Test
    void whoeverPacksItAgainMayPackOtherwise() throws IOException {
        var zip = zip(Map.of("breach copy/scenario.yaml", script(), "breach copy/.DS_Store", "x", "__MACOSX/y", "z"));

        var bundle = ScenarioBundle.ofZip(zip);

        assertThat(bundle.names()).containsExactly("scenario.yaml");
        assertThat(bundle.leftOut()).containsExactlyInAnyOrder("breach copy/.DS_Store", "__MACOSX/y");
    }

    // ---- what is there already

    @Test
    void aScenarioThatIsThereIsNotOverwrittenUnlessForced() throws IOException {
        var bundle = ScenarioBundle.ofFolder(BREACH);
        var target = bundle.writeTo(folder, false);
        Files.writeString(target.resolve("scenario.yaml"), "mine now");
        Files.writeString(target.resolve("my-notes.txt"), "mine, too");

        refused(() -> bundle.writeTo(folder, false), "--force");
        assertThat(target.resolve("scenario.yaml")).hasContent("mine now");

        bundle.writeTo(folder, true);
        assertThat(target.resolve("scenario.yaml"))
                .hasBinaryContent(Files.readAllBytes(BREACH.resolve("scenario.yaml")));
        assertThat(target.resolve("my-notes.txt")).hasContent("mine, too");
        assertThat(names(folder)).containsExactly("data-breach");
    }

    @Test
    void forceWritesThroughNoLink() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var target = Files.createDirectories(folder.resolve("library/data-breach"));
        Files.createSymbolicLink(target.resolve("responses"), elsewhere);

        ScenarioBundle.ofFolder(BREACH).writeTo(folder.resolve("library"), true);

        assertThat(names(elsewhere)).isEmpty();
        assertThat(target.resolve("responses/good.yaml")).exists();
    }

    @Test
    void aFolderThatBearsTheScenariosNameIsItsOwn() throws IOException {
        assertThat(ScenarioBundle.ofFolder(BREACH).writeTo(folder.resolve("data-breach"), false))
                .isEqualTo(folder.resolve("data-breach"));
    }

    @Test
    void whatFailsHalfWayLeavesNothingBehind() throws IOException {
        var target = folder.resolve("data-breach");
        Files.createDirectories(target.resolve("scenario.yaml"));
        Files.writeString(target.resolve("scenario.yaml/in-the-way"), "");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ScenarioBundle.ofFolder(BREACH).writeTo(folder, true));

        assertThat(names(folder)).containsExactly("data-breach");
        assertThat(target.resolve("scenario.yaml/in-the-way")).exists();
    }

    @Test
    void whatIsWrongInItHasItsPlaceInTheZip() throws IOException {
        var zip = zip(Map.of("x/scenario.yaml", script().replace("expects: [recognise", "expects: [recognize")));

        assertThat(ScenarioBundle.ofZip(zip).problems(library))
                .extracting(Problem::toString)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(zip + "!/scenario.yaml:").contains("recognize"));
    }

    // ---- what comes from anybody

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../scenario.yaml",
                "x/../../scenario.yaml",
                "/etc/cron.d/x",
                "..",
                "x/..",
                "..\\scenario.yaml",
                "C:\\x\\scenario.yaml",
                "c:scenario.yaml",
                "x/EXERCISE-a\u0000.txt",
                "EXERCISE-\n.txt"
            })
    void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
        var zip = zip(Map.of("x/scenario.yaml", script(), name, "gotcha"));

        refused(() -> ScenarioBundle.ofZip(zip), "outside of the scenario's folder");
    }

    @Test
    void aBombIsRefusedBeforeItUnfolds() throws IOException {
        var megabytes = new byte[64 * 1024 * 1024];
        var zip = zipOf(Map.of("x/scenario.yaml", script().getBytes(UTF_8), "bomb.bin", megabytes));

        refused(() -> ScenarioBundle.ofZip(zip), "more than 1 MB");
    }

    @Test
    void manySmallFilesAreABombToo() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var number = 0; number < 40; number++) {
            files.put("x/EXERCISE-" + number + ".txt", new byte[1024 * 1024]);
        }
        var large = zipOf(files);
        refused(() -> ScenarioBundle.ofZip(large), "more than 16 MB");

        for (var number = 0; number < 600; number++) {
            files.put("x/EXERCISE-" + number + ".txt", new byte[0]);
        }
        var many = zipOf(files);
        refused(() -> ScenarioBundle.ofZip(many), "more than 500 entries");
    }

    @Test
    void whatIsNoZipOrNoScenarioOrTwoIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("text.zip"), "scenario: data-breach");
        var empty = zip(Map.of("x/readme.txt", "hello"));
        var two = zip(Map.of("a/scenario.yaml", script(), "b/scenario.yaml", script()));
        var doubled = zip(Map.of("x/scenario.yaml", script(), "x/Scenario.yaml", script()));

        refused(() -> ScenarioBundle.ofZip(text), "is no zip");
        refused(() -> ScenarioBundle.ofZip(empty), "no scenario.yaml");
        refused(() -> ScenarioBundle.ofZip(two), "2 scenarios");
        refused(() -> ScenarioBundle.ofZip(doubled), "comes twice");
    }

    @Property(tries = 300)
    void aDamagedZipIsRefusedOrUnpacksAsItWasAndNeverBreaksAnything(@ForAll int seed, @ForAll boolean cut) {
        var zip = ScenarioBundle.ofFolder(BREACH).zip();
        var at = Math.floorMod(seed, zip.length);
        var damaged = cut ? Arrays.copyOf(zip, at) : zip.clone();
        if (!cut) {
            damaged[at] ^= (byte) (1 << Math.floorMod(seed / 7, 8));
        }
        try {
            var files = new Unpacking("damaged.zip").unpack(damaged).files();
            // Names stand outside of the checksum; what the files say does not.
            assertThat(files(BREACH).values())
                    .containsAll(files.values().stream()
                            .map(ScenarioBundleTest::digest)
                            .toList());
        } catch (InvalidDocument refused) {
            assertThat(refused.getMessage()).startsWith("damaged.zip:1:1: ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    // ---- the files of these tests

    private static String script() throws IOException {
        return Files.readString(BREACH.resolve("scenario.yaml"));
    }

    private Path zip(Map<String, String> files) throws IOException {
        return zipOf(files.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().getBytes(UTF_8))));
    }

    private Path zipOf(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return written(UUID.randomUUID() + ".zip", bytes.toByteArray());
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** Each by its digest, which is short enough to be shown. */
    private static Map<String, String> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            var found = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(root.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
            return found;
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void refused(ThrowingCallable action, String words) {
        assertThatExceptionOfType(InvalidDocument.class).isThrownBy(action).withMessageContaining(words);
    }
}
