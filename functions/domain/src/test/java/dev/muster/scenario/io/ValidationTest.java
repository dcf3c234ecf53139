package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer sees who has written something that Muster cannot use. */
class ValidationTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

    private static final String SCENARIO = """
            scenario: flood
            title: Water in the cellar
            kind: outage
            version: 1
            language: en
            duration: PT60M
            fault: unknown
            briefing: You run a warehouse.
            roles: [crisis-lead, communications]
            objectives:
              - {id: o-speak, title: Speak early, steps: [holding-statement]}
            injects:
              - id: water
                title: Water rises
                at: PT0M
                channel: chat
                from: The porter
                to: [crisis-lead]
                text: It is ankle deep.
                expects: [holding-statement]
              - id: choose
                title: Shut down or not
                at: PT10M
                channel: phone
                from: The electrician
                to: [crisis-lead]
                text: Shall I cut the power?
                options:
                  - {id: cut, text: Cut it}
                  - {id: wait, text: Wait}
              - id: angry
                title: A customer is angry
                after: {criterion: blame, audience: customers}
                delay: PT3M
                channel: email
                from: A customer
                to: [communications]
                text: So it is our fault?
            """;

    private static final String TEAM = """
            team: night
            name: Night shift
            zone: Europe/Berlin
            charter: {version: 1, purpose: To be ready}
            members:
              - {id: m-ana, name: Ana, language: en, roles: [crisis-lead], reach: [chat], chat: ana}
              - {id: m-ben, name: Ben, language: en, roles: [communications], reach: [chat], chat: ben}
            """;

    private static final String RESPONSES = """
            responses: calm
            scenario: flood
            title: A calm team
            answers:
              - role: communications
                after: water
                delay: PT5M
                id: draft
                message: {channel: web, audience: public, text: Our cellar is under water., steps: [holding-statement]}
              - role: crisis-lead
                after: water
                delay: PT8M
                approve: draft
              - role: crisis-lead
                at: PT12M
                decision: {inject: choose, option: cut, reason: Safety first}
            """;

    private final Path plan = Path.of(System.getProperty("muster.root"), "scenarios", "plans", "default.yaml");

    @TempDir
    private Path folder;

    @Test
    void filesInOrderAreAccepted() {
        given("flood.yaml", SCENARIO);
        given("night.yaml", TEAM);
        given("calm.yaml", RESPONSES);
        assertThat(problems()).isEmpty();
    }

    @Test
    void theWholeLibraryIsInOrder() {
        assertThat(Validation.validate(List.of(plan.getParent().getParent()), LIBRARY))
                .isEmpty();
    }

    @Nested
    class ByTheSchema {

        @Test
        void anUnknownKeyIsShownWithTheKeyThatWasProbablyMeant() {
            given("flood.yaml", SCENARIO.replace("expects:", "expect:"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:5: unknown key \"expect\", did you mean \"expects\"?");
        }

        @Test
        void anUnknownKeyLikeNoneIsShownWithAllThatCouldBeMeant() {
            given("flood.yaml", SCENARIO.replace("{id: cut,", "{id: cut, colour: red,"));
            assertThat(problems())
                    .containsExactly("flood.yaml:29:19: unknown key \"colour\"; possible: id, text, consequence");
        }

        @Test
        void aWrongDurationIsShownWithAnExample() {
            given("flood.yaml", SCENARIO.replace("delay: PT3M", "delay: 3 minutes"));
            assertThat(problems())
                    .containsExactly("flood.yaml:34:12: not a duration: \"3 minutes\";"
                            + " write for example PT5M for five minutes, PT1H30M, P3D");
        }

        @Test
        void aNumberIsNoDuration() {
            given("flood.yaml", SCENARIO.replace("duration: PT60M", "duration: 60"));
            assertThat(problems())
                    .containsExactly("flood.yaml:6:11: expected text, found the number 60; put it in quotes");
        }

        @Test
        void aDurationTooLongForAnyClockIsNoDuration() {
            given("flood.yaml", SCENARIO.replace("duration: PT60M", "duration: PT99999999999999999999H"));
            assertThat(problems())
                    .containsExactly("flood.yaml:6:11: not a duration: \"PT99999999999999999999H\";"
                            + " write for example PT5M for five minutes, PT1H30M, P3D");
        }

        @Test
        void aMissingKeyIsShownWhereItShouldStand() {
            given("flood.yaml", SCENARIO.replace("    channel: phone\n", ""));
            assertThat(problems()).containsExactly("flood.yaml:21:5: key \"channel\" is missing");
        }

        @Test
        void anInjectWithoutTimeIsToldWhatSaysWhen() {
            given("flood.yaml", SCENARIO.replace("    at: PT10M\n", ""));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:21:5: key \"at\" is missing: \"at\", \"after\" or \"ready\" says when");
        }

        @Test
        void keysThatExcludeEachOtherAreToldApart() {
            given("flood.yaml", SCENARIO.replace("    delay: PT3M\n", "    delay: PT3M\n    at: PT5M\n"));
            assertThat(problems())
                    .containsExactly("flood.yaml:35:5: key \"at\" cannot stand here:"
                            + " a reactive inject has no time of its own");
        }

        @Test
        void aKeyThatNeedsAnotherSaysWhich() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT10M\n    delay: PT1M"));
            assertThat(problems()).containsExactly("flood.yaml:24:5: key \"delay\" needs the key \"after\" beside it");
        }

        @Test
        void aConditionHasOneKind() {
            given(
                    "flood.yaml",
                    SCENARIO.replace(
                            "{criterion: blame, audience: customers}", "{criterion: blame, acknowledged: water}"));
            assertThat(problems())
                    .containsExactly("flood.yaml:33:12: found criterion and acknowledged; expected exactly one of:"
                            + " step-done, step-overdue (with or without by), acknowledged, answered, released,"
                            + " decided (with or without option), criterion or lacks (with or without audience and"
                            + " answering), all, any, not");
        }

        @Test
        void aWordThatIsNotPossibleIsShownWithWhatIs() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("channel: phone", "channel: fone").replace("fault: unknown", "fault: us"));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:7:8: not a fault: \"us\"; possible: victim, accidental, preventable, unknown",
                            "flood.yaml:24:14: not a channel: \"fone\", did you mean \"phone\"?");
        }

        @Test
        void anIdIsKebabCase() {
            given("flood.yaml", SCENARIO.replace("id: choose", "id: Choose One"));
            assertThat(problems())
                    .containsExactly("flood.yaml:21:9: not an id: \"Choose One\"; write for example holding-statement");
        }

        @Test
        void emptyTextsAndListsAreNotEnough() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("text: It is ankle deep.", "text: ''").replace("[communications]", "[]"));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:19:11: must not be empty",
                            "flood.yaml:37:9: needs at least 1 in the list, found 0");
        }

        @Test
        void aTextThatIsTooLongSaysByHowMuch() {
            given("flood.yaml", SCENARIO.replace("It is ankle deep.", "🌊".repeat(10_001)));
            assertThat(problems()).containsExactly("flood.yaml:19:11: 10,001 characters, at most 10000; shorten it");
        }

        @Test
        void aListIsNoText() {
            given("flood.yaml", SCENARIO.replace("to: [communications]", "to: communications"));
            assertThat(problems())
                    .containsExactly("flood.yaml:37:9: expected a list, found the text \"communications\"");
        }

        @Test
        void aDateThatNoCalendarHasIsNoDate() {
            given("plan.yaml", text(plan).replaceFirst("reviewed: .*", "reviewed: 2026-02-30"));
            assertThat(problems())
                    .containsExactly("plan.yaml:9:11: not a date: \"2026-02-30\"; write for example 2026-09-01");
        }

        @Test
        void aZoneThatNoClockHasIsNoZone() {
            given("night.yaml", TEAM.replace("Europe/Berlin", "Europe/Atlantis"));
            assertThat(problems())
                    .containsExactly(
                            "night.yaml:3:7: not a time zone: \"Europe/Atlantis\"; write for example Europe/Berlin");
        }

        @Test
        void whoeverIsReachedByChatHasAChatName() {
            given("night.yaml", TEAM.replace(", chat: ben", ""));
            assertThat(problems()).containsExactly("night.yaml:7:5: key \"chat\" is missing");
        }

        @Test
        void aResponseDoesOneThing() {
            given("flood.yaml", SCENARIO);
            given("calm.yaml", RESPONSES.replace("    approve: draft\n", ""));
            assertThat(problems())
                    .containsExactly("calm.yaml:10:5: needs one of acknowledge, message, approve, refuse, action,"
                            + " decision, assign, note");
        }
    }

    @Nested
    class AcrossAScenarioAndItsPlan {

        @Test
        void twoInjectsWithOneIdAreToldApart() {
            given("flood.yaml", SCENARIO.replace("id: choose", "id: water"));
            assertThat(problems())
                    .containsExactly("flood.yaml:21:9: duplicate inject id \"water\", first on line 13;"
                            + " give one of them another");
        }

        @Test
        void twoOptionsWithOneIdAreToldApart() {
            given("flood.yaml", SCENARIO.replace("id: wait", "id: cut"));
            assertThat(problems())
                    .containsExactly("flood.yaml:30:14: duplicate option id \"cut\", first on line 29;"
                            + " give one of them another");
        }

        @Test
        void twoObjectivesWithOneIdAreToldApart() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("injects:\n", "  - {id: o-speak, title: Again, steps: [recognise]}\ninjects:\n"));
            assertThat(problems())
                    .containsExactly("flood.yaml:12:10: duplicate objective id \"o-speak\", first on line 11;"
                            + " give one of them another");
        }

        @Test
        void anInjectToARoleThatTakesNoPartIsRefused() {
            given("flood.yaml", SCENARIO.replace("to: [communications]", "to: [communications, legal]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:37:26: inject to a role that takes no part in the scenario:"
                            + " \"legal\"; possible: crisis-lead, communications");
        }

        @Test
        void aRoleThatThePlanLacksIsRefused() {
            given("flood.yaml", SCENARIO.replace("roles: [crisis-lead,", "roles: [crisis-led, crisis-lead,"));
            assertThat(problems())
                    .containsExactly("flood.yaml:9:9: plan \"default\" has no such role: \"crisis-led\","
                            + " did you mean \"crisis-lead\"?");
        }

        @Test
        void anExpectationOfAStepThatThePlanLacksIsRefused() {
            given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [holding-statment]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:15: plan \"default\" has no such step: \"holding-statment\","
                            + " did you mean \"holding-statement\"?");
        }

        @Test
        void anObjectiveOfAStepThatThePlanLacksIsRefused() {
            given("flood.yaml", SCENARIO.replace("steps: [holding-statement]", "steps: [recognise, apologize]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:11:58: plan \"default\" has no such step: \"apologize\","
                            + " did you mean \"apologise\"?");
        }

        @Test
        void whatIsCheckedFromRecordsCannotBeExpected() {
            given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [everybody-trained]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:15: step \"everybody-trained\" is checked from records;"
                            + " no inject can expect it");
        }

        @Test
        void aDecisionCannotBeExpectedWhereNothingIsToBeDecided() {
            given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [decide-remedy]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:15: step \"decide-remedy\" is proved by a decision,"
                            + " but this inject offers no options");
        }

        @Test
        void aTimeAfterTheEndIsRefused() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT61M"));
            assertThat(problems())
                    .containsExactly("flood.yaml:23:9: PT61M is after the end of the scenario, which lasts PT1H");
        }

        @Test
        void theLastMinuteIsStillPartOfTheScenario() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT60M\n    acknowledge: PT30M"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void aScenarioTakesTime() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT0M").replace("PT60M", "PT0S"));
            assertThat(problems()).containsExactly("flood.yaml:6:11: must be longer than nothing, found PT0S");
        }

        @Test
        void conditionsNameStepsInjectsAndOptionsThatExist() {
            given("flood.yaml", SCENARIO.replace("after: {criterion: blame, audience: customers}", """
                    after:
                      any:
                        - {step-done: recognize}
                        - {not: {step-overdue: holding}}
                        - {acknowledged: watre}
                        - all: [{decided: choose, option: cutt}, {decided: water}]""".indent(4)
                    .strip()));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:35:23: plan \"default\" has no such step: \"recognize\","
                                    + " did you mean \"recognise\"?",
                            "flood.yaml:36:32: plan \"default\" has no such step: \"holding\","
                                    + " did you mean \"holding-statement\"?",
                            "flood.yaml:37:26: the scenario has no such inject: \"watre\", did you mean \"water\"?",
                            "flood.yaml:38:43: inject \"choose\" has no such option: \"cutt\", did you mean \"cut\"?",
                            "flood.yaml:38:60: inject \"water\" asks for no decision");
        }

        @Test
        void theConditionsOfContingenciesAreLookedAtToo() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT0M", "at: PT0M\n    unless: {step-done: recognize}")
                            .replace("at: PT10M", "at: PT10M\n    when: {not: {acknowledged: watr}}"));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:16:25: plan \"default\" has no such step: \"recognize\","
                                    + " did you mean \"recognise\"?",
                            "flood.yaml:25:32: the scenario has no such inject: \"watr\", did you mean \"water\"?");
        }

        @Test
        void anInjectCannotWaitForItself() {
            given("flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{acknowledged: angry}"));
            assertThat(problems()).containsExactly("flood.yaml:33:27: an inject cannot wait for itself");
        }

        @Test
        void theFirstMistakeDoesNotHideTheOthers() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("title: Water in", "colour: red\ntitle: Water in")
                            .replace("at: PT10M", "at: PT70M")
                            .replace("id: choose", "id: water\n    id: water"));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:2:1: unknown key \"colour\"; possible: scenario, title, kind, version, language,"
                                    + " starts, duration, fault, distressing, variables, briefing, roles, objectives,"
                                    + " customers, injects",
                            "flood.yaml:23:5: key \"id\" again, first on line 22; keep one of them",
                            "flood.yaml:23:9: duplicate inject id \"water\", first on line 14; give one of them another",
                            "flood.yaml:25:9: PT70M is after the end of the scenario, which lasts PT1H");
        }

        @Test
        void whatThePlanAmongTheFilesLacksIsWarnedOf() {
            given("flood.yaml", SCENARIO);
            given(
                    "own.yaml",
                    text(plan)
                            .replace("id: holding-statement", "id: first-word")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(warningsOf(folder))
                    .contains(
                            "flood.yaml:11:5: warning: the objective \"Speak early\" is left out;"
                                    + " plan \"own\" has none of its steps",
                            "flood.yaml:20:15: warning: inject \"water\" expects \"holding-statement\";"
                                    + " plan \"own\" has no such step");
        }

        @Test
        void aStepThatStandsForAnotherNeedsNoWarning() {
            given("flood.yaml", reachingEverybody(SCENARIO));
            given(
                    "own.yaml",
                    text(plan)
                            .replace("id: holding-statement", "id: first-word\n    stands-for: [holding-statement]")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void aScenarioMayNameTheStepsOfTheOwnPlan() {
            given("flood.yaml", reachingEverybody(SCENARIO.replace("holding-statement", "first-word")));
            given(
                    "own.yaml",
                    text(plan)
                            .replace("id: holding-statement", "id: first-word")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(problems()).isEmpty();
        }

        private static String reachingEverybody(String scenario) {
            return scenario.replace("to: [crisis-lead]", "to: [crisis-lead, communications]");
        }

        @Test
        void whatNoPlanKnowsIsRefusedBesideTheOwnPlan() {
            given("flood.yaml", SCENARIO.replace("expects: [holding-statement", "expects: [holding-statment"));
            given("own.yaml", text(plan).replace("plan: default", "plan: own"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:15: plan \"default\" has no such step: \"holding-statment\","
                            + " did you mean \"holding-statement\"?");
        }
    }

    @Nested
    class InATextWithVariables {

        private static final String DECLARED = "variables:\n  company: {default: Acme}\nbriefing:";

        @Test
        void whatIsDeclaredCanBeUsed() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("briefing: You run a warehouse.", DECLARED + " '{{company}} and \\{{braces}}'"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void anUnknownVariableIsShownWhereItStandsInItsText() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("briefing:", DECLARED)
                            .replace("It is ankle deep.", "|\n      It is ankle deep\n      at {{compny}}."));
            assertThat(problems())
                    .containsExactly("flood.yaml:23:10: the scenario has no such variable: \"compny\","
                            + " did you mean \"company\"?");
        }

        @Test
        void whatIsNoNameRunsNothing() {
            given("flood.yaml", SCENARIO.replace("It is ankle deep.", "\"{{open {{system.exit()}}\""));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:19:12: not a variable: \"{{\"; write {{name}}, or \\{{ for two braces",
                            "flood.yaml:19:19: not a variable: \"{{system.exit()}}\";"
                                    + " write {{name}}, or \\{{ for two braces");
        }
    }

    @Nested
    class OfTimes {

        @Test
        void hoursAndMinutesAfterStartExAreUnderstood() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: +00:10"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void theScenariosOwnClockIsUnderstoodWhereItHasOne() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: 09:10"));
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:23:9: \"09:10\" is a time of the scenario's own clock, but the scenario"
                                    + " has none; write for example starts: \"09:00\", or PT5M after StartEx");
            given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT10M", "at: 09:10").replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void aTimeThatTheClockNeverShowsIsRefused() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT10M", "at: D+2 09:10").replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(problems())
                    .containsExactly("flood.yaml:24:9: D+2 09:10 is after the end of the scenario, which lasts PT1H");
            given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT0M", "at: PT0M\n    jump: P3D")
                            .replace("at: PT10M", "at: D+2 09:10")
                            .replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(problems())
                    .containsExactly("flood.yaml:25:9: the scenario's own clock, which starts at 09:00, never shows"
                            + " D+2 09:10: it leaps over it, from 09:00 to D+3 09:00");
        }

        @Test
        void whatIsNoTimeIsShownWithExamples() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: ten past"));
            assertThat(problems())
                    .containsExactly("flood.yaml:23:9: not a time: \"ten past\"; write PT5M or +00:05 for five minutes"
                            + " after StartEx, or \"09:30\" by the scenario's own clock");
        }

        @Test
        void whatIsDoneDaysLaterNeedsAJump() {
            given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [survey-customers]"));
            assertThat(problems())
                    .containsExactly("flood.yaml:20:15: step \"survey-customers\" is done days later, but no time jump"
                            + " comes before; give this inject or an earlier one jump: P3D");
            given(
                    "flood.yaml",
                    SCENARIO.replace("expects: [holding-statement]", "expects: [survey-customers]\n    jump: P3D"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void onlyAScriptedInjectJumps() {
            given("flood.yaml", SCENARIO.replace("delay: PT3M", "delay: PT3M\n    jump: P3D"));
            assertThat(problems())
                    .containsExactly("flood.yaml:35:5: only a scripted inject (`at` alone) can jump:"
                            + " time leaps for everybody");
        }

        @Test
        void aReadyInjectHasNoTime() {
            given("flood.yaml", SCENARIO.replace("at: PT10M", "ready: When it gets quiet"));
            assertThat(problems()).isEmpty();
            given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT10M\n    ready: When it gets quiet"));
            assertThat(problems())
                    .containsExactly("flood.yaml:23:5: key \"at\" cannot stand here:"
                            + " a ready-to-fire inject has no time: the trainer releases it");
        }
    }

    @Nested
    class OfCustomers {

        private static final String ANA = "customers:\n  - {id: ana, name: Ana, contact: ana@post.example}\ninjects:";

        @Test
        void anInjectMayNameTheCustomerInsteadOfASender() {
            given("flood.yaml", SCENARIO.replace("injects:", ANA).replace("from: A customer", "customer: ana"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void aCustomerThatTheScenarioLacksIsRefused() {
            given("flood.yaml", SCENARIO.replace("injects:", ANA).replace("from: A customer", "customer: anna"));
            assertThat(problems())
                    .containsExactly("flood.yaml:38:15: the scenario has no such customer: \"anna\","
                            + " did you mean \"ana\"?");
        }

        @Test
        void somebodyMustSayIt() {
            given("flood.yaml", SCENARIO.replace("    from: A customer\n", ""));
            assertThat(problems()).containsExactly("flood.yaml:31:5: needs one of from, customer");
        }
    }

    @Nested
    class OfConditionsOnMessages {

        @Test
        void theyMayNameAudienceAndInject() {
            given(
                    "flood.yaml",
                    SCENARIO.replace(
                            "{criterion: blame, audience: customers}",
                            "{lacks: apology, audience: customers, answering: water}"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void anAudienceAloneIsNoCondition() {
            given("flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{audience: customers}"));
            assertThat(problems()).containsExactly("flood.yaml:33:12: needs one of criterion, lacks");
        }

        @Test
        void anInjectThatIsNotThereIsRefused() {
            given("flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{answered: watr}"));
            assertThat(problems())
                    .containsExactly("flood.yaml:33:23: the scenario has no such inject: \"watr\","
                            + " did you mean \"water\"?");
        }

        @Test
        void howLongOverdueBelongsToAStepThatCanBe() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("{criterion: blame, audience: customers}", "{answered: water, by: PT5M}"));
            assertThat(problems())
                    .containsExactly("flood.yaml:33:30: key \"by\" needs the key \"step-overdue\" beside it");
        }
    }

    @Nested
    class InAPlan {

        @Test
        void rolesThatAreNotInThePlanAreRefusedWhereverTheyStand() {
            given(
                    "plan.yaml",
                    text(plan)
                            .replace("speakers: [communications,", "speakers: [press, communications,")
                            .replace("by: [crisis-lead, legal]", "by: [crisis-lead, lawyers]"));
            assertThat(problems())
                    .containsExactly(
                            "plan.yaml:23:12: the plan has no such role: \"press\"; possible: crisis-lead,"
                                    + " communications, customer-care, operations, legal, people",
                            "plan.yaml:27:21: the plan has no such role: \"lawyers\"; possible: crisis-lead,"
                                    + " communications, customer-care, operations, legal, people");
        }

        @Test
        void aStepNeedsAnOwnerThatExists() {
            assertThat(problemsOfStep("owner: communication", "deadline: PT15M", "evidence: {action: {}}"))
                    .containsExactly("owner: the plan has no such role: \"communication\","
                            + " did you mean \"communications\"?");
        }

        @Test
        void twoStepsWithOneIdAreToldApart() {
            given("plan.yaml", text(plan).replace("- id: scope\n", "- id: recognise\n"));
            assertThat(problems())
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
                    .containsExactly(
                            "evidence: an answer or a decision belongs to an inject; it needs starts: expected");
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
            given("plan.yaml", text(plan).replace("bands: {P: 80, S: 66, M: 50}", "bands: {P: 60, S: 66, M: 50}"));
            assertThat(problems())
                    .containsExactly("plan.yaml:11:8: bands must fall from P to M within 100 and 0,"
                            + " found P 60.0, S 66.0, M 50.0");
        }

        @Test
        void aPracticeThatNoStepCoversIsWarnedOf() {
            given("plan.yaml", text(plan).replace("source: [stories]", "source: [survey]"));
            assertThat(problems()).isEmpty();
            assertThat(Validation.validate(List.of(folder), LIBRARY))
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith(": warning: no step covers stories; name it in the source of a step");
        }

        /** The problems of an additional step with these lines, each with the key on whose line it stands. */
        private List<String> problemsOfStep(String... lines) {
            var head =
                    "\n  - id: extra\n    title: Extra\n    phase: communication\n    source: [swift]\n    mode: observed\n    ";
            var text = text(plan).strip() + head + String.join("\n    ", lines) + "\n";
            given("plan.yaml", text);
            return Validation.validate(List.of(folder), LIBRARY).stream()
                    .map(problem -> text.lines()
                                    .toList()
                                    .get(problem.line() - 1)
                                    .strip()
                                    .split(":")[0]
                            + ": "
                            + problem.message())
                    .toList();
        }
    }

    @Nested
    class InATeam {

        @Test
        void aRoleThatNobodyHasIsFoundInTheScenario() {
            given(
                    "flood.yaml",
                    SCENARIO.replace("to: [communications]", "to: [communications, legal]")
                            .replace("roles: [crisis-lead,", "roles: [people, legal, crisis-lead,"));
            given("night.yaml", TEAM);
            assertThat(problems())
                    .containsExactly(
                            "flood.yaml:9:9: role that nobody has: \"people\"; let somebody in team \"night\" hold it"
                                    + " or deputise for it",
                            "flood.yaml:37:26: inject to a role that nobody has: \"legal\"; let somebody in team"
                                    + " \"night\" hold it or deputise for it");
        }

        @Test
        void aDeputyIsEnough() {
            given("flood.yaml", SCENARIO);
            given("night.yaml", TEAM.replace("roles: [communications]", "roles: [], deputy-for: [communications]"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void oneTeamThatCanPlayTheScenarioIsEnough() {
            given("flood.yaml", SCENARIO);
            given("day.yaml", TEAM.replace("team: night", "team: day"));
            given("night.yaml", TEAM.replace("roles: [communications]", "roles: [legal]"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void twoMembersWithOneIdAreToldApart() {
            given("night.yaml", TEAM.replace("m-ben", "m-ana"));
            assertThat(problems())
                    .containsExactly("night.yaml:7:10: duplicate member id \"m-ana\", first on line 6;"
                            + " give one of them another");
        }

        @Test
        void aMemberWithoutAnyRoleIsNoMember() {
            given("night.yaml", TEAM.replace("roles: [communications]", "roles: []"));
            assertThat(problems())
                    .containsExactly("night.yaml:7:5: member \"m-ben\" neither holds a role nor deputises for one");
        }

        @Test
        void logsAreKeptForSomeTime() {
            given("night.yaml", TEAM.replace("purpose: To be ready}", "purpose: To be ready, retention: P0D}"));
            assertThat(problems()).containsExactly("night.yaml:4:56: must be longer than nothing, found P0D");
        }
    }

    @Nested
    class InResponses {

        @Test
        void whatTheyNameMustExist() {
            given("flood.yaml", SCENARIO);
            given(
                    "calm.yaml",
                    RESPONSES
                            .replace("role: communications", "role: communication")
                            .replace("after: water\n    delay: PT5M", "after: watr\n    delay: PT5M")
                            .replace("steps: [holding-statement]", "steps: [holding-statment]")
                            .replace("option: cut", "option: cute")
                            .replace("approve: draft", "approve: drafd"));
            assertThat(problems())
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
            given("flood.yaml", SCENARIO.replace("briefing:", "variables: {company: {default: Acme}}\nbriefing:"));
            given(
                    "calm.yaml",
                    RESPONSES
                            + "  - role: communications\n    at: PT9M\n    note: |\n      We are {{company}}.\n      Not {{compny}}.\n"
                            + "  - role: communications\n    at: PT9M\n    action: {step: holding-statement, evidence: 'At {{ Company }}, \\{{so'}\n");
            assertThat(problems())
                    .containsExactly(
                            "calm.yaml:21:11: the scenario has no such variable: \"compny\", did you mean \"company\"?",
                            "calm.yaml:24:53: not a variable: \"{{ Company }}\"; write {{name}}, or \\{{ for two braces");
        }

        @Test
        void nothingIsApprovedBeforeItIsWritten() {
            given("flood.yaml", SCENARIO);
            given("calm.yaml", RESPONSES.replace("delay: PT8M", "delay: PT4M"));
            assertThat(problems())
                    .containsExactly(
                            "calm.yaml:13:14: comes before the message \"draft\" is drafted; let it come later");
        }

        @Test
        void nothingIsRefusedBeforeItIsWrittenEvenWhereOneTimeCountsFromAnInject() {
            given("flood.yaml", SCENARIO);
            given(
                    "calm.yaml",
                    RESPONSES.replace(
                            "    after: water\n    delay: PT8M\n    approve: draft",
                            "    at: PT4M\n    refuse: {message: draft, reason: Too early}"));
            assertThat(problems())
                    .containsExactly(
                            "calm.yaml:12:23: comes before the message \"draft\" is drafted; let it come later");
        }

        @Test
        void anAnswerAfterTheEndIsRefused() {
            given("flood.yaml", SCENARIO);
            given("calm.yaml", RESPONSES.replace("at: PT12M", "at: PT2H"));
            assertThat(problems())
                    .containsExactly("calm.yaml:15:9: PT2H is after the end of the scenario, which lasts PT1H");
        }

        @Test
        void twoAnswersWithOneIdAreToldApart() {
            given("flood.yaml", SCENARIO);
            given(
                    "calm.yaml",
                    RESPONSES + "  - role: communications\n    at: PT9M\n    id: draft\n"
                            + "    message: {channel: web, audience: public, text: Again.}\n");
            assertThat(problems())
                    .containsExactly("calm.yaml:19:9: duplicate answer id \"draft\", first on line 8;"
                            + " give one of them another");
        }

        @Test
        void theirScenarioMustBeKnown() {
            given("calm.yaml", RESPONSES.replace("scenario: flood", "scenario: data-breech"));
            assertThat(problems())
                    .containsExactly("calm.yaml:2:11: no scenario \"data-breech\", did you mean \"data-breach\"?");
        }
    }

    @Nested
    class OfFilesThatAreNoDocuments {

        @Test
        void aTabIsShownWhereItStands() {
            given("flood.yaml", SCENARIO.replace("    at: PT10M", "\tat: PT10M"));
            assertThat(problems()).containsExactly("flood.yaml:23:1: a tab cannot indent YAML; use spaces");
        }

        @Test
        void anUnclosedQuoteIsShownWhereItOpens() {
            given("flood.yaml", SCENARIO.replace("from: The porter", "from: \"The porter"));
            assertThat(problems())
                    .containsExactly("flood.yaml:17:11: the quote that opens here is never closed; close it");
        }

        @Test
        void anAliasBombDoesNotGoOff() {
            var bomb = new StringBuilder("scenario: flood\nlol: &lol [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
            for (var level = 1; level < 9; level++) {
                var inner = level == 1 ? "*lol" : "*lol" + (level - 1);
                bomb.append("lol%1$d: &lol%1$d [%2$s]\n"
                        .formatted(level, String.join(", ", Collections.nCopies(9, inner))));
            }
            given("bomb.yaml", bomb.toString());
            assertThat(problems())
                    .containsExactly("bomb.yaml:7:35: with alias *lol4 the file stands for more than"
                            + " 1,048,576 characters; write out what is needed");
        }

        @Test
        void aFileOfFiftyMegabytesIsNotRead() throws IOException {
            try (var file = new RandomAccessFile(folder.resolve("huge.yaml").toFile(), "rw")) {
                file.setLength(50L * 1024 * 1024);
            }
            assertThat(problems()).containsExactly("huge.yaml:1:1: 50.0 MB, at most 1 MB; cut it down");
        }

        @Test
        void aFileOfOneByteTooMuchIsTooLarge() {
            given("large.yaml", "#".repeat(1024 * 1024 + 1));
            assertThat(problems()).containsExactly("large.yaml:1:1: 1.1 MB, at most 1 MB; cut it down");
        }

        @Test
        void aPictureIsNoText() throws IOException {
            Files.write(
                    folder.resolve("picture.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0});
            assertThat(problems())
                    .containsExactly("picture.yaml:1:1: not UTF-8 text: byte 0x89 at offset 0; save the file as UTF-8");
        }

        @Test
        void aBinaryFileIsNoText() throws IOException {
            Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', 1, 0, 0, 0, 2});
            assertThat(problems())
                    .containsExactly("binary.yaml:1:4: character U+0001 cannot stand in a text file; remove it");
            Files.write(folder.resolve("binary.yaml"), new byte[64]);
            assertThat(problems())
                    .containsExactly(
                            "binary.yaml:1:1: character U+0000 cannot stand in a text file; this is a binary file");
        }

        @Test
        void anEmptyFileIsNothing() {
            given("empty.yaml", "");
            given("remark.yaml", "# nothing but a remark\n");
            assertThat(problems())
                    .containsExactly(
                            "empty.yaml:1:1: the file is empty; expected " + DocumentKind.ALL,
                            "remark.yaml:1:1: the file is empty; expected " + DocumentKind.ALL);
        }

        @Test
        void whatIsNeitherScenarioNorPlanNorTeamNorResponsesIsRefused() {
            given("compose.yaml", "services:\n  db: {}\n");
            given("list.json", "[1, 2]");
            given("words.yaml", "\n\nJust some words\n");
            assertThat(problems())
                    .containsExactly(
                            "compose.yaml:1:1: expected " + DocumentKind.ALL + ", found the key \"services\"",
                            "list.json:1:1: expected " + DocumentKind.ALL + ", found a list",
                            "words.yaml:3:1: expected " + DocumentKind.ALL + ", found the text \"Just some words\"");
        }

        @Test
        void aPathThatIsNotThereIsNamed() {
            assertThat(problemsOf(folder.resolve("nowhere.yaml"))).containsExactly("nowhere.yaml:1:1: no such file");
        }

        @Test
        void aFolderWithoutDocumentsIsNamed() throws IOException {
            Files.createDirectories(folder.resolve("empty/.git"));
            Files.writeString(folder.resolve("empty/.git/config.yaml"), "x");
            Files.writeString(folder.resolve("empty/plan.schema.json"), "x");
            assertThat(problemsOf(folder.resolve("empty")))
                    .containsExactly("empty:1:1: no YAML or JSON file in this folder");
        }

        @Test
        void thousandsOfProblemsAreCountedRatherThanShown() {
            var keys = new StringBuilder();
            for (var index = 0; index < 1_200; index++) {
                keys.append("surplus-key-number-").append(index).append(": 1\n");
            }
            given("flood.yaml", keys + SCENARIO);
            assertThat(problems())
                    .hasSize(101)
                    .last()
                    .isEqualTo("flood.yaml:101:1: and 1,103 more problems; mend those above first");
        }
    }

    private void given(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> problems() {
        return problemsOf(folder);
    }

    /** Errors; of warnings {@link AdviceTest} tells. */
    private List<String> problemsOf(Path path) {
        return problemsOf(path, Problem::isError);
    }

    private List<String> warningsOf(Path path) {
        return problemsOf(path, problem -> !problem.isError());
    }

    private List<String> problemsOf(Path path, Predicate<Problem> wanted) {
        return Validation.validate(List.of(path), LIBRARY).stream()
                .filter(wanted)
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }
}
