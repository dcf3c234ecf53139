package dev.muster.scenario.io;

import static dev.muster.scenario.io.FloodFiles.RESPONSES;
import static dev.muster.scenario.io.FloodFiles.SCENARIO;
import static dev.muster.scenario.io.FloodFiles.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read at all, and what a trainer is told of those that are not. */
class ValidationTest {

    private final GivenFiles files;

    ValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void filesInOrderAreAccepted() {
        files.given("flood.yaml", SCENARIO);
        files.given("night.yaml", TEAM);
        files.given("calm.yaml", RESPONSES);
        assertThat(files.errors()).isEmpty();
    }

    @Test
    void theWholeLibraryIsInOrder() {
        assertThat(Validation.validate(List.of(GivenFiles.SCENARIOS), GivenFiles.LIBRARY))
                .isEmpty();
    }

    @Test
    void aTabIsShownWhereItStands() {
        files.given("flood.yaml", SCENARIO.replace("    at: PT10M", "\tat: PT10M"));
        assertThat(files.errors()).containsExactly("flood.yaml:23:1: a tab cannot indent YAML; use spaces");
    }

    @Test
    void anUnclosedQuoteIsShownWhereItOpens() {
        files.given("flood.yaml", SCENARIO.replace("from: The porter", "from: \"The porter"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:17:11: the quote that opens here is never closed; close it");
    }

    @Test
    void anAliasBombDoesNotGoOff() {
        var bomb = new StringBuilder("scenario: flood\nlol: &lol [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var level = 1; level < 9; level++) {
            var inner = level == 1 ? "*lol" : "*lol" + (level - 1);
            bomb.append(
                    "lol%1$d: &lol%1$d [%2$s]\n".formatted(level, String.join(", ", Collections.nCopies(9, inner))));
        }
        files.given("bomb.yaml", bomb.toString());
        assertThat(files.errors())
                .containsExactly("bomb.yaml:7:35: with alias *lol4 the file stands for more than"
                        + " 1,048,576 characters; write out what is needed");
    }

    @Test
    void aFileOfFiftyMegabytesIsNotRead() throws IOException {
        try (var file = new RandomAccessFile(files.path("huge.yaml").toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        assertThat(files.errors()).containsExactly("huge.yaml:1:1: 50.0 MB, at most 1 MB; cut it down");
    }

    @Test
    void aFileOfOneByteTooMuchIsTooLarge() {
        files.given("large.yaml", "#".repeat(1024 * 1024 + 1));
        assertThat(files.errors()).containsExactly("large.yaml:1:1: 1.1 MB, at most 1 MB; cut it down");
    }

    @Test
    void aPictureIsNoText() throws IOException {
        Files.write(files.path("picture.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0});
        assertThat(files.errors())
                .containsExactly("picture.yaml:1:1: not UTF-8 text: byte 0x89 at offset 0; save the file as UTF-8");
    }

    @Test
    void aBinaryFileIsNoText() throws IOException {
        Files.write(files.path("binary.yaml"), new byte[] {'a', ':', ' ', 1, 0, 0, 0, 2});
        assertThat(files.errors())
                .containsExactly("binary.yaml:1:4: character U+0001 cannot stand in a text file; remove it");
        Files.write(files.path("binary.yaml"), new byte[64]);
        assertThat(files.errors())
                .containsExactly(
                        "binary.yaml:1:1: character U+0000 cannot stand in a text file; this is a binary file");
    }

    @Test
    void anEmptyFileIsNothing() {
        files.given("empty.yaml", "");
        files.given("remark.yaml", "# nothing but a remark\n");
        assertThat(files.errors())
                .containsExactly(
                        "empty.yaml:1:1: the file is empty; expected " + DocumentKind.ALL,
                        "remark.yaml:1:1: the file is empty; expected " + DocumentKind.ALL);
    }

    @Test
    void whatIsNeitherScenarioNorPlanNorTeamNorResponsesIsRefused() {
        files.given("compose.yaml", "services:\n  db: {}\n");
        files.given("list.json", "[1, 2]");
        files.given("words.yaml", "\n\nJust some words\n");
        assertThat(files.errors())
                .containsExactly(
                        "compose.yaml:1:1: expected " + DocumentKind.ALL + ", found the key \"services\"",
                        "list.json:1:1: expected " + DocumentKind.ALL + ", found a list",
                        "words.yaml:3:1: expected " + DocumentKind.ALL + ", found the text \"Just some words\"");
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        assertThat(files.errorsOf(files.path("nowhere.yaml"))).containsExactly("nowhere.yaml:1:1: no such file");
    }

    @Test
    void aFolderWithoutDocumentsIsNamed() throws IOException {
        Files.createDirectories(files.path("empty/.git"));
        Files.writeString(files.path("empty/.git/config.yaml"), "x");
        Files.writeString(files.path("empty/plan.schema.json"), "x");
        assertThat(files.errorsOf(files.path("empty")))
                .containsExactly("empty:1:1: no YAML or JSON file in this folder");
    }

    @Test
    void thousandsOfProblemsAreCountedRatherThanShown() {
        var keys = new StringBuilder();
        for (var index = 0; index < 1_200; index++) {
            keys.append("surplus-key-number-").append(index).append(": 1\n");
        }
        files.given("flood.yaml", keys + SCENARIO);
        assertThat(files.errors())
                .hasSize(101)
                .last()
                .isEqualTo("flood.yaml:101:1: and 1,103 more problems; mend those above first");
    }
}
