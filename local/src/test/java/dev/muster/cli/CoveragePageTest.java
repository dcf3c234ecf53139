package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Practices;
import dev.muster.scenario.preview.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the library exercises, and that the page about it is the library's. */
class CoveragePageTest {

    private static final Path ROOT = Path.of(System.getProperty("muster.root"));
    private static final Library LIBRARY = Library.at(ROOT.resolve("scenarios"));

    @Test
    void everyPracticeIsExercisedByAtLeastTwoScenarios() {
        var coverage = new Coverage(
                LIBRARY.defaultPlan(),
                LIBRARY.scenarios().stream().map(LIBRARY::scenario).toList());
        assertThat(Practices.all()).hasSizeGreaterThan(40);
        assertThat(Practices.all().stream()
                        .filter(practice -> coverage.exercising(practice).size() < 2))
                .as(
                        "practices that fewer than two scenarios exercise, by an inject that expects a step with this source")
                .isEmpty();
    }

    @Test
    void thePageIsNotStale() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/coverage.md")))
                .as("docs/coverage.md is stale; renew it with " + CoveragePage.COMMAND)
                .isEqualTo(CoverageCommand.page(LIBRARY));
    }

    @Test
    void thePageCountsStepsAndScenarios() {
        var breach = LIBRARY.scenario("data-breach");
        var page = CoveragePage.of(
                new Coverage(LIBRARY.defaultPlan(), List.of(breach)), LIBRARY.defaultPlan(), List.of("swift", "train"));
        assertThat(page)
                .contains("./muster coverage -o docs/coverage.md")
                .contains(
                        "| practice | data-breach | scenarios |\n| --- | ---: | ---: |\n| swift | 2 | 1 |\n| train | 1 | 1 |")
                .contains("| data-breach | data-breach | 90 | 26 | 20 | 3 | 3 | 0 | 46 |");
    }
}
