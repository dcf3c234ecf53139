package dev.muster.cli;

import static dev.muster.cli.Ran.muster;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and words: 0 on success, 1 on a finding, 2 on wrong usage, never a stack trace. */
class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void theWholeLibraryIsValid() {
        var ran = muster(
                "validate",
                Path.of(System.getProperty("muster.root"), "scenarios").toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aBadFileIsAFindingWithItsPlace() throws IOException {
        var file = Files.writeString(folder.resolve("team.yaml"), "team: crew\nnam: Crew\n");

        var ran = muster("validate", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("team.yaml:2:1: ").doesNotContain("Exception");
    }

    @Test
    void theTimeLineIsPrintedForAPlanOfOnesOwn() throws IOException {
        var library = Path.of(System.getProperty("muster.root"), "scenarios");
        var plan = Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(library.resolve("plans/default.yaml"))
                        .replace("plan: default", "plan: own\nvariables: {brand: Northline}")
                        .replace("title: Publish a holding statement", "title: Speak first"));

        var ran = muster(
                "validate",
                "--timeline",
                "--plan",
                plan.toString(),
                library.resolve("data-breach/scenario.yaml").toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("plan \"own\"", "unless \"Speak first\" is done", "Northline says nothing", "Valid.");
    }

    @Test
    void warningsAreToldAndDoNoHarm() throws IOException {
        var plan = Files.readString(Path.of(System.getProperty("muster.root"), "scenarios", "plans", "default.yaml"));
        var file = Files.writeString(folder.resolve("plan.yaml"), plan.replace("+44 20 7946 0110", "+44 20 7123 4567"));

        var ran = muster("validate", file.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("plan.yaml:", ": warning: telephone number");
        assertThat(ran.out()).isEqualToIgnoringNewLines("Valid, with 1 warnings.");
    }

    @Test
    void aCopyIsMarkedBesideItsFileAndNothingIsOverwritten() throws IOException {
        var file = Files.writeString(folder.resolve("rows.csv"), "a,b\n");
        var copy = folder.resolve("EXERCISE-rows.csv");

        assertThat(muster("mark", file.toString()).exit()).isZero();
        assertThat(copy).hasContent("EXERCISE EXERCISE EXERCISE\na,b\nEXERCISE EXERCISE EXERCISE\n");
        assertThat(file).hasContent("a,b\n");

        Files.writeString(copy, "mine");
        var again = muster("mark", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("EXERCISE-rows.csv already");
        assertThat(copy).hasContent("mine");
    }

    @Test
    void whatCannotBeMarkedDoesNotKeepTheOthersFromIt() throws IOException {
        var broken = Files.write(folder.resolve("broken.pdf"), "%PDF-1.7 nothing".getBytes());
        var good = Files.writeString(folder.resolve("good.txt"), "words");

        var ran = muster("mark", broken.toString(), folder.resolve("none.txt").toString(), good.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("broken.pdf: the PDF cannot be read", "none.txt: no such file");
        assertThat(folder.resolve("EXERCISE-good.txt")).exists();
    }

    @Test
    void anAttachmentWithoutMarkIsRefusedWithTheCommandThatMarksIt() throws IOException {
        Files.createDirectories(folder.resolve("breach"));
        var breach = Files.readString(
                Path.of(System.getProperty("muster.root"), "scenarios", "data-breach", "scenario.yaml"));
        var scenario = Files.writeString(
                folder.resolve("breach/scenario.yaml"),
                breach.replace(
                        "    title: An extortionist sends a sample\n",
                        "    title: An extortionist sends a sample\n    attachments: [{file: EXERCISE-rows.csv, title: Rows}]\n"));
        assertThat(muster("validate", scenario.toString()).err()).contains("no such file: \"EXERCISE-rows.csv\"");

        var rows = Files.writeString(folder.resolve("breach/EXERCISE-rows.csv"), "a;b\nIona;07911 123456\n");
        var ran = muster("validate", scenario.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("./muster mark " + rows)
                .contains(rows + ":2:6: warning: telephone number \"07911 123456\"");

        Files.writeString(rows, "EXERCISE\na;b\nEXERCISE\n");
        assertThat(muster("validate", scenario.toString()).exit()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        var ran = muster("validate", folder.resolve("nothing.yaml").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing.yaml");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var nowhere = folder.resolve("nowhere");
        var ran = muster("coverage", "-o", nowhere.resolve("coverage.md").toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("muster: There is no file or folder '%s'.%n".formatted(nowhere));
    }

    @Test
    void aScenarioThatTheLibraryLacksIsWrongUsageAndSaysWhichThereAre() {
        var ran = muster("demo", "--scenario", "flood");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("flood").contains("data-breach");
    }

    @Test
    void anUnknownVariableIsWrongUsageAndSaysWhichWasMeant() {
        var ran = muster("demo", "--set", "comapny=Acme");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no variable 'comapny', did you mean \"company\"?");
        assertThat(muster("demo", "--set", "company").exit()).isEqualTo(2);
        assertThat(muster("demo", "--set", "company= ").exit()).isEqualTo(2);
    }

    @Test
    void anUnknownTeamSpeedOrCommandIsWrongUsage() {
        assertThat(muster("demo", "--team", "mediocre").exit()).isEqualTo(2);
        assertThat(muster("demo", "--plan", "nobodys").err()).contains("There is no plan 'nobodys'", "default");
        assertThat(muster("demo", "--speed", "0").exit()).isEqualTo(2);
        assertThat(muster("demo", "--speed", "fast").exit()).isEqualTo(2);
        assertThat(muster("dmeo").exit()).isEqualTo(2);
        assertThat(muster().exit()).isEqualTo(2);
    }

    @Test
    void aDrillOnTheDefaultPlanIsScoredWithThatWord() throws IOException {
        var log = Files.readString(Path.of(System.getProperty("muster.root"), "docs", "scoring-example.json"));
        var file = Files.writeString(
                folder.resolve("log.json"), log.replace("\"plan\": \"small\"", "\"plan\": \"default\""));

        var own = muster(
                "score",
                Path.of(System.getProperty("muster.root"), "docs", "scoring-example.json")
                        .toString());
        var ran = muster("score", file.toString());

        assertThat(own.out()).contains("(small)").doesNotContain("default plan");
        assertThat(ran.out()).contains("On Muster's default plan, which is not the organisation's own.");
        assertThat(muster("score", "--json", file.toString()).out()).contains("\"default-plan\":true");
    }

    @Test
    void aLogThatIsNoLogIsAFinding() throws IOException {
        var file = Files.writeString(folder.resolve("log.json"), "{\"format\": \"something else\"}");

        var ran = muster("score", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("log.json:1:1: format: ").doesNotContain("Exception");
    }

    @Test
    void aLogThatIsNoJsonIsAFindingWithItsPlaceInWordsOfOurs() throws IOException {
        var file = Files.writeString(folder.resolve("log.json"), "{\"format\": [\n1");

        var ran = muster("score", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("log.json:2:2: ").doesNotContain("Source", "StreamRead");
    }

    @Test
    void aDataFolderThatIsAFileIsNamedAsWhatItIs() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "");

        var ran = muster("up", "--port", "0", "--data", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("'" + file + "' is no folder");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());

            var ran = muster(
                    "up", "--port", port, "--data", folder.resolve("data").toString());

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("port " + port).doesNotContain("Exception");
        }
    }
}
