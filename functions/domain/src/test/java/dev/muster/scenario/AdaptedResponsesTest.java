package dev.muster.scenario;

import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.io.Library;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdaptedResponsesTest {

    private static Answer answer(String role, Optional<String> ref, Doing doing) {
        return new Answer(role, new When.At(Duration.ofMinutes(1)), ref, doing);
    }

    private static AdaptedResponses adapted(Plan plan, Answer... answers) {
        return AdaptedResponses.of(new Responses("good", "flood", "Good", List.of(answers)), plan);
    }

    private static Doing.Message messageTo(Audience audience, String... steps) {
        return new Doing.Message(Channel.WEB, audience, "We are sorry.", Optional.empty(), Set.of(steps), false);
    }

    @Test
    void onTheDefaultPlanEveryRecordingStaysAsItIs() {
        var library = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
        for (var scenario : library.scenarios()) {
            for (var id : library.responses(scenario)) {
                var responses = library.responses(scenario, id);
                assertThat(AdaptedResponses.of(responses, library.defaultPlan()))
                        .isEqualTo(new AdaptedResponses(responses, List.of()));
            }
        }
    }

    @Test
    void theRecordedTeamActsInThePlansRolesAndForItsSteps() {
        var plan = aPlan().called("acme")
                .withRoles("boss: crisis-lead", "voice: communications")
                .with(
                        aStep("first-word").standingFor("holding-statement"),
                        aStep("raise").standingFor("recognise"))
                .compose();

        var adapted = adapted(
                plan,
                answer("communications", Optional.empty(), messageTo(Audience.PUBLIC, "holding-statement", "scope")),
                answer("legal", Optional.empty(), new Doing.Action("recognise", "It burns")),
                answer("legal", Optional.empty(), new Doing.Action("scope", "Ten")));

        assertThat(adapted.responses().answers())
                .containsExactly(
                        answer("voice", Optional.empty(), messageTo(Audience.PUBLIC, "first-word")),
                        answer("boss", Optional.empty(), new Doing.Action("raise", "It burns")));
        assertThat(adapted.findings())
                .containsExactly(
                        "what the recorded team reports of steps that plan \"acme\" does not have is left out: scope");
    }

    @Test
    void anApprovalIsGivenByWhomThePlanLetsApprove() {
        var plan = aPlan().called("acme")
                .withRoles("boss: crisis-lead", "voice: communications", "counsel: legal")
                .approvedBy("counsel", Audience.PUBLIC)
                .compose();

        var adapted = adapted(
                plan,
                answer("communications", Optional.of("draft"), messageTo(Audience.PUBLIC)),
                answer("crisis-lead", Optional.empty(), new Doing.Approve("draft")));

        assertThat(adapted.responses().answers()).extracting(Answer::role).containsExactly("voice", "counsel");
        assertThat(adapted.findings()).isEmpty();
    }

    @Test
    void nobodyMakesUpAnApproval() {
        var plan = aPlan().called("acme")
                .approvedBy("crisis-lead", Audience.CUSTOMERS)
                .compose();

        var adapted = adapted(plan, answer("customer-care", Optional.empty(), messageTo(Audience.CUSTOMERS)));

        assertThat(adapted.findings())
                .containsExactly("plan \"acme\" demands approval where the recording has none;"
                        + " messages that are never sent: 1");
        assertThat(adapted.responses().answers()).hasSize(1);
    }
}
