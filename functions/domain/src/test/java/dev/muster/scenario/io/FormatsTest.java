package dev.muster.scenario.io;

import static dev.muster.scenario.InjectComposer.anInject;
import static dev.muster.scenario.PlanComposer.aPlan;
import static dev.muster.scenario.ScenarioComposer.aScenario;
import static dev.muster.scenario.StepComposer.aDecision;
import static dev.muster.scenario.StepComposer.aMessageOnEach;
import static dev.muster.scenario.StepComposer.aStep;
import static dev.muster.scenario.TeamComposer.aCrew;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.Team;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Property(tries = 200)
    void aPlanReadsBackAsItWasWritten(@ForAll("plans") Plan plan) {
        assertThat(PlanFormat.read(throughAFile(PlanFormat.write(plan)))).isEqualTo(plan);
    }

    @Property(tries = 200)
    void aScenarioReadsBackAsItWasWritten(@ForAll("scenarios") Scenario scenario) {
        assertThat(ScenarioFormat.read(throughAFile(ScenarioFormat.write(scenario))))
                .isEqualTo(scenario);
    }

    @Property(tries = 200)
    void aTeamReadsBackAsItWasWritten(@ForAll("teams") Team team) {
        assertThat(TeamFormat.read(throughAFile(TeamFormat.write(team)))).isEqualTo(team);
    }

    @Property(tries = 200)
    void responsesReadBackAsTheyWereWritten(@ForAll("responses") Responses responses) {
        assertThat(ResponsesFormat.read(throughAFile(ResponsesFormat.write(responses))))
                .isEqualTo(responses);
    }

    @Test
    void equalPlansHaveTheSameTextWhateverTheOrderOfTheirSets() {
        var one = aPlan().speakingThrough("communications", "crisis-lead", "customer-care")
                .build();
        var other = aPlan().speakingThrough("customer-care", "crisis-lead", "communications")
                .build();
        assertThat(PlanFormat.write(one).toString())
                .isEqualTo(PlanFormat.write(other).toString())
                .contains("[\"communications\",\"crisis-lead\",\"customer-care\"]");
    }

    @Test
    void aStepWithoutZeroEarnsNothingFromThreeDeadlinesOn() throws Exception {
        var plan = PlanFormat.write(
                aPlan().with(aStep("holding-statement").within(ofMinutes(10))).build());
        ((ObjectNode) plan.at("/steps/0")).remove("zero");
        assertThat(PlanFormat.read(plan).steps()).extracting(Step::zero).containsExactly(ofMinutes(30));
    }

    @Test
    void aSnapshotThatIsBrokenSaysWhere() throws Exception {
        var snapshot = new ObjectMapper().readTree("""
                {"scenario": "flood", "title": "Water", "kind": "outage", "version": 1, "duration": "an hour"}""");
        assertThatThrownBy(() -> ScenarioFormat.read(snapshot))
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        "/duration: not a duration: \"an hour\"; write for example PT5M for five minutes, PT1H30M, P3D");
    }

    @Test
    void whatComposersMakeAreValidFiles() {
        var plan = aPlan().approving(Audience.MEDIA, "crisis-lead")
                .with(
                        aStep("say").provedBy(aMessageOnEach(Audience.PUBLIC, Channel.WEB)),
                        aStep("choose").provedBy(aDecision()).critical(),
                        aStep("stay-calm").provedByAbsenceOf(Criterion.HEATED, Audience.CUSTOMERS),
                        aStep("train").checkedFromRecords());
        var scenario = aScenario()
                .aimingAt("o-speak", "say")
                .with(anInject("water").expecting("say", "choose").offering("cut", "wait"))
                .with(anInject("silence").atUnless(ofMinutes(9), new Condition.StepDone("say")))
                .with(anInject("thanks").after(new Condition.Acknowledged("water"), ofMinutes(1)));
        assertThat(schemaProblems(PlanFormat.write(plan.build()), DocumentKind.PLAN))
                .isEmpty();
        assertThat(schemaProblems(ScenarioFormat.write(scenario.build()), DocumentKind.SCENARIO))
                .isEmpty();
        assertThat(schemaProblems(TeamFormat.write(aCrew().build()), DocumentKind.TEAM))
                .isEmpty();
    }

    private static List<Problem> schemaProblems(JsonNode json, DocumentKind kind) {
        var problems = new ArrayList<Problem>();
        SchemaCheck.check(file(json), kind, problems);
        return problems;
    }

    private static JsonNode throughAFile(JsonNode json) {
        return file(json).root();
    }

    private static Document file(JsonNode json) {
        var document = Document.of("any.json", json.toString().getBytes(UTF_8));
        assertThat(document.flaws()).isEmpty();
        return document;
    }

    @Provide
    Arbitrary<Plan> plans() {
        return ArbitraryScripts.anyPlan();
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ArbitraryScripts.anyScenario();
    }

    @Provide
    Arbitrary<Team> teams() {
        return ArbitraryScripts.anyTeam();
    }

    @Provide
    Arbitrary<Responses> responses() {
        return ArbitraryScripts.anyResponses();
    }
}
