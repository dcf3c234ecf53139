package dev.muster.cli;

import static dev.muster.cli.Ran.muster;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code import} and {@code export}: what they write, say and refuse. */
class SheetCommandsTest {

    private static final Path LIBRARY = Path.of(System.getProperty("muster.root"), "scenarios");

    @TempDir
    private Path folder;

    private static Path sample(String file) throws URISyntaxException {
        return Path.of(
                SheetCommandsTest.class.getResource("/dev/muster/excel/" + file).toURI());
    }

    @Test
    void aSpreadsheetBecomesAScenarioThatValidates() throws Exception {
        var output = Files.createDirectory(folder.resolve("rising-water")).resolve("scenario.yaml");

        var ran = muster("import", sample("county-flood.xlsx"), "-o", output);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("county-flood.xlsx:MSEL!row 7: flood-warning-for-the-lower-tarn-valley: at 09:05, by email")
                .contains("county-flood.xlsx:MSEL!F7: assumed: \"PIO\" is communications")
                .contains("county-flood.xlsx:MSEL!K5: \"Notes\": notes")
                .contains("5 injects; ")
                .contains("Wrote %s.%n".formatted(output));
        assertThat(output).content().contains("\nscenario: rising-water\n");
        assertThat(muster("validate", output).exit()).isZero();
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws Exception {
        var output = folder.resolve("flood.yaml");

        var dry = muster("import", sample("county-flood.xlsx"), "-o", output, "--dry-run");

        assertThat(output).doesNotExist();
        var wet = muster("import", sample("county-flood.xlsx"), "-o", output);
        assertThat(wet.out()).startsWith(dry.out());
    }

    @Test
    void nothingIsOverwrittenUnlessTheUserInsists() throws Exception {
        var output = Files.writeString(folder.resolve("flood.yaml"), "precious");

        var refused = muster("import", sample("county-flood.xlsx"), "-o", output);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith(output + ":1:1: exists already; --force overwrites it");
        assertThat(output).hasContent("precious");
        assertThat(muster("import", sample("county-flood.xlsx"), "-o", output, "--force")
                        .exit())
                .isZero();
        assertThat(muster("export", output, "-o", output.resolveSibling("a.csv"))
                        .exit())
                .isZero();
        assertThat(muster("export", output, "-o", output.resolveSibling("a.csv"))
                        .exit())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void aScenarioOfTheLibraryGoesOutAndComesBackTheSame(String format) throws IOException {
        var sheet = folder.resolve("EXERCISE-data-breach." + format);
        var back = folder.resolve("back.yaml");
        var backAgain = folder.resolve("EXERCISE-again.csv");

        var exported = muster("export", LIBRARY.resolve("data-breach"), "-o", sheet);
        var imported = muster("import", sheet, "-o", back);

        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).doesNotContain("call it");
        assertThat(imported.out()).contains(" 0 assumptions, 0 things not used.");
        muster("export", back, "-o", backAgain);
        var first = folder.resolve("EXERCISE-first.csv");
        muster("export", LIBRARY.resolve("data-breach"), "-o", first);
        assertThat(backAgain).hasSameTextualContentAs(first);
    }

    @Test
    void whoeverImportsAnExportIsToldWhichAttachmentsToCopyFromWhereToWhere() throws IOException {
        var sheet = folder.resolve("EXERCISE-chatbot-advice.csv");
        var target = Files.createDirectory(folder.resolve("mine"));
        muster("export", LIBRARY.resolve("chatbot-advice"), "-o", sheet);

        var ran = muster("import", sheet, "-o", target.resolve("scenario.yaml"));

        assertThat(ran.exit()).isEqualTo(1);
        var copies = ran.out()
                .lines()
                .filter(line -> line.startsWith("copy "))
                .map(line -> line.substring("copy ".length()).split(" to "))
                .toList();
        assertThat(copies).isNotEmpty();
        for (var copy : copies) {
            assertThat(Path.of(copy[0])).startsWith(LIBRARY.resolve("chatbot-advice"));
            Files.createDirectories(Path.of(copy[1]).getParent());
            Files.copy(Path.of(copy[0]), Path.of(copy[1]));
        }
        assertThat(muster("validate", target.resolve("scenario.yaml")).exit()).isZero();
        assertThat(muster("import", sheet, "-o", target.resolve("scenario.yaml"), "--force")
                        .out())
                .doesNotContain("copy ");
    }

    @Test
    void aFolderIsNoFileToWrite() throws Exception {
        var ran = muster("import", sample("county-flood.xlsx"), "-o", folder, "--force");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith(folder + ":1:1: a folder; -o wants a file in it, such as ");
    }

    @Test
    void aFolderThatDoesNotExistIsSaidBeforeTheReport() throws Exception {
        var output = folder.resolve("drills").resolve("flood.yaml");

        var ran = muster("import", sample("county-flood.xlsx"), "-o", output);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("%s:1:1: there is no folder %s, so nothing was written; create it"
                        .formatted(output, output.getParent()));
        assertThat(muster("export", LIBRARY.resolve("data-breach"), "-o", folder.resolve("drills/EXERCISE-a.csv"))
                        .err())
                .contains("there is no folder");
    }

    @Test
    void aTextThatIsNamedLikeAWorkbookIsToldSo() throws IOException {
        var fake = Files.writeString(folder.resolve("fake.xlsx"), "Time,To,Message\nT+5,legal,Hello\n");

        assertThat(muster("import", fake, "-o", folder.resolve("a.yaml")).err())
                .startsWith(fake + ":1:1: its name says an Excel workbook, its content does not");
    }

    @Test
    void aFileNameThatDoesNotSayExerciseGetsAdvice() {
        var ran = muster("export", LIBRARY.resolve("data-breach"), "-o", folder.resolve("breach.csv"));

        assertThat(ran.out()).contains("call it EXERCISE-breach.csv");
    }

    @Test
    void theUserMaySayTheStartTheKindAndThePlan() throws Exception {
        var output = folder.resolve("night.yaml");

        var ran = muster(
                "import",
                sample("hospital-power.xlsx"),
                "-o",
                output,
                "--start",
                "22:45",
                "--kind",
                "supplier-failure",
                "--against",
                "default");

        assertThat(ran.exit()).isZero();
        assertThat(output).content().contains("starts: \"22:45\"").contains("kind: supplier-failure");
    }

    @Test
    void wrongUsageIsNamed() throws Exception {
        var sheet = sample("county-flood.xlsx");

        assertThat(muster("import", folder.resolve("nothing.xlsx")).exit()).isEqualTo(2);
        assertThat(muster("import", sheet, "--kind", "flood").err()).contains("There is no kind 'flood'", "outage");
        assertThat(muster("import", sheet, "--against", "mine").err()).contains("There is no plan 'mine'", "default");
        assertThat(muster("import", sheet, "--start", "nine").exit()).isEqualTo(2);
        assertThat(muster("export", LIBRARY.resolve("data-breach"), "-o", folder.resolve("a.docx"))
                        .err())
                .contains("ends with none of .xlsx, .csv and .zip");
        assertThat(muster("export", folder.resolve("nothing.yaml"), "-o", folder.resolve("a.csv"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoSpreadsheetOrNoScenarioIsAFinding() throws IOException {
        var text = Files.writeString(folder.resolve("notes.csv"), "Just a text\n");

        var imported = muster("import", text, "-o", folder.resolve("out.yaml"));
        var exported = muster("export", LIBRARY.resolve("plans/default.yaml"), "-o", folder.resolve("a.csv"));

        assertThat(imported.exit()).isEqualTo(1);
        assertThat(imported.err()).startsWith(text + ":1:1: no sheet has a row of headings that Muster knows");
        assertThat(exported.exit()).isEqualTo(1);
        assertThat(exported.err()).contains("default.yaml:1:1: no scenario");
    }
}
