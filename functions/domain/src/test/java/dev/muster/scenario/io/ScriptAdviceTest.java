package dev.muster.scenario.io;

import static dev.muster.scenario.io.LeakFiles.SCENARIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is warned of who has written a script that can be played and will be regretted. */
class ScriptAdviceTest {

    private final GivenFiles files;

    ScriptAdviceTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void aScriptThatLeavesTheTeamItsSayIsNotCommentedOn() {
        assertThat(files.adviceOn(SCENARIO)).isEmpty();
    }

    @Test
    void warningsDoNotKeepAScenarioFromBeingUsed() {
        files.given("leak/scenario.yaml", SCENARIO.replace("Hello?", "Call 020 7123 4567"));
        assertThat(Library.at(files.folder()).scenarios()).containsExactly("leak");
        assertThat(files.errorsOf(files.path("leak"))).isEmpty();
    }

    @Test
    void aRoleWithNothingToDoIsNamed() {
        assertThat(files.adviceOn(SCENARIO.replace("roles: [crisis-lead,", "roles: [legal, crisis-lead,")))
                .containsExactly("leak.yaml:9:9: role \"legal\" has nothing to do: no inject goes to it");
    }

    @Test
    void aRoleThatOnlyHearsOfMishapsIsNamed() {
        assertThat(files.adviceOn(SCENARIO.replace("to: [crisis-lead, communications]", "to: [crisis-lead]")))
                .contains("leak.yaml:9:22: role \"communications\" may have nothing to do:"
                        + " no inject that always comes goes to it");
    }

    @Test
    void moreThanThreeScriptedInjectsInFiveMinutesAreTooMany() {
        assertThat(files.adviceOn(SCENARIO + scripted(2, 3, 4)))
                .containsExactly(
                        "leak.yaml:45:9: 4 injects within 5 min, from \"water\" to \"more-3\"; leave the team time to write");
        assertThat(files.adviceOn(SCENARIO + scripted(2, 3, 6))).isEmpty();
    }

    @Test
    void aCrowdIsToldOfOnce() {
        assertThat(files.adviceOn(SCENARIO + scripted(2, 3, 4, 5, 5))).hasSize(1);
    }

    @Test
    void tenInOneMinuteAreAFlood() {
        assertThat(files.adviceOn(SCENARIO + scripted(8, 8, 8, 8, 8, 8, 8, 8, 8, 8)))
                .singleElement()
                .asString()
                .endsWith("10 injects within 1 min, from \"more-1\" to \"more-10\"; leave the team time to write");
    }

    @Test
    void aStepThatAnObjectiveNamesAndNoInjectExpectsIsNamed() {
        assertThat(files.adviceOn(SCENARIO.replace(
                        "[holding-statement, no-blame]", "[holding-statement, scope, everybody-trained]")))
                .containsExactly(
                        "leak.yaml:11:66: no inject expects the step \"scope\", so this objective never shows it",
                        "leak.yaml:11:73: the step \"everybody-trained\" is checked from records, so no drill shows it");
    }

    @Test
    void anInjectThatOpensAClockReachesWhoMustAct() {
        assertThat(files.adviceOn(
                        SCENARIO.replace("expects: [holding-statement]", "expects: [holding-statement, scope]")))
                .containsExactly("leak.yaml:20:34: step \"scope\" is for the role \"operations\" to do,"
                        + " to which this inject does not go");
    }

    @Test
    void whatTheWholePlanLacksIsSaidOnceAndNotOfAMicroDrill() {
        files.given("leak.yaml", SCENARIO.replace("PT29M", "PT30M"));
        files.given("flood.yaml", SCENARIO.replace("PT29M", "PT30M").replace("scenario: leak", "scenario: flood"));
        assertThat(files.advice())
                .singleElement()
                .asString()
                .startsWith(
                        "flood.yaml:12:1: nothing exercises 45 of the 50 steps of plan \"default\": recognise, activate-team,")
                .endsWith(" and 37 more");
    }

    @Test
    void anInjectAtTheVeryEndComesForNobody() {
        assertThat(files.adviceOn(SCENARIO.replace("at: PT20M", "at: PT29M")))
                .containsExactly("leak.yaml:23:9: comes at EndEx, when nobody can answer any more");
    }

    private String scripted(int... minutes) {
        return IntStream.range(0, minutes.length)
                .mapToObj(nr -> """
                          - id: more-%d
                            title: More
                            at: PT%dM
                            channel: chat
                            from: Somebody
                            to: [crisis-lead]
                            text: Well?
                        """.formatted(nr + 1, minutes[nr]))
                .collect(Collectors.joining());
    }
}
