package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Rating;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end, as the command line does it. */
class DemoTest {

    private static final Pattern LAST_LINE = Pattern.compile("score (\\d+\\.\\d) rating ([PSMU]) report (.+\\.html)");

    @TempDir
    private Path data;

    private record Ran(double score, String rating, Path report, String output) {}

    @Test
    void aRehearsedTeamScoresClearlyHigherThanAnUnrehearsedOneAndTheReportsSayWhy() throws Exception {
        var good = demo("good", "--set", "company=Acme Ferries", "--set", "help_phone=020 7946 0999");
        var poor = demo("poor");

        assertThat(good.score()).isGreaterThan(poor.score() + 25);
        assertThat(Rating.valueOf(good.rating())).isLessThan(Rating.valueOf(poor.rating()));
        assertThat(good.output()).contains("lateness of");
        assertThat(Files.readString(good.report()))
                .contains("020 7946 0999")
                .doesNotContain("020 7946 0300", "{{", "Skerrywell Ferries");
        assertThat(Files.readString(poor.report()))
                .contains("Skerrywell Ferries")
                .doesNotContain("{{");
        assertThat(Files.readString(good.report())).contains("EXERCISE").contains("Customer data on the loose");
        assertThat(Files.readString(poor.report()))
                .contains("EXERCISE", "What cost most.", "Critical and worth nothing")
                .doesNotContain("<script");
    }

    private Ran demo(String team, String... more) throws Exception {
        var printed = new StringWriter();
        var exit = Main.commandLine()
                .setOut(new PrintWriter(printed))
                .execute(Stream.concat(
                                Stream.of(
                                        "demo",
                                        "--no-browser",
                                        "--speed",
                                        "200",
                                        "--team",
                                        team,
                                        "--data",
                                        data.resolve(team).toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
        var output = printed.toString();
        assertThat(exit).as(output).isZero();
        var last = LAST_LINE.matcher(output.strip().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(last.matches()).as(output).isTrue();
        return new Ran(Double.parseDouble(last.group(1)), last.group(2), Path.of(last.group(3)), output);
    }
}
