package dev.muster.scenario.io;

import static dev.muster.scenario.io.FloodFiles.RESPONSES;
import static dev.muster.scenario.io.FloodFiles.SCENARIO;
import static dev.muster.scenario.io.FloodFiles.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is told of a file that its schema does not allow. */
class SchemaValidationTest {

    private final GivenFiles files;

    SchemaValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void anUnknownKeyIsShownWithTheKeyThatWasProbablyMeant() {
        files.given("flood.yaml", SCENARIO.replace("expects:", "expect:"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:20:5: unknown key \"expect\", did you mean \"expects\"?");
    }

    @Test
    void anUnknownKeyLikeNoneIsShownWithAllThatCouldBeMeant() {
        files.given("flood.yaml", SCENARIO.replace("{id: cut,", "{id: cut, colour: red,"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:29:19: unknown key \"colour\"; possible: id, text, consequence");
    }

    @Test
    void aWrongDurationIsShownWithAnExample() {
        files.given("flood.yaml", SCENARIO.replace("delay: PT3M", "delay: 3 minutes"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:34:12: not a duration: \"3 minutes\";"
                        + " write for example PT5M for five minutes, PT1H30M, P3D");
    }

    @Test
    void aNumberIsNoDuration() {
        files.given("flood.yaml", SCENARIO.replace("duration: PT60M", "duration: 60"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:6:11: expected text, found the number 60; put it in quotes");
    }

    @Test
    void aDurationTooLongForAnyClockIsNoDuration() {
        files.given("flood.yaml", SCENARIO.replace("duration: PT60M", "duration: PT99999999999999999999H"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:6:11: not a duration: \"PT99999999999999999999H\";"
                        + " write for example PT5M for five minutes, PT1H30M, P3D");
    }

    @Test
    void aMissingKeyIsShownWhereItShouldStand() {
        files.given("flood.yaml", SCENARIO.replace("    channel: phone\n", ""));
        assertThat(files.errors()).containsExactly("flood.yaml:21:5: key \"channel\" is missing");
    }

    @Test
    void anInjectWithoutTimeIsToldWhatSaysWhen() {
        files.given("flood.yaml", SCENARIO.replace("    at: PT10M\n", ""));
        assertThat(files.errors())
                .containsExactly("flood.yaml:21:5: key \"at\" is missing: \"at\", \"after\" or \"ready\" says when");
    }

    @Test
    void keysThatExcludeEachOtherAreToldApart() {
        files.given("flood.yaml", SCENARIO.replace("    delay: PT3M\n", "    delay: PT3M\n    at: PT5M\n"));
        assertThat(files.errors())
                .containsExactly(
                        "flood.yaml:35:5: key \"at\" cannot stand here:" + " a reactive inject has no time of its own");
    }

    @Test
    void aKeyThatNeedsAnotherSaysWhich() {
        files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT10M\n    delay: PT1M"));
        assertThat(files.errors()).containsExactly("flood.yaml:24:5: key \"delay\" needs the key \"after\" beside it");
    }

    @Test
    void aConditionHasOneKind() {
        files.given(
                "flood.yaml",
                SCENARIO.replace("{criterion: blame, audience: customers}", "{criterion: blame, acknowledged: water}"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:33:12: found criterion and acknowledged; expected exactly one of:"
                        + " step-done, step-overdue (with or without by), acknowledged, answered, released,"
                        + " decided (with or without option), criterion or lacks (with or without audience and"
                        + " answering), all, any, not");
    }

    @Test
    void aWordThatIsNotPossibleIsShownWithWhatIs() {
        files.given(
                "flood.yaml",
                SCENARIO.replace("channel: phone", "channel: fone").replace("fault: unknown", "fault: us"));
        assertThat(files.errors())
                .containsExactly(
                        "flood.yaml:7:8: not a fault: \"us\"; possible: victim, accidental, preventable, unknown",
                        "flood.yaml:24:14: not a channel: \"fone\", did you mean \"phone\"?");
    }

    @Test
    void anIdIsKebabCase() {
        files.given("flood.yaml", SCENARIO.replace("id: choose", "id: Choose One"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:21:9: not an id: \"Choose One\"; write for example holding-statement");
    }

    @Test
    void emptyTextsAndListsAreNotEnough() {
        files.given(
                "flood.yaml",
                SCENARIO.replace("text: It is ankle deep.", "text: ''").replace("[communications]", "[]"));
        assertThat(files.errors())
                .containsExactly(
                        "flood.yaml:19:11: must not be empty",
                        "flood.yaml:37:9: needs at least 1 in the list, found 0");
    }

    @Test
    void aTextThatIsTooLongSaysByHowMuch() {
        files.given("flood.yaml", SCENARIO.replace("It is ankle deep.", "🌊".repeat(10_001)));
        assertThat(files.errors()).containsExactly("flood.yaml:19:11: 10,001 characters, at most 10000; shorten it");
    }

    @Test
    void aListIsNoText() {
        files.given("flood.yaml", SCENARIO.replace("to: [communications]", "to: communications"));
        assertThat(files.errors())
                .containsExactly("flood.yaml:37:9: expected a list, found the text \"communications\"");
    }

    @Test
    void aDateThatNoCalendarHasIsNoDate() {
        files.given("plan.yaml", files.defaultPlan().replaceFirst("reviewed: .*", "reviewed: 2026-02-30"));
        assertThat(files.errors())
                .containsExactly("plan.yaml:9:11: not a date: \"2026-02-30\"; write for example 2026-09-01");
    }

    @Test
    void aZoneThatNoClockHasIsNoZone() {
        files.given("night.yaml", TEAM.replace("Europe/Berlin", "Europe/Atlantis"));
        assertThat(files.errors())
                .containsExactly(
                        "night.yaml:3:7: not a time zone: \"Europe/Atlantis\"; write for example Europe/Berlin");
    }

    @Test
    void whoeverIsReachedByChatHasAChatName() {
        files.given("night.yaml", TEAM.replace(", chat: ben", ""));
        assertThat(files.errors()).containsExactly("night.yaml:7:5: key \"chat\" is missing");
    }

    @Test
    void aResponseDoesOneThing() {
        files.given("flood.yaml", SCENARIO);
        files.given("calm.yaml", RESPONSES.replace("    approve: draft\n", ""));
        assertThat(files.errors())
                .containsExactly("calm.yaml:10:5: needs one of acknowledge, message, approve, refuse, action,"
                        + " decision, assign, note");
    }
}
