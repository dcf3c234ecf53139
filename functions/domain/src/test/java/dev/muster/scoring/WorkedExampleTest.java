package dev.muster.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.drill.LogEntry;
import dev.muster.drill.io.DrillExport;
import dev.muster.scenario.Rating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/scoring.md is right: its numbers are read from the page and computed from the example beside it. */
class WorkedExampleTest {

    private static final Path DOCS =
            Path.of(System.getProperty("muster.root", "../..")).resolve("docs");
    private static final String PAGE = read("scoring.md");
    private static final DrillExport EXAMPLE = DrillExport.read(read("scoring-example.json"));
    private static final Scorecard SCORECARD = Scorer.score(EXAMPLE.plan(), EXAMPLE.scenario(), EXAMPLE.events());

    private static String read(String file) {
        try {
            return Files.readString(DOCS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the table that begins with these headings, without backquotes. */
    private static List<List<String>> table(String headings) {
        var lines = PAGE.lines()
                .dropWhile(line -> !line.equals(headings))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(WorkedExampleTest::cells)
                .toList();
        assertThat(lines).as("table " + headings).isNotEmpty();
        return lines;
    }

    private static List<String> cells(String row) {
        var cells = row.substring(1, row.length() - 1).split("\\|", -1);
        return Arrays.stream(cells).map(cell -> cell.replace("`", "").strip()).toList();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    @Test
    void thePageGivesTheSharesThatTheScorerUses() {
        var shares = table("| share | part | won |").stream()
                .collect(Collectors.toMap(row -> row.get(1), row -> number(row.get(0))));

        var rules = ScoringRules.CURRENT;
        assertThat(shares)
                .containsEntry("covered", rules.covered())
                .containsEntry("owner", rules.owner())
                .containsEntry("channels", rules.channels())
                .containsEntry("criteria", rules.criteria())
                .hasSize(4);
        assertThat(PAGE).contains("version `" + Scorer.VERSION + "`");
    }

    @Test
    void thePageTellsTheExamplesLog() {
        var entries = EXAMPLE.events().stream().collect(Collectors.toMap(LogEntry::id, Function.identity()));
        var told = table("| minute | entry | what happened |");

        assertThat(told).hasSize(10).allSatisfy(row -> assertThat(entries.get(row.get(1)))
                .isNotNull()
                .extracting(LogEntry::drillTime)
                .isEqualTo(Duration.ofMinutes(Long.parseLong(row.get(0)))));
    }

    @Test
    void theMarksOfThePageAreTheScorers() {
        assertThat(table("| item | T | Q | mark | weight | points |"))
                .hasSize(6)
                .allSatisfy(row -> {
                    if (!row.get(1).isEmpty()) {
                        assertThat(number(row.get(1)) * number(row.get(2))).isCloseTo(number(row.get(3)), within(1e-9));
                    }
                    var step = SCORECARD.step(row.get(0));
                    var cadence = SCORECARD.cadence().orElseThrow();
                    assertThat(step.map(StepMark::mark).orElse(cadence.mark()))
                            .as(row.get(0))
                            .isCloseTo(number(row.get(3)), within(1e-9));
                    assertThat(step.map(StepMark::weight).orElse(cadence.weight()))
                            .isEqualTo(number(row.get(4)));
                    assertThat(step.map(StepMark::points).orElse(cadence.points()))
                            .isCloseTo(number(row.get(5)), within(0.00005));
                });
    }

    @Test
    void theScoreOfThePageIsTheScorers() {
        var found = Pattern.compile("\\*\\*Score ([0-9.]+), rating ([PSMU])\\.\\*\\*")
                .matcher(PAGE);

        assertThat(found.find()).isTrue();
        assertThat(SCORECARD.score()).isCloseTo(number(found.group(1)), within(0.005));
        assertThat(SCORECARD.rating()).contains(Rating.valueOf(found.group(2)));
        assertThat(SCORECARD.lines().mapToDouble(Line::won).sum()).isCloseTo(SCORECARD.score(), within(1e-9));
    }

    @Test
    void theObjectivesOfThePageAreTheScorers() {
        assertThat(table("| objective | score | rating | why |")).hasSize(3).allSatisfy(row -> {
            var mark = SCORECARD.objective(row.get(0)).orElseThrow();
            assertThat(mark.score().orElseThrow()).isCloseTo(number(row.get(1)), within(0.005));
            assertThat(mark.rating()).contains(Rating.valueOf(row.get(2)));
        });
    }

    @Test
    void theOutcomesAndTimesOfThePageAreTheScorers() {
        assertThat(SCORECARD.step("brief-board").orElseThrow().outcome()).isEqualTo(StepOutcome.CLAIMED);
        assertThat(SCORECARD.step("declare-end").orElseThrow().outcome()).isEqualTo(StepOutcome.NOT_EVALUATED);
        assertThat(SCORECARD.step("answer-inquiry").orElseThrow().outcome()).isEqualTo(StepOutcome.PARTLY);
        assertThat(SCORECARD.cadence().orElseThrow().updates()).isEqualTo(1);
        assertThat(SCORECARD.cadence().orElseThrow().longestSilence()).isEqualTo(Duration.ofMinutes(39));
        assertThat(SCORECARD.times())
                .isEqualTo(new Scorecard.Times(Optional.empty(), Optional.of(Duration.ofMinutes(11))));
    }

    @Test
    void thePageListsEveryRuleOfALine() {
        assertThat(SCORECARD
                        .lines()
                        .map(Line::rule)
                        .map(rule -> rule.replaceFirst("^(criterion|without)\\..*", "$1.NAME")))
                .allSatisfy(rule -> assertThat(PAGE).contains("`" + rule + "`"));
    }
}
