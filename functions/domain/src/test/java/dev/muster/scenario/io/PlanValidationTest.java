package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is told of a plan that contradicts itself. */
class PlanValidationTest {

    private final GivenFiles files;

    PlanValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void rolesThatAreNotInThePlanAreRefusedWhereverTheyStand() {
        files.given(
                "plan.yaml",
                files.defaultPlan()
                        .replace("speakers: [communications,", "speakers: [press, communications,")
                        .replace("by: [crisis-lead, legal]", "by: [crisis-lead, lawyers]"));
        assertThat(files.errors())
                .containsExactly(
                        "plan.yaml:23:12: the plan has no such role: \"press\"; possible: crisis-lead,"
                                + " communications, customer-care, operations, legal, people",
                        "plan.yaml:27:21: the plan has no such role: \"lawyers\"; possible: crisis-lead,"
                                + " communications, customer-care, operations, legal, people");
    }

    @Test
    void aStepNeedsAnOwnerThatExists() {
        assertThat(problemsOfStep("owner: communication", "deadline: PT15M", "evidence: {action: {}}"))
                .containsExactly(
                        "owner: the plan has no such role: \"communication\"," + " did you mean \"communications\"?");
    }

    @Test
    void twoStepsWithOneIdAreToldApart() {
        files.given("plan.yaml", files.defaultPlan().replace("- id: scope\n", "- id: recognise\n"));
        assertThat(files.errors())
                .hasSize(1)
                .first()
                .asString()
                .contains("duplicate step id \"recognise\", first on line");
    }

    @Test
    void aStepCannotLoseBeforeItIsLate() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT15M", "zero: PT10M", "evidence: {action: {}}"))
                .containsExactly("zero: zero (PT10M) comes before the deadline (PT15M);"
                        + " a late step cannot lose before it is late");
    }

    @Test
    void aDeadlineIsLongerThanNothing() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT0M", "evidence: {action: {}}"))
                .containsExactly("deadline: must be longer than nothing, found PT0M");
    }

    @Test
    void aDeadlineBeyondAllTimeIsRefused() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT2000000000000000H", "evidence: {action: {}}"))
                .containsExactly("deadline: the deadline is too long: PT2000000000000000H");
    }

    @Test
    void whatIsDemandedIsNotForbidden() {
        assertThat(problemsOfStep(
                        "owner: legal",
                        "deadline: PT5M",
                        "criteria: [empathy]",
                        "without: [blame, empathy]",
                        "evidence: {message: {audiences: [public]}}"))
                .containsExactly("without: criterion \"empathy\" is both demanded and forbidden;"
                        + " remove it from one of the two");
    }

    @Test
    void aFaultOfAMessageIsNotDemanded() {
        assertThat(problemsOfStep(
                        "owner: legal",
                        "deadline: PT5M",
                        "criteria: [empathy, blame]",
                        "evidence: {message: {audiences: [public]}}"))
                .containsExactly("criteria: criterion \"blame\" speaks against a message; put it under without");
    }

    @Test
    void anAnswerBelongsToAnInject() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT5M", "starts: startex", "evidence: {answer: {}}"))
                .containsExactly("evidence: an answer or a decision belongs to an inject; it needs starts: expected");
    }

    @Test
    void whatIsCountedForEachInjectBelongsToOne() {
        assertThat(problemsOfStep(
                        "owner: legal",
                        "deadline: PT5M",
                        "starts: startex",
                        "each: true",
                        "evidence: {message: {audiences: [public]}}"))
                .containsExactly("each: \"each\" counts injects that expect the step; it needs starts: expected");
    }

    @Test
    void anObservedStepNeedsEvidence() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT5M"))
                .containsExactly("- id: key \"evidence\" is missing");
    }

    @Test
    void evidenceIsOfOneKind() {
        assertThat(problemsOfStep("owner: legal", "deadline: PT5M", "evidence: {action: {}, answer: {}}"))
                .containsExactly("evidence: found action and answer; expected exactly one of:"
                        + " message, answer, action, decision, absence");
    }

    @Test
    void bandsFall() {
        files.given(
                "plan.yaml",
                files.defaultPlan().replace("bands: {P: 80, S: 66, M: 50}", "bands: {P: 60, S: 66, M: 50}"));
        assertThat(files.errors())
                .containsExactly("plan.yaml:11:8: bands must fall from P to M within 100 and 0,"
                        + " found P 60.0, S 66.0, M 50.0");
    }

    @Test
    void aPracticeThatNoStepCoversIsWarnedOf() {
        files.given("plan.yaml", files.defaultPlan().replace("source: [stories]", "source: [survey]"));
        assertThat(files.errors()).isEmpty();
        assertThat(files.problems())
                .hasSize(1)
                .first()
                .asString()
                .endsWith(": warning: no step covers stories; name it in the source of a step");
    }

    /** The problems of an additional step with these lines, each with the key on whose line it stands. */
    private List<String> problemsOfStep(String... lines) {
        var head =
                "\n  - id: extra\n    title: Extra\n    phase: communication\n    source: [swift]\n    mode: observed\n    ";
        var text = files.defaultPlan().strip() + head + String.join("\n    ", lines) + "\n";
        files.given("plan.yaml", text);
        return files.problems().stream()
                .map(problem ->
                        text.lines().toList().get(problem.line() - 1).strip().split(":")[0] + ": " + problem.message())
                .toList();
    }
}
