package dev.muster.scenario.io;

import static dev.muster.scenario.io.FloodFiles.RESPONSES;
import static dev.muster.scenario.io.FloodFiles.SCENARIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is told of recorded responses that do not suit their scenario. */
class ResponsesValidationTest {

    private final GivenFiles files;

    ResponsesValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void whatTheyNameMustExist() {
        files.given("flood.yaml", SCENARIO);
        files.given(
                "calm.yaml",
                RESPONSES
                        .replace("role: communications", "role: communication")
                        .replace("after: water\n    delay: PT5M", "after: watr\n    delay: PT5M")
                        .replace("steps: [holding-statement]", "steps: [holding-statment]")
                        .replace("option: cut", "option: cute")
                        .replace("approve: draft", "approve: drafd"));
        assertThat(files.errors())
                .containsExactly(
                        "calm.yaml:5:11: this role takes no part in the scenario: \"communication\","
                                + " did you mean \"communications\"?",
                        "calm.yaml:6:12: the scenario has no such inject: \"watr\", did you mean \"water\"?",
                        "calm.yaml:9:89: plan \"default\" has no such step: \"holding-statment\","
                                + " did you mean \"holding-statement\"?",
                        "calm.yaml:13:14: no message has this id: \"drafd\", did you mean \"draft\"?",
                        "calm.yaml:16:40: inject \"choose\" has no such option: \"cute\", did you mean \"cut\"?");
    }

    @Test
    void aVariableThatTheirScenarioLacksIsShownWhereItStands() {
        files.given("flood.yaml", SCENARIO.replace("briefing:", "variables: {company: {default: Acme}}\nbriefing:"));
        files.given(
                "calm.yaml",
                RESPONSES
                        + "  - role: communications\n    at: PT9M\n    note: |\n      We are {{company}}.\n      Not {{compny}}.\n"
                        + "  - role: communications\n    at: PT9M\n    action: {step: holding-statement, evidence: 'At {{ Company }}, \\{{so'}\n");
        assertThat(files.errors())
                .containsExactly(
                        "calm.yaml:21:11: the scenario has no such variable: \"compny\", did you mean \"company\"?",
                        "calm.yaml:24:53: not a variable: \"{{ Company }}\"; write {{name}}, or \\{{ for two braces");
    }

    @Test
    void nothingIsApprovedBeforeItIsWritten() {
        files.given("flood.yaml", SCENARIO);
        files.given("calm.yaml", RESPONSES.replace("delay: PT8M", "delay: PT4M"));
        assertThat(files.errors())
                .containsExactly("calm.yaml:13:14: comes before the message \"draft\" is drafted; let it come later");
    }

    @Test
    void nothingIsRefusedBeforeItIsWrittenEvenWhereOneTimeCountsFromAnInject() {
        files.given("flood.yaml", SCENARIO);
        files.given(
                "calm.yaml",
                RESPONSES.replace(
                        "    after: water\n    delay: PT8M\n    approve: draft",
                        "    at: PT4M\n    refuse: {message: draft, reason: Too early}"));
        assertThat(files.errors())
                .containsExactly("calm.yaml:12:23: comes before the message \"draft\" is drafted; let it come later");
    }

    @Test
    void anAnswerAfterTheEndIsRefused() {
        files.given("flood.yaml", SCENARIO);
        files.given("calm.yaml", RESPONSES.replace("at: PT12M", "at: PT2H"));
        assertThat(files.errors())
                .containsExactly("calm.yaml:15:9: PT2H is after the end of the scenario, which lasts PT1H");
    }

    @Test
    void twoAnswersWithOneIdAreToldApart() {
        files.given("flood.yaml", SCENARIO);
        files.given(
                "calm.yaml",
                RESPONSES + "  - role: communications\n    at: PT9M\n    id: draft\n"
                        + "    message: {channel: web, audience: public, text: Again.}\n");
        assertThat(files.errors())
                .containsExactly("calm.yaml:19:9: duplicate answer id \"draft\", first on line 8;"
                        + " give one of them another");
    }

    @Test
    void theirScenarioMustBeKnown() {
        files.given("calm.yaml", RESPONSES.replace("scenario: flood", "scenario: data-breech"));
        assertThat(files.errors())
                .containsExactly("calm.yaml:2:11: no scenario \"data-breech\", did you mean \"data-breach\"?");
    }
}
