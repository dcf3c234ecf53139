package dev.muster.scenario.io;

import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.StepComposer.aStep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.Team;
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
        var one = aPlan().approvedBy("legal", Audience.PUBLIC, Audience.MEDIA, Audience.CUSTOMERS)
                .compose();
        var other = aPlan().approvedBy("legal", Audience.MEDIA, Audience.CUSTOMERS, Audience.PUBLIC)
                .compose();
        assertThat(PlanFormat.write(one).toString())
                .isEqualTo(PlanFormat.write(other).toString())
                .contains("[\"customers\",\"public\",\"media\"]");
    }

    @Test
    void aStepWithoutZeroEarnsNothingFromThreeDeadlinesOn() {
        var plan = PlanFormat.write(
                aPlan().with(aStep("holding-statement").within(10, 15)).compose());
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
