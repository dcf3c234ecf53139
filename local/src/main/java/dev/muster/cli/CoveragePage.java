package dev.muster.cli;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.preview.Coverage;
import java.util.List;
import java.util.stream.Collectors;

/** What the library exercises, as a page for people. */
final class CoveragePage {

    /** What renews the page; the page and the test that it is not stale both say it. */
    static final String COMMAND = "./muster coverage -o docs/coverage.md";

    private static final String TOP = """
            # What the library exercises

            Made by `%s`. Do not edit it: a test compares it with the library.

            A scenario exercises a practice if one of its injects expects a step of the default plan that counts in the score
            and that names the practice as its `source`. A number says by how many steps. Every practice is exercised by at
            least two scenarios.
            """.formatted(COMMAND);

    private final Coverage coverage;
    private final Plan plan;
    private final List<String> practices;

    private CoveragePage(Coverage coverage, Plan plan, List<String> practices) {
        this.coverage = coverage;
        this.plan = plan;
        this.practices = practices;
    }

    static String of(Coverage coverage, Plan plan, List<String> practices) {
        var page = new CoveragePage(coverage, plan, practices);
        return TOP + "\n## Practices\n\n" + page.byPractice() + "\n## Scenarios\n\n" + page.byScenario();
    }

    private String byPractice() {
        var table = new StringBuilder();
        table.append("| practice |");
        coverage.scenarios()
                .forEach(scenario -> table.append(' ').append(scenario.id()).append(" |"));
        table.append(" scenarios |\n| --- |")
                .append(" ---: |".repeat(coverage.scenarios().size() + 1))
                .append('\n');
        practices.forEach(practice -> table.append(row(practice)));
        return table.toString();
    }

    private String row(String practice) {
        var cells = coverage.scenarios().stream()
                .map(scenario -> coverage.steps(practice, scenario).size())
                .map(steps -> steps == 0 ? " |" : " %d |".formatted(steps))
                .collect(Collectors.joining());
        return "| %s |%s %d |\n"
                .formatted(practice, cells, coverage.exercising(practice).size());
    }

    private String byScenario() {
        var scored = plan.steps().stream().filter(Step::scored).count();
        var table = new StringBuilder(
                "| scenario | kind | minutes | injects | scripted | contingency | reactive | ready-to-fire | steps of %d |\n"
                        .formatted(scored));
        table.append("| --- | --- |").append(" ---: |".repeat(7)).append('\n');
        coverage.scenarios().forEach(scenario -> table.append(row(scenario)));
        return table.toString();
    }

    private String row(Scenario scenario) {
        return "| %s | %s | %d | %d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        scenario.id(),
                        scenario.kind().label(),
                        scenario.duration().toMinutes(),
                        scenario.injects().size(),
                        count(scenario, "scripted"),
                        count(scenario, "contingency"),
                        count(scenario, "reactive"),
                        count(scenario, "ready-to-fire"),
                        coverage.exercised(scenario).size());
    }

    private static long count(Scenario scenario, String kind) {
        return scenario.injects().stream()
                .map(Inject::release)
                .filter(release -> release.label().equals(kind))
                .count();
    }
}
