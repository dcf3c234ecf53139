package dev.muster.scenario.io;

import static dev.muster.scenario.io.FloodFiles.SCENARIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is told of a scenario that contradicts itself or its plan. */
class ScenarioValidationTest {

    private final GivenFiles files;

    ScenarioValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Nested
    class AcrossAScenarioAndItsPlan {

        @Test
        void twoInjectsWithOneIdAreToldApart() {
            files.given("flood.yaml", SCENARIO.replace("id: choose", "id: water"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:21:9: duplicate inject id \"water\", first on line 13;"
                            + " give one of them another");
        }

        @Test
        void twoOptionsWithOneIdAreToldApart() {
            files.given("flood.yaml", SCENARIO.replace("id: wait", "id: cut"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:30:14: duplicate option id \"cut\", first on line 29;"
                            + " give one of them another");
        }

        @Test
        void twoObjectivesWithOneIdAreToldApart() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("injects:\n", "  - {id: o-speak, title: Again, steps: [recognise]}\ninjects:\n"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:12:10: duplicate objective id \"o-speak\", first on line 11;"
                            + " give one of them another");
        }

        @Test
        void anInjectToARoleThatTakesNoPartIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("to: [communications]", "to: [communications, legal]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:37:26: inject to a role that takes no part in the scenario:"
                            + " \"legal\"; possible: crisis-lead, communications");
        }

        @Test
        void aRoleThatThePlanLacksIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("roles: [crisis-lead,", "roles: [crisis-led, crisis-lead,"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:9:9: plan \"default\" has no such role: \"crisis-led\","
                            + " did you mean \"crisis-lead\"?");
        }

