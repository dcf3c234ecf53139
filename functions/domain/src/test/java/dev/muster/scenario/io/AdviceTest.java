package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is warned of who has written something that can be played and will be regretted. */
class AdviceTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

    /** A micro-drill, so that nobody expects it to exercise the whole plan. */
    private static final String SCENARIO = """
            scenario: leak
            title: A leak
            kind: outage
            version: 1
            language: en
            duration: PT29M
            fault: unknown
            briefing: You run a warehouse.
            roles: [crisis-lead, communications]
            objectives:
              - {id: o-speak, title: Speak early, steps: [holding-statement, no-blame]}
            injects:
              - id: water
                title: Water rises
                at: PT1M
                channel: chat
                from: The porter
                to: [crisis-lead, communications]
                text: It is ankle deep.
                expects: [holding-statement]
              - id: silence
                title: Silence
                at: PT20M
                unless: {step-done: holding-statement}
                channel: email
                from: A customer
                to: [communications]
                text: Hello?
            """;

    @TempDir
    private Path folder;

    @Test
    void aScriptThatLeavesTheTeamItsSayIsNotCommentedOn() {
        assertThat(warningsOf(SCENARIO)).isEmpty();
    }

    @Test
    void warningsDoNotKeepAScenarioFromBeingUsed() {
        given("leak/scenario.yaml", SCENARIO.replace("Hello?", "Call 020 7123 4567"));
        assertThat(Library.at(folder).scenarios()).containsExactly("leak");
        assertThat(Validation.validate(List.of(folder.resolve("leak")), LIBRARY))
                .allMatch(problem -> !problem.isError());
    }

    @Nested
    class OfContent {

        @Test
        void aNumberIsShownOnItsVeryLineOfABlock() {
            assertThat(warningsOf(withBlock(
                            "Nobody picks up on 020 7946 0171.",
                            "",
                            "Call me: 07911 123456, or write @aled.",
                            "Or 07911 123456 again")))
                    .containsExactly(
                            "leak.yaml:31:16: telephone number \"07911 123456\" may be somebody's;"
                                    + " write one that is reserved for drama, such as 020 7946 0171",
                            "leak.yaml:31:39: handle \"@aled\" may be somebody's; let it end in .example: @aled.example");
        }

        /** The second inject with a text of several lines, the first of which is line 29. */
        private String withBlock(String... lines) {
            return SCENARIO.replace("text: Hello?", "text: |\n      " + String.join("\n      ", lines));
        }

        @Test
        void theSecondOfTwoIsNotTakenForTheFirst() {
            assertThat(warningsOf(withBlock("Skilled people wanted.", "He was killed.")))
                    .singleElement()
                    .asString()
                    .startsWith("leak.yaml:30:14: \"killed\" may distress whoever takes part (death)");
        }

        @Test
        void everyTextThatPeopleReadIsLookedAt() {
            var address = "a@b.com";
            assertThat(warningsOf(SCENARIO.replace("title: A leak", "title: A leak " + address)
                            .replace("You run", address + " You run")
                            .replace("from: The porter", "from: The porter " + address)
                            .replace("{id: o-speak, title: Speak", "{id: o-speak, title: " + address + " Speak")
                            .replace(
                                    "roles: [",
                                    "variables: {company: {default: %s}}\ncustomers: [{id: c, name: C, contact: %s}]\nroles: ["
                                            .formatted(address, address))
                            .replace(
                                    "text: Hello?",
                                    "text: Hello %s\n    outcome: %s\n    options: [{id: a, text: %s, consequence: %s}, {id: b, text: b}]"
                                            .formatted(address, address, address, address))))
                    .hasSize(10)
                    .allMatch(warning -> warning.contains("e-mail address \"a@b.com\""));
        }

        @Test
        void distressingContentIsAskedForOnceForEachKindUnlessItIsAnnounced() {
            var violent = SCENARIO.replace("Hello?", "He was stabbed. There is blood, and more blood.")
                    .replace("It is ankle deep.", "Somebody was stabbed.");
            assertThat(warningsOf(violent))
                    .containsExactly(
                            "leak.yaml:19:24: \"stabbed\" may distress whoever takes part (violence), and nothing under"
                                    + " distressing announces it; add a short phrase there",
                            "leak.yaml:28:36: \"blood\" may distress whoever takes part (injury), and nothing under"
                                    + " distressing announces it; add a short phrase there");
            assertThat(warningsOf(
                            violent.replace("language: en", "language: en\ndistressing: [A stabbing, An injury]")))
                    .isEmpty();
            assertThat(warningsOf(violent.replace("language: en", "language: pl")))
                    .isEmpty();
        }

        @Test
        void aPlanIsLookedAtButForTheContactWhoMustBeReal() {
            var plan = text(Path.of(System.getProperty("muster.root"), "scenarios", "plans", "default.yaml"));
            given(
                    "plan.yaml",
                    plan.replace("+44 20 7946 0110", "+44 20 7123 4567")
                            .replace("+44 20 7946 0000", "+44 20 7123 4567"));
            assertThat(warnings()).singleElement().asString().contains("+44 20 7123 4567", "telephone");
        }

        @Test
        void recordedAnswersAndCharterAreLookedAtButNotHowMembersAreReached() {
            given("leak.yaml", SCENARIO);
            given("calm.yaml", """
                    responses: calm
                    scenario: leak
                    title: A calm team
                    answers:
                      - {role: communications, at: PT3M, message: {channel: web, audience: public, text: See leak.com}}
                      - {role: crisis-lead, at: PT4M, note: "Rang 07911 123456"}
                    """);
            given("night.yaml", """
                    team: night
                    name: Night shift
                    zone: Europe/Berlin
                    charter: {version: 1, purpose: Ask boss@leak.com}
                    members:
                      - {id: m-ana, name: Ana, email: ana@leak.com, language: en, roles: [crisis-lead, communications], reach: [email]}
                    """);
            assertThat(warnings())
                    .extracting(warning -> warning.substring(0, warning.indexOf(' ')))
                    .containsExactly("calm.yaml:5:90:", "calm.yaml:6:47:", "night.yaml:4:36:");
        }
    }

    @Nested
    class OfTheScript {

        @Test
        void aRoleWithNothingToDoIsNamed() {
            assertThat(warningsOf(SCENARIO.replace("roles: [crisis-lead,", "roles: [legal, crisis-lead,")))
                    .containsExactly("leak.yaml:9:9: role \"legal\" has nothing to do: no inject goes to it");
        }

        @Test
        void aRoleThatOnlyHearsOfMishapsIsNamed() {
            assertThat(warningsOf(SCENARIO.replace("to: [crisis-lead, communications]", "to: [crisis-lead]")))
                    .contains("leak.yaml:9:22: role \"communications\" may have nothing to do:"
                            + " no inject that always comes goes to it");
        }

        @Test
        void moreThanThreeScriptedInjectsInFiveMinutesAreTooMany() {
            assertThat(warningsOf(SCENARIO + scripted(2, 3, 4)))
                    .containsExactly(
                            "leak.yaml:45:9: 4 injects within 5 min, from \"water\" to \"more-3\"; leave the team time to write");
            assertThat(warningsOf(SCENARIO + scripted(2, 3, 6))).isEmpty();
        }

        @Test
        void aCrowdIsToldOfOnce() {
            assertThat(warningsOf(SCENARIO + scripted(2, 3, 4, 5, 5))).hasSize(1);
        }

        @Test
        void tenInOneMinuteAreAFlood() {
            assertThat(warningsOf(SCENARIO + scripted(8, 8, 8, 8, 8, 8, 8, 8, 8, 8)))
                    .singleElement()
                    .asString()
                    .endsWith("10 injects within 1 min, from \"more-1\" to \"more-10\"; leave the team time to write");
        }

        @Test
        void aStepThatAnObjectiveNamesAndNoInjectExpectsIsNamed() {
            assertThat(warningsOf(SCENARIO.replace(
                            "[holding-statement, no-blame]", "[holding-statement, scope, everybody-trained]")))
                    .containsExactly(
                            "leak.yaml:11:66: no inject expects the step \"scope\", so this objective never shows it",
                            "leak.yaml:11:73: the step \"everybody-trained\" is checked from records, so no drill shows it");
        }

        @Test
        void anInjectThatOpensAClockReachesWhoMustAct() {
            assertThat(warningsOf(
                            SCENARIO.replace("expects: [holding-statement]", "expects: [holding-statement, scope]")))
                    .containsExactly("leak.yaml:20:34: step \"scope\" is for the role \"operations\" to do,"
                            + " to which this inject does not go");
        }

        @Test
        void whatTheWholePlanLacksIsSaidOnceAndNotOfAMicroDrill() {
            given("leak.yaml", SCENARIO.replace("PT29M", "PT30M"));
            given("flood.yaml", SCENARIO.replace("PT29M", "PT30M").replace("scenario: leak", "scenario: flood"));
            assertThat(warnings())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "flood.yaml:12:1: nothing exercises 45 of the 50 steps of plan \"default\": recognise, activate-team,")
                    .endsWith(" and 37 more");
        }

        @Test
        void anInjectAtTheVeryEndComesForNobody() {
            assertThat(warningsOf(SCENARIO.replace("at: PT20M", "at: PT29M")))
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

    @Nested
    class OfConditions {

        @Test
        void aContingencyThatCanNeverComeIsToldWhy() {
            assertThat(warningsOf(contingency("PT15M", "when: {step-overdue: holding-statement}")))
                    .containsExactly("leak.yaml:24:5: never comes at PT15M:"
                            + " step \"holding-statement\" can be overdue from PT16M at the earliest");
            assertThat(warningsOf(contingency("PT16M", "when: {step-overdue: holding-statement}")))
                    .isEmpty();
            assertThat(warningsOf(contingency("PT16M", "when: {step-overdue: scope}")))
                    .containsExactly(
                            "leak.yaml:24:5: never comes at PT16M: no inject can open the clock of step \"scope\"");
        }

        @Test
        void aContingencyThatAlwaysComesIsToldWhy() {
            assertThat(warningsOf(contingency("PT0M", "unless: {acknowledged: water}")))
                    .containsExactly("leak.yaml:24:5: always comes at PT0S, so that it needs no \"unless\":"
                            + " inject \"water\" comes at PT1M at the earliest");
            assertThat(warningsOf(contingency("PT3M", "when: {released: water}")))
                    .containsExactly("leak.yaml:24:5: always comes at PT3M, so that it needs no \"when\":"
                            + " inject \"water\" always comes at PT1M");
        }

        @Test
        void aConditionThatContradictsItselfIsToldSo() {
            assertThat(warningsOf(
                            contingency("PT20M", "when: {all: [{acknowledged: water}, {not: {acknowledged: water}}]}")))
                    .containsExactly("leak.yaml:24:5: never comes at PT20M: its condition contradicts itself");
        }

        @Test
        void aPartThatStandsThereForNothingIsNamedAtItsPlace() {
            assertThat(warningsOf(contingency(
                            "PT10M",
                            "unless: {any: [{step-done: holding-statement}, {step-overdue: holding-statement}]}")))
                    .containsExactly("leak.yaml:24:52: this part never holds at PT10M:"
                            + " step \"holding-statement\" can be overdue from PT16M at the earliest");
        }

        @Test
        void aReactionToWhatComesTooLateIsToldWhy() {
            var reaction = SCENARIO.replace(
                    "at: PT20M\n    unless: {step-done: holding-statement}",
                    "after: {answered: water}\n    delay: PT28M");
            assertThat(warningsOf(reaction)).isEmpty();
            assertThat(warningsOf(reaction.replace("PT28M", "PT28M1S")))
                    .containsExactly("leak.yaml:23:5: never comes: what it waits for is possible from PT1M,"
                            + " with its delay that is PT29M1S, and the scenario ends at PT29M");
        }

        @Test
        void twoThatWaitForEachOtherAreTold() {
            var reaction = SCENARIO.replace(
                    "at: PT20M\n    unless: {step-done: holding-statement}", "after: {answered: other}");
            assertThat(warningsOf(reaction + """
                      - id: other
                        title: Other
                        after: {acknowledged: silence}
                        channel: chat
                        from: Somebody
                        to: [crisis-lead]
                        text: Well?
                    """))
                    .containsExactly(
                            "leak.yaml:23:5: never comes: inject \"other\" never comes",
                            "leak.yaml:30:5: never comes: inject \"silence\" never comes");
        }

        private String contingency(String at, String condition) {
            return SCENARIO.replace("at: PT20M", "at: " + at)
                    .replace("unless: {step-done: holding-statement}", condition);
        }
    }

    private List<String> warningsOf(String scenario) {
        given("leak.yaml", scenario);
        return warnings();
    }

    private List<String> warnings() {
        var problems = Validation.validate(List.of(folder), LIBRARY);
        assertThat(problems).allMatch(problem -> !problem.isError());
        return problems.stream()
                .map(problem -> problem.toString().replace(folder + "/", "").replace(": warning: ", ": "))
                .toList();
    }

    private void given(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
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
}
