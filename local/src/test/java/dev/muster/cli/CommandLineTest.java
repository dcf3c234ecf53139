package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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

    private record Ran(int exit, String out, String err) {}

    private static Ran muster(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Ran(exit, out.toString(), err.toString());
    }

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
    void aFileThatIsNotThereIsWrongUsage() {
        var ran = muster("validate", folder.resolve("nothing.yaml").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing.yaml");
    }

    @Test
    void aScenarioThatTheLibraryLacksIsWrongUsageAndSaysWhichThereAre() {
        var ran = muster("demo", "--scenario", "flood");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("flood").contains("data-breach");
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