        @Test
        void anExpectationOfAStepThatThePlanLacksIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [holding-statment]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:20:15: plan \"default\" has no such step: \"holding-statment\","
                            + " did you mean \"holding-statement\"?");
        }

        @Test
        void anObjectiveOfAStepThatThePlanLacksIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("steps: [holding-statement]", "steps: [recognise, apologize]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:11:58: plan \"default\" has no such step: \"apologize\","
                            + " did you mean \"apologise\"?");
        }

        @Test
        void whatIsCheckedFromRecordsCannotBeExpected() {
            files.given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [everybody-trained]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:20:15: step \"everybody-trained\" is checked from records;"
                            + " no inject can expect it");
        }

        @Test
        void aDecisionCannotBeExpectedWhereNothingIsToBeDecided() {
            files.given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [decide-remedy]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:20:15: step \"decide-remedy\" is proved by a decision,"
                            + " but this inject offers no options");
        }

        @Test
        void aTimeAfterTheEndIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT61M"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:23:9: PT61M is after the end of the scenario, which lasts PT1H");
        }

        @Test
        void theLastMinuteIsStillPartOfTheScenario() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT60M\n    acknowledge: PT30M"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void aScenarioTakesTime() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT0M").replace("PT60M", "PT0S"));
            assertThat(files.errors()).containsExactly("flood.yaml:6:11: must be longer than nothing, found PT0S");
        }

        @Test
        void conditionsNameStepsInjectsAndOptionsThatExist() {
            files.given("flood.yaml", SCENARIO.replace("after: {criterion: blame, audience: customers}", """
                    after:
                      any:
                        - {step-done: recognize}
                        - {not: {step-overdue: holding}}
                        - {acknowledged: watre}
                        - all: [{decided: choose, option: cutt}, {decided: water}]""".indent(4)
                    .strip()));
            assertThat(files.errors())
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
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT0M", "at: PT0M\n    unless: {step-done: recognize}")
                            .replace("at: PT10M", "at: PT10M\n    when: {not: {acknowledged: watr}}"));
            assertThat(files.errors())
                    .containsExactly(
                            "flood.yaml:16:25: plan \"default\" has no such step: \"recognize\","
                                    + " did you mean \"recognise\"?",
                            "flood.yaml:25:32: the scenario has no such inject: \"watr\", did you mean \"water\"?");
        }

        @Test
        void anInjectCannotWaitForItself() {
            files.given(
                    "flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{acknowledged: angry}"));
            assertThat(files.errors()).containsExactly("flood.yaml:33:27: an inject cannot wait for itself");
        }

        @Test
        void theFirstMistakeDoesNotHideTheOthers() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("title: Water in", "colour: red\ntitle: Water in")
                            .replace("at: PT10M", "at: PT70M")
                            .replace("id: choose", "id: water\n    id: water"));
            assertThat(files.errors())
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
            files.given("flood.yaml", SCENARIO);
            files.given(
                    "own.yaml",
                    files.defaultPlan()
                            .replace("id: holding-statement", "id: first-word")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(files.warnings())
                    .contains(
                            "flood.yaml:11:5: warning: the objective \"Speak early\" is left out;"
                                    + " plan \"own\" has none of its steps",
                            "flood.yaml:20:15: warning: inject \"water\" expects \"holding-statement\";"
                                    + " plan \"own\" has no such step");
        }

        @Test
        void aStepThatStandsForAnotherNeedsNoWarning() {
            files.given("flood.yaml", reachingEverybody(SCENARIO));
            files.given(
                    "own.yaml",
                    files.defaultPlan()
                            .replace("id: holding-statement", "id: first-word\n    stands-for: [holding-statement]")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void aScenarioMayNameTheStepsOfTheOwnPlan() {
            files.given("flood.yaml", reachingEverybody(SCENARIO.replace("holding-statement", "first-word")));
            files.given(
                    "own.yaml",
                    files.defaultPlan()
                            .replace("id: holding-statement", "id: first-word")
                            .replace("steps: [holding-statement", "steps: [first-word")
                            .replace("plan: default", "plan: own"));
            assertThat(files.errors()).isEmpty();
        }

        private static String reachingEverybody(String scenario) {
            return scenario.replace("to: [crisis-lead]", "to: [crisis-lead, communications]");
        }

        @Test
        void whatNoPlanKnowsIsRefusedBesideTheOwnPlan() {
            files.given("flood.yaml", SCENARIO.replace("expects: [holding-statement", "expects: [holding-statment"));
            files.given("own.yaml", files.defaultPlan().replace("plan: default", "plan: own"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:20:15: plan \"default\" has no such step: \"holding-statment\","
                            + " did you mean \"holding-statement\"?");
        }
    }

    @Nested
    class InATextWithVariables {

        private static final String DECLARED = "variables:\n  company: {default: Acme}\nbriefing:";

        @Test
        void whatIsDeclaredCanBeUsed() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("briefing: You run a warehouse.", DECLARED + " '{{company}} and \\{{braces}}'"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void anUnknownVariableIsShownWhereItStandsInItsText() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("briefing:", DECLARED)
                            .replace("It is ankle deep.", "|\n      It is ankle deep\n      at {{compny}}."));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:23:10: the scenario has no such variable: \"compny\","
                            + " did you mean \"company\"?");
        }

        @Test
        void whatIsNoNameRunsNothing() {
            files.given("flood.yaml", SCENARIO.replace("It is ankle deep.", "\"{{open {{system.exit()}}\""));
            assertThat(files.errors())
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
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: +00:10"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void theScenariosOwnClockIsUnderstoodWhereItHasOne() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: 09:10"));
            assertThat(files.errors())
                    .containsExactly(
                            "flood.yaml:23:9: \"09:10\" is a time of the scenario's own clock, but the scenario"
                                    + " has none; write for example starts: \"09:00\", or PT5M after StartEx");
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT10M", "at: 09:10").replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void aTimeThatTheClockNeverShowsIsRefused() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT10M", "at: D+2 09:10").replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:24:9: D+2 09:10 is after the end of the scenario, which lasts PT1H");
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("at: PT0M", "at: PT0M\n    jump: P3D")
                            .replace("at: PT10M", "at: D+2 09:10")
                            .replace("fault:", "starts: \"09:00\"\nfault:"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:25:9: the scenario's own clock, which starts at 09:00, never shows"
                            + " D+2 09:10: it leaps over it, from 09:00 to D+3 09:00");
        }

        @Test
        void whatIsNoTimeIsShownWithExamples() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: ten past"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:23:9: not a time: \"ten past\"; write PT5M or +00:05 for five minutes"
                            + " after StartEx, or \"09:30\" by the scenario's own clock");
        }

        @Test
        void whatIsDoneDaysLaterNeedsAJump() {
            files.given("flood.yaml", SCENARIO.replace("expects: [holding-statement]", "expects: [survey-customers]"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:20:15: step \"survey-customers\" is done days later, but no time jump"
                            + " comes before; give this inject or an earlier one jump: P3D");
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("expects: [holding-statement]", "expects: [survey-customers]\n    jump: P3D"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void onlyAScriptedInjectJumps() {
            files.given("flood.yaml", SCENARIO.replace("delay: PT3M", "delay: PT3M\n    jump: P3D"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:35:5: only a scripted inject (`at` alone) can jump:"
                            + " time leaps for everybody");
        }

        @Test
        void aReadyInjectHasNoTime() {
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "ready: When it gets quiet"));
            assertThat(files.errors()).isEmpty();
            files.given("flood.yaml", SCENARIO.replace("at: PT10M", "at: PT10M\n    ready: When it gets quiet"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:23:5: key \"at\" cannot stand here:"
                            + " a ready-to-fire inject has no time: the trainer releases it");
        }
    }

    @Nested
    class OfCustomers {

        private static final String ANA = "customers:\n  - {id: ana, name: Ana, contact: ana@post.example}\ninjects:";

        @Test
        void anInjectMayNameTheCustomerInsteadOfASender() {
            files.given("flood.yaml", SCENARIO.replace("injects:", ANA).replace("from: A customer", "customer: ana"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void aCustomerThatTheScenarioLacksIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("injects:", ANA).replace("from: A customer", "customer: anna"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:38:15: the scenario has no such customer: \"anna\","
                            + " did you mean \"ana\"?");
        }

        @Test
        void somebodyMustSayIt() {
            files.given("flood.yaml", SCENARIO.replace("    from: A customer\n", ""));
            assertThat(files.errors()).containsExactly("flood.yaml:31:5: needs one of from, customer");
        }
    }

    @Nested
    class OfConditionsOnMessages {

        @Test
        void theyMayNameAudienceAndInject() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace(
                            "{criterion: blame, audience: customers}",
                            "{lacks: apology, audience: customers, answering: water}"));
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void anAudienceAloneIsNoCondition() {
            files.given(
                    "flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{audience: customers}"));
            assertThat(files.errors()).containsExactly("flood.yaml:33:12: needs one of criterion, lacks");
        }

        @Test
        void anInjectThatIsNotThereIsRefused() {
            files.given("flood.yaml", SCENARIO.replace("{criterion: blame, audience: customers}", "{answered: watr}"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:33:23: the scenario has no such inject: \"watr\","
                            + " did you mean \"water\"?");
        }

        @Test
        void howLongOverdueBelongsToAStepThatCanBe() {
            files.given(
                    "flood.yaml",
                    SCENARIO.replace("{criterion: blame, audience: customers}", "{answered: water, by: PT5M}"));
            assertThat(files.errors())
                    .containsExactly("flood.yaml:33:30: key \"by\" needs the key \"step-overdue\" beside it");
        }
    }
}
