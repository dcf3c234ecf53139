package dev.muster.start;

import static dev.muster.composer.TeamComposer.MemberComposer.aMember;
import static dev.muster.composer.TeamComposer.aCrew;
import static dev.muster.composer.TeamComposer.aTeam;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who does in a recording what a role is to do. */
class RecordedTeamTest {

    private static final Answer DRAFT = answer(
            Optional.of("draft"),
            new Doing.Message(Channel.WEB, Audience.PUBLIC, "We are sorry.", Optional.empty(), Set.of(), false));
    private static final Answer APPROVAL = answer(Optional.empty(), new Doing.Approve("draft"));

    private static Answer answer(Optional<String> ref, Doing doing) {
        return new Answer("crisis-lead", new When.At(Duration.ofMinutes(1)), ref, doing);
    }

    private static RecordedTeam recorded(Team team) {
        return new RecordedTeam(
                new Responses("good", "flood", "Good", List.of(DRAFT, APPROVAL)), team, Map.of(), Set.of());
    }

    @Test
    void aDeputyDecidesOnTheDraftOfWhoeverAloneMayApprove() {
        var recorded = recorded(aCrew().compose());

        assertThat(recorded.actor(DRAFT).id()).isEqualTo("m-ana");
        assertThat(recorded.actor(APPROVAL).id()).isEqualTo("m-ben");
        assertThat(recorded.findings()).isEmpty();
    }

    @Test
    void draftsThatNobodyElseMayApproveAreNamed() {
        var recorded = recorded(aTeam().called("night")
                .with(aMember("m-ana").holding("crisis-lead"))
                .compose());

        assertThat(recorded.findings())
                .containsExactly("nobody in team \"night\" but their author may approve them;"
                        + " messages that are never sent: 1");
    }
}
