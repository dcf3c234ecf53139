package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.scenario.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments lie in the scenario's folder, are what their names say, and small. */
class AttachmentRulesTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

    @TempDir
    private Path library;

    private Path folder;

    @BeforeEach
    void aFolderForTheScenario() throws IOException {
        folder = Files.createDirectories(library.resolve("leak"));
    }

    private List<String> problems(String... attachments) throws IOException {
        return problems(Inspection.NONE, attachments);
    }

    private List<String> problems(Inspection inspection, String... attachments) throws IOException {
        var file = Files.writeString(
                folder.resolve("scenario.yaml"), """
                scenario: leak
                title: A leak
                kind: outage
                version: 1
                language: en
                duration: PT20M
                fault: unknown
                briefing: You run a warehouse.
                roles: [communications]
                objectives:
                  - {id: o-speak, title: Speak early, steps: [holding-statement]}
                injects:
                  - id: water
                    title: Water rises
                    at: PT1M
                    channel: chat
                    from: The porter
                    to: [communications]
                    text: It is ankle deep.
                    expects: [holding-statement]
                    attachments:
                      - %s
                """.formatted(String.join("\n      - ", attachments)));
        return Validation.review(List.of(file), LIBRARY, inspection).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    private void given(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), content);
    }

    @Test
    void filesInOrderAreAccepted() throws IOException {
        given("attachments/EXERCISE-rows.csv", "a;b\n".getBytes(UTF_8));
        given("EXERCISE-page.png", PNG);
        given("EXERCISE-page.pdf", "%PDF-1.7".getBytes(UTF_8));
        given("EXERCISE-photo.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        assertThat(problems(
                        "{file: attachments/EXERCISE-rows.csv, title: Rows}",
                        "{file: EXERCISE-page.png, title: Page, alt: A page}",
                        "{file: EXERCISE-page.pdf, title: Page}",
                        "{file: EXERCISE-photo.jpeg, title: Photo, alt: A photo}"))
                .isEmpty();
        assertThat(Library.at(library).attachment("leak", new Attachment("attachments/EXERCISE-rows.csv", "Rows", "")))
                .asString(UTF_8)
                .isEqualTo("a;b\n");
    }

    @Test
    void aMissingFileIsShownWithTheOneThatWasProbablyMeant() throws IOException {
        given("EXERCISE-rows.csv", "a\n".getBytes(UTF_8));
        assertThat(problems("{file: EXERCISE-row.csv, title: Rows}"))
                .containsExactly(
                        "scenario.yaml:22:16: no such file: \"EXERCISE-row.csv\" in %s, did you mean \"EXERCISE-rows.csv\"?"
                                .formatted(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows.csv",
                "../EXERCISE-rows.csv",
                "/etc/EXERCISE-hosts.txt",
                "a\\\\EXERCISE-b.txt",
                "EXERCISE-a.exe",
                "EXERCISE-.png"
            })
    void aNameThatCannotBeAttachedIsToldWhatCan(String name) throws IOException {
        assertThat(problems("{file: \"%s\", title: Rows}".formatted(name)))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:22:16: not a file that can be attached: ")
                .contains("./muster mark FILE");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        var outside = Files.writeString(library.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("EXERCISE-secret.txt"), outside);
        assertThat(problems("{file: EXERCISE-secret.txt, title: Secret}"))
                .singleElement()
                .asString()
                .contains("leads out of the scenario's folder");
        assertThatThrownBy(() -> Library.at(library).attachment("leak", new Attachment("../secret.txt", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileIsWhatItsNameSays() throws IOException {
        given("EXERCISE-a.png", "no picture".getBytes(UTF_8));
        given("EXERCISE-b.txt", PNG);
        given("EXERCISE-c.txt", new byte[] {'a', 0, 'b'});
        given("EXERCISE-d.csv", new byte[] {'a', (byte) 0xFC});
        assertThat(problems(
                        "{file: EXERCISE-a.png, title: A, alt: A}",
                        "{file: EXERCISE-b.txt, title: B}",
                        "{file: EXERCISE-c.txt, title: C}",
                        "{file: EXERCISE-d.csv, title: D}"))
                .containsExactly(
                        "scenario.yaml:22:16: its name says .png, its content is .txt",
                        "scenario.yaml:23:16: its name says .txt, its content is .png",
                        "scenario.yaml:24:16: its name says .txt, its content is none of what an attachment may be (text is UTF-8)",
                        "scenario.yaml:25:16: its name says .csv, its content is none of what an attachment may be (text is UTF-8)");
    }

    @Test
    void aFileIsNeitherEmptyNorLarge() throws IOException {
        var large = new byte[Attachment.LARGEST + 1];
        Arrays.fill(large, (byte) 'a');
        given("EXERCISE-a.txt", large);
        given("EXERCISE-b.txt", new byte[0]);
        assertThat(problems("{file: EXERCISE-a.txt, title: A}", "{file: EXERCISE-b.txt, title: B}"))
                .containsExactly(
                        "scenario.yaml:22:16: larger than 1 MB; make it smaller",
                        "scenario.yaml:23:16: the file is empty");
    }

    @Test
    void twoFilesOfOneNameAreToldApartAndOneFileMayComeTwice() throws IOException {
        given("a/EXERCISE-rows.csv", "a".getBytes(UTF_8));
        given("b/EXERCISE-rows.csv", "b".getBytes(UTF_8));
        assertThat(problems("{file: a/EXERCISE-rows.csv, title: A}", "{file: a/EXERCISE-rows.csv, title: B}"))
                .isEmpty();
        assertThat(problems("{file: a/EXERCISE-rows.csv, title: A}", "{file: b/EXERCISE-rows.csv, title: B}"))
                .containsExactly("scenario.yaml:23:16: two files have the name \"EXERCISE-rows.csv\":"
                        + " a/EXERCISE-rows.csv and b/EXERCISE-rows.csv; rename one of them");
    }

    @Test
    void moreThanFiveAreTooMany() throws IOException {
        given("EXERCISE-a.txt", "a".getBytes(UTF_8));
        assertThat(problems("{file: EXERCISE-a.txt, title: A}"
                        .concat("\n      - {file: EXERCISE-a.txt, title: A}".repeat(5))))
                .containsExactly("scenario.yaml:22:7: 6 in the list, at most 5");
    }

    @Test
    void aPictureSaysInWordsWhatItShows() throws IOException {
        given("EXERCISE-a.png", PNG);
        assertThat(problems("{file: EXERCISE-a.png, title: A}"))
                .containsExactly(
                        "scenario.yaml:22:9: warning: say under alt what the picture shows, for whoever cannot see it");
    }

    @Test
    void whatAnInspectionFindsStandsAtTheFile() throws IOException {
        given("EXERCISE-a.txt", "call 07911 123456".getBytes(UTF_8));
        assertThat(problems(
                        (name, content) -> List.of(Inspection.Flaw.error("no"), Inspection.Flaw.warning("perhaps")),
                        "{file: EXERCISE-a.txt, title: A}"))
                .containsExactly(
                        "EXERCISE-a.txt:1:6: warning: telephone number \"07911 123456\" may be somebody's;"
                                + " write one that is reserved for drama, such as 020 7946 0171",
                        "scenario.yaml:22:16: no",
                        "scenario.yaml:22:16: warning: perhaps");
    }
}
