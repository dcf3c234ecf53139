package dev.muster.scenario.io;

import static dev.muster.scenario.PlanComposer.aPlan;
import static dev.muster.scenario.StepComposer.aStep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.Team;
import java.time.Duration;
import java.util.Set;
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
        var plan = PlanFormat.write(aPlan().with(aStep("holding-statement").within(Duration.ofMinutes(10)))
                .build());
        ((com.fasterxml.jackson.databind.node.ObjectNode) plan.at("/steps/0")).remove("zero");
        assertThat(PlanFormat.read(plan).steps()).extracting(Step::zero).containsExactly(Duration.ofMinutes(30));
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
    void whatAComposerMakesIsAValidFile() {
        var problems = new java.util.ArrayList<Problem>();
        var plan = aPlan().with(aStep("a"), aStep("b").checkedFromRecords()).build();
        SchemaCheck.check(file(PlanFormat.write(plan)), DocumentKind.PLAN, problems);
        assertThat(problems).isEmpty();
        assertThat(plan.speakers()).isEqualTo(Set.of());
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
