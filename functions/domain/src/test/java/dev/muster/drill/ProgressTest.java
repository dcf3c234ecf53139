package dev.muster.drill;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static dev.muster.scenario.Audience.AFFECTED_CUSTOMERS;
import static dev.muster.scenario.Audience.CUSTOMERS;
import static dev.muster.scenario.Audience.PUBLIC;
import static dev.muster.scenario.Audience.STAFF;
import static dev.muster.scenario.Channel.EMAIL;
import static dev.muster.scenario.Channel.WEB;
import static dev.muster.scenario.Criterion.APOLOGY;
import static dev.muster.scenario.Criterion.BLAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.DrillComposer;
import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Condition;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Duration END = Duration.ofMinutes(60);

    /** An outage: an alert, two inquiries, a question to decide; angry threads follow blame. */
    private static DrillComposer outage() {
        return aDrill().of(aScenario()
                        .with(
                                anInject("alert").at(0).expecting("recognise", "statement"),
                                anInject("first-inquiry").at(5).expecting("answer"),
                                anInject("second-inquiry").at(20).expecting("answer"),
                                anInject("question").at(10).expecting("decide").offering("stop", "go-on"),
                                anInject("angry-thread").after(blameTo(Optional.empty())),
                                anInject("days-later").at(50).expecting("follow-up")))
                .against(aPlan().with(
                                aStep("recognise").within(5),
                                aStep("statement").within(15).shownByMessageTo(PUBLIC),
                                aStep("answer").within(10).shownByAnswer().forEachInject(),
                                aStep("decide").within(10).shownByDecision(),
                                aStep("follow-up")
                                        .within(10)
                                        .shownByMessageTo(PUBLIC)
                                        .afterTimeJump(),
                                aStep("calm")
                                        .shownByAbsenceIn(CUSTOMERS)
                                        .without(BLAME)
                                        .fromTheStart()))
                .started()
                .releases("alert");
    }

    private static Condition blameTo(Optional<Audience> audience) {
        return new Condition.Shown(BLAME, new Condition.Messages(audience, Optional.empty()));
    }

    private static Duration min(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Nested
    class Messages {

        @Test
        void aDraftWaitsUntilSomebodyApprovesIt() {
            var drill = outage().at(5).by("communications").drafts("m-1", WEB, PUBLIC);

            assertThat(drill.progress().correspondence().sent()).isEmpty();
            assertThat(drill.progress().correspondence().waiting()).hasSize(1);

            drill.at(8).by("crisis-lead").approves("m-1");

            assertThat(drill.progress().correspondence().waiting()).isEmpty();
            assertThat(drill.progress().correspondence().sent()).singleElement().satisfies(sent -> {
                assertThat(sent.at()).isEqualTo(min(8));
                assertThat(sent.message().role()).isEqualTo("communications");
                assertThat(sent.entries()).containsExactly("drafted.m-1", "ruling.m-1");
            });
        }

        @Test
        void aRefusedDraftIsNotSent() {
            var progress = outage().at(5)
                    .drafts("m-1", WEB, PUBLIC)
                    .at(6)
                    .refuses("m-1")
                    .progress();

            assertThat(progress.correspondence().sent()).isEmpty();
            assertThat(progress.correspondence().waiting()).isEmpty();
            assertThat(progress.correspondence().refused()).hasSize(1);
        }

        @Test
        void ofTwoRulingsOnADraftTheFirstStands() {
            var drill = outage().at(5).drafts("m-1", WEB, PUBLIC).at(6).refuses("m-1");
            drill.at(7).happens("late-ruling", new DrillEvent.MessageApproved("m-b", "crisis-lead", "m-1"));

            assertThat(drill.progress().correspondence().sent()).isEmpty();
        }

        @Test
        void aDraftAndItsApprovalAtTheSameInstantMakeOneSentMessage() {
            // In the log's order "approval" comes before "draft" here: at one instant the id decides.
            var message = new Message("m-1", "m-a", "communications", WEB, PUBLIC, "t", Optional.empty(), Set.of());
            var progress = outage().at(5)
                    .happens("b", new DrillEvent.MessageDrafted(message))
                    .happens("a", new DrillEvent.MessageApproved("m-b", "crisis-lead", "m-1"))
                    .progress();

            assertThat(progress.correspondence().sent("m-1")).isPresent();
        }

        @Test
        void theLatestRatingOfACriterionCounts() {
            var again = new DrillEvent.MessageRated(
                    "m-1", "test-2", Map.of(BLAME, new DrillEvent.CriterionMark(false, 0, List.of())));
            var progress = outage().at(5)
                    .sends("m-1", WEB, PUBLIC)
                    .at(6)
                    .rated("m-1", BLAME, APOLOGY)
                    .at(7)
                    .happens("again", again)
                    .progress();

            var sent = progress.correspondence().sent("m-1").orElseThrow();
            assertThat(sent.shows(BLAME)).isEqualTo(Truth.FALSE);
            assertThat(sent.shows(APOLOGY)).isEqualTo(Truth.TRUE);
        }
    }

    @Nested
    class Steps {

        @Test
        void aStepIsOverdueFromItsDeadlineUntilItIsDone() {
            var progress =
                    outage().at(9).reports("recognise", "Monitoring is red").progress();

            assertThat(overdue(progress, 4)).doesNotContain("recognise");
            assertThat(overdue(progress, 5)).contains("recognise");
            assertThat(overdue(progress, 9)).doesNotContain("recognise");
            assertThat(progress.done("recognise", min(8))).isEmpty();
            assertThat(progress.done("recognise", min(9))).map(Proof::at).contains(min(9));
        }

        @Test
        void aReportWithNothingToShowIsAClaim() {
            var progress = outage().at(3).reports("recognise", "  ").progress();
            var clock = progress.clocks("recognise").getFirst();

            assertThat(progress.done("recognise", END)).isEmpty();
            assertThat(progress.claims(clock)).hasSize(1);
        }

        @Test
        void aReportBeforeItIsAskedForCountsForNothing() {
            var drill = outage().at(1)
                    .by("crisis-lead")
                    .decides("question", "stop")
                    .at(10)
                    .releases("question");

            assertThat(drill.progress().done("decide", END)).isEmpty();

            drill.at(11).decides("question", "go-on");

            assertThat(drill.progress().done("decide", END)).map(Proof::at).contains(min(11));
        }

        @Test
        void aMessageCountsFromWhenTheCrisisIsKnownEvenIfNobodyAskedYet() {
            var beforeTheCrisis = aDrill().of(outage().scenario())
                    .against(outage().plan())
                    .started()
                    .at(1)
                    .sends("m-1", WEB, PUBLIC)
                    .at(2)
                    .releases("alert");

            assertThat(beforeTheCrisis.progress().done("statement", END)).isEmpty();
            assertThat(beforeTheCrisis
                            .at(3)
                            .sends("m-2", WEB, PUBLIC)
                            .progress()
                            .done("statement", END))
                    .map(Proof::at)
                    .contains(min(3));
        }

        @Test
        void aMessageOfTodayIsNoFollowUpAfterATimeJump() {
            var drill = outage().at(9).sends("m-1", WEB, PUBLIC).at(50).releases("days-later");

            assertThat(drill.progress().done("follow-up", END)).isEmpty();
            assertThat(drill.at(52).sends("m-2", WEB, PUBLIC).progress().done("follow-up", END))
                    .map(Proof::at)
                    .contains(min(52));
        }

        @Test
        void aMessageThatNamesStepsCountsForNoOther() {
            var progress = outage().at(9)
                    .meaning("follow-up")
                    .sends("m-1", WEB, PUBLIC)
                    .progress();

            assertThat(progress.done("statement", END)).isEmpty();
        }

        @Test
        void anAnswerToOneCustomerIsNoMessageToAllUnlessItIsMeantSo() {
            var drill = outage().at(5).releases("first-inquiry").at(6).answering("first-inquiry");
            assertThat(drill.sends("m-1", WEB, PUBLIC).progress().done("statement", END))
                    .isEmpty();

            drill.answering("first-inquiry").meaning("statement").sends("m-2", WEB, PUBLIC);
            assertThat(drill.progress().done("statement", END)).isPresent();
        }

        @Test
        void anAnswerToTheInjectThatExpectsTheMessageIsThatMessage() {
            var drill = outage().at(6).answering("alert").sends("m-1", WEB, PUBLIC);

            assertThat(drill.progress().done("statement", END)).isPresent();
        }

        @Test
        void eachInquiryWantsItsOwnAnswer() {
            var drill = outage().at(5)
                    .releases("first-inquiry")
                    .at(20)
                    .releases("second-inquiry")
                    .at(22)
                    .answering("first-inquiry")
                    .sends("m-1", EMAIL, CUSTOMERS);

            assertThat(drill.progress().done("answer", END)).isEmpty();
            assertThat(overdue(drill.progress(), 30)).contains("answer");

            drill.at(25).answering("second-inquiry").sends("m-2", EMAIL, CUSTOMERS);

            assertThat(drill.progress().done("answer", END)).map(Proof::at).contains(min(25));
        }

        @Test
        void whatComesAfterTheEndIsKeptAndDoesNotCount() {
            var progress = outage().at(60)
                    .ends()
                    .at(61)
                    .reports("recognise", "Now I see it")
                    .acknowledges("alert")
                    .sends("m-1", WEB, PUBLIC)
                    .rated("m-1", BLAME)
                    .progress();

            assertThat(progress.log().entries()).hasSize(7);
            assertThat(progress.done("recognise", min(100))).isEmpty();
            assertThat(progress.acknowledgements("alert")).isEmpty();
            assertThat(progress.correspondence().sent()).isEmpty();
        }

        @Test
        void afterTheEndTheClockStandsStillAndStillNothingCounts() {
            var drill = outage().at(60).ends();
            var log = new ArrayList<>(drill.log());
            var reported = new DrillEvent.ActionReported("m-a", "operations", "recognise", "Now I see it");
            log.add(new LogEntry("late", DrillComposer.NOON.plus(min(75)), END, reported));

            assertThat(Progress.of(drill.plan(), drill.scenario(), log).done("recognise", END))
                    .isEmpty();
        }

        @Test
        void theFaultStatusIsTheOneOfTheLastReleasedInjectThatStatesOne() {
            var progress = aDrill().of(aScenario()
                            .withFault(FaultStatus.UNKNOWN)
                            .with(anInject("alert"), anInject("cause").establishing(FaultStatus.ACCIDENTAL)))
                    .started()
                    .releases("alert")
                    .at(30)
                    .releases("cause")
                    .progress();

            assertThat(progress.faultAt(min(29))).isEqualTo(FaultStatus.UNKNOWN);
            assertThat(progress.faultAt(min(30))).isEqualTo(FaultStatus.ACCIDENTAL);
        }

        private List<String> overdue(Progress progress, int minute) {
            return progress.overdue(min(minute)).stream()
                    .map(clock -> clock.step().id())
                    .toList();
        }
    }

    @Nested
    class Conditions {

        @Test
        void anOverdueStepIsNamedWithItsDelay() {
            var verdict =
                    outage().progress().evaluate(new Condition.StepOverdue("statement", Optional.empty()), min(20));

            assertThat(verdict).isEqualTo(new Verdict(Truth.TRUE, "the step \"Statement\" was 5 min overdue"));
        }

        @Test
        void aStepCanBeAskedForByHowLongItIsOverdue() {
            var progress = outage().progress();
            var fiveMinutes = new Condition.StepOverdue("statement", Optional.of(min(5)));

            assertThat(progress.evaluate(fiveMinutes, min(19)).holds()).isFalse();
            assertThat(progress.evaluate(fiveMinutes, min(20)).holds()).isTrue();
        }

        @Test
        void anInjectIsAnsweredByAMessageThatSaysSo() {
            var progress = outage().at(12).sends("m-1", WEB, PUBLIC).progress();

            assertThat(progress.evaluate(new Condition.Answered("alert"), min(30)))
                    .isEqualTo(new Verdict(Truth.FALSE, "nobody answered the inject \"alert\""));
        }

        @Test
        void anInjectThatCameIsNamedWithItsTime() {
            var progress = outage().progress();

            assertThat(progress.evaluate(new Condition.Released("alert"), min(1)))
                    .isEqualTo(new Verdict(Truth.TRUE, "the inject \"alert\" came at 0 s"));
            assertThat(progress.evaluate(new Condition.Released("other"), min(1))
                            .holds())
                    .isFalse();
        }

        @Test
        void silenceLacksNothing() {
            var lacking = new Condition.Lacking(BLAME, Condition.Messages.ANY);

            assertThat(outage().progress().evaluate(lacking, min(30)))
                    .isEqualTo(new Verdict(Truth.FALSE, "no message was sent"));
        }

        @Test
        void aStepThatNobodyAskedForIsNotOverdue() {
            var verdict = outage().progress().evaluate(new Condition.StepOverdue("decide", Optional.empty()), min(59));

            assertThat(verdict).isEqualTo(new Verdict(Truth.FALSE, "the step \"Decide\" was not asked for yet"));
        }

        @Test
        void aStepDoneIsNamedWithItsTime() {
            var progress = outage().at(12).sends("m-1", WEB, PUBLIC).progress();

            assertThat(progress.evaluate(new Condition.StepDone("statement"), min(11))
                            .holds())
                    .isFalse();
            assertThat(progress.evaluate(new Condition.StepDone("statement"), min(12)))
                    .isEqualTo(new Verdict(Truth.TRUE, "the step \"Statement\" was done at 12 min"));
        }

        @Test
        void anAcknowledgementAndADecisionAreSeenFromTheirTimeOn() {
            var progress = outage().at(3)
                    .acknowledges("alert")
                    .at(10)
                    .releases("question")
                    .at(14)
                    .decides("question", "stop")
                    .progress();

            assertThat(truth(progress, new Condition.Acknowledged("alert"), 2)).isEqualTo(Truth.FALSE);
            assertThat(truth(progress, new Condition.Acknowledged("alert"), 3)).isEqualTo(Truth.TRUE);
            assertThat(truth(progress, decided("stop"), 13)).isEqualTo(Truth.FALSE);
            assertThat(truth(progress, decided("stop"), 14)).isEqualTo(Truth.TRUE);
            assertThat(truth(progress, decided("go-on"), 14)).isEqualTo(Truth.FALSE);
            assertThat(truth(progress, new Condition.Decided("question", Optional.empty()), 14))
                    .isEqualTo(Truth.TRUE);
        }

        @Test
        void eachConditionIsToldWithNamesAndNotWithIds() {
            var question = anInject("q1")
                    .called("Stop the ships?")
                    .offering(new Option("stop", "All of them", ""), new Option("go-on", "None", ""));
            var progress = aDrill().of(aScenario().with(question))
                    .started()
                    .releases("q1")
                    .at(2)
                    .by("legal")
                    .acknowledges("q1")
                    .at(3)
                    .decides("q1", "stop")
                    .at(4)
                    .answering("q1")
                    .sends("m-1", EMAIL, AFFECTED_CUSTOMERS)
                    .rated("m-1")
                    .progress();

            assertThat(facts(progress, new Condition.Acknowledged("q1")))
                    .isEqualTo("the inject \"Stop the ships?\" was acknowledged by legal at 2 min");
            assertThat(facts(progress, decided("q1", "stop")))
                    .isEqualTo("legal decided for \"All of them\" on the inject \"Stop the ships?\"");
            assertThat(facts(progress, decided("q1", "go-on")))
                    .isEqualTo("nobody decided for \"None\" on the inject \"Stop the ships?\"");
            assertThat(facts(progress, new Condition.Answered("q1")))
                    .isEqualTo("the inject \"Stop the ships?\" was answered by legal at 4 min");
            assertThat(facts(
                            progress,
                            new Condition.Lacking(
                                    BLAME, new Condition.Messages(Optional.of(AFFECTED_CUSTOMERS), Optional.of("q1")))))
                    .isEqualTo("message m-1 to affected customers shows no blame");
            assertThat(facts(
                            progress,
                            new Condition.Shown(BLAME, new Condition.Messages(Optional.of(PUBLIC), Optional.of("q1")))))
                    .isEqualTo("no message to public in answer to the inject \"Stop the ships?\" was sent");
        }

        @Test
        void aSecondDecisionDoesNotUndoTheFirstAndOneAfterTheEndDoesNotCount() {
            var drill = outage().at(10).releases("question").at(14).decides("question", "stop");
            var changed = drill.at(20).decides("question", "go-on").progress();

            assertThat(truth(changed, decided("stop"), 20)).isEqualTo(Truth.TRUE);
            assertThat(truth(changed, decided("go-on"), 19)).isEqualTo(Truth.FALSE);
            assertThat(truth(changed, decided("go-on"), 20)).isEqualTo(Truth.TRUE);

            var late = outage().at(10)
                    .releases("question")
                    .at(60)
                    .ends()
                    .at(61)
                    .decides("question", "stop")
                    .progress();
            assertThat(truth(late, decided("stop"), 61)).isEqualTo(Truth.FALSE);
        }

        private static String facts(Progress progress, Condition condition) {
            return progress.evaluate(condition, min(5)).facts();
        }

        private static Condition decided(String inject, String option) {
            return new Condition.Decided(inject, Optional.of(option));
        }

        private static Condition decided(String option) {
            return new Condition.Decided("question", Optional.of(option));
        }

        @Test
        void whatAMessageShowsIsQuoted() {
            var progress = outage().at(3)
                    .sends("m-3", EMAIL, CUSTOMERS)
                    .rated("m-3", BLAME)
                    .progress();

            assertThat(progress.evaluate(blameTo(Optional.of(CUSTOMERS)), min(3)))
                    .isEqualTo(new Verdict(Truth.TRUE, "message m-3 to customers shows blame: \"words of blame\""));
        }

        @Test
        void aMessageToAllCustomersReachesTheAffectedOnesAndNotTheOtherWayRound() {
            var toAll = outage().at(3)
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .rated("m-1", BLAME)
                    .progress();
            var toAffected = outage().at(3)
                    .sends("m-1", EMAIL, AFFECTED_CUSTOMERS)
                    .rated("m-1", BLAME)
                    .progress();

            assertThat(truth(toAll, blameTo(Optional.of(AFFECTED_CUSTOMERS)), 3))
                    .isEqualTo(Truth.TRUE);
            assertThat(truth(toAffected, blameTo(Optional.of(CUSTOMERS)), 3)).isEqualTo(Truth.FALSE);
        }

        @Test
        void whatIsShownIsUnknownWhileAMessageIsUnratedUnlessAnotherShowsIt() {
            var drill = outage().at(3).sends("m-1", EMAIL, CUSTOMERS);
            assertThat(truth(drill.progress(), blameTo(Optional.empty()), 3)).isEqualTo(Truth.UNKNOWN);

            drill.at(4).sends("m-2", EMAIL, CUSTOMERS).rated("m-2", BLAME);
            assertThat(truth(drill.progress(), blameTo(Optional.empty()), 4)).isEqualTo(Truth.TRUE);
            assertThat(truth(drill.progress(), blameTo(Optional.empty()), 3)).isEqualTo(Truth.UNKNOWN);

            drill.rated("m-1");
            assertThat(truth(drill.progress(), blameTo(Optional.empty()), 3)).isEqualTo(Truth.FALSE);
        }

        @Test
        void ofManyFactsTheFirstAreTold() {
            var drill = outage().at(3);
            for (var number = 1; number <= 5; number++) {
                drill.sends("m-" + number, EMAIL, CUSTOMERS);
            }

            assertThat(drill.progress()
                            .evaluate(blameTo(Optional.empty()), min(3))
                            .facts())
                    .startsWith("message m-1 to customers is not rated for blame and ")
                    .endsWith(" and 2 more like this");
        }

        @Test
        void anUnratedMessageToSomebodyElseLeavesNothingUnknown() {
            var progress = outage().at(3)
                    .sends("m-1", EMAIL, PUBLIC)
                    .sends("m-2", EMAIL, STAFF)
                    .progress();

            assertThat(truth(progress, blameTo(Optional.of(CUSTOMERS)), 3)).isEqualTo(Truth.FALSE);
            assertThat(truth(progress, blameTo(Optional.of(STAFF)), 3)).isEqualTo(Truth.FALSE);
        }

        @Test
        void aStepProvedByAbsenceIsDoneWhileWhatWasSentIsFreeOfIt() {
            var drill = outage();
            assertThat(truth(drill.progress(), new Condition.StepDone("calm"), 1))
                    .isEqualTo(Truth.FALSE);

            drill.at(3).sends("m-1", EMAIL, CUSTOMERS);
            assertThat(truth(drill.progress(), new Condition.StepDone("calm"), 3))
                    .isEqualTo(Truth.UNKNOWN);

            drill.rated("m-1");
            assertThat(truth(drill.progress(), new Condition.StepDone("calm"), 3))
                    .isEqualTo(Truth.TRUE);

            drill.at(4).sends("m-2", EMAIL, CUSTOMERS).rated("m-2", BLAME);
            assertThat(truth(drill.progress(), new Condition.StepDone("calm"), 4))
                    .isEqualTo(Truth.FALSE);
        }

        private static Truth truth(Progress progress, Condition condition, int minute) {
            return progress.evaluate(condition, min(minute)).truth();
        }
    }

    @Nested
    class Reactions {

        @Test
        void aReactiveInjectIsOpenWhileItsConditionMayHold() {
            var drill = outage();
            assertThat(drill.progress().reactions(min(1))).isEmpty();

            drill.at(3).sends("m-1", EMAIL, CUSTOMERS);
            assertThat(drill.progress().reactions(min(3))).singleElement().satisfies(reaction -> {
                assertThat(reaction.inject().id()).isEqualTo("angry-thread");
                assertThat(reaction.verdict().unknown()).isTrue();
            });

            drill.rated("m-1", BLAME);
            assertThat(drill.progress().reactions(min(3))).singleElement().satisfies(reaction -> assertThat(
                            reaction.verdict().holds())
                    .isTrue());
        }

        @Test
        void whatWasTriggeredWithheldReleasedOrGivenUpIsNotOpenAnyMore() {
            for (var settling : List.of(
                    new DrillEvent.ReactionTriggered("angry-thread", min(5), "rated.m-1", "blame"),
                    new DrillEvent.InjectWithheld("angry-thread", "over"),
                    new DrillEvent.ConditionUndecided("angry-thread", "unrated for too long"))) {
                var drill = outage().at(3).sends("m-1", EMAIL, CUSTOMERS).rated("m-1", BLAME);

                assertThat(drill.happens("settled", settling).progress().reactions(min(5)))
                        .isEmpty();
            }
            var released = outage().at(3)
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .rated("m-1", BLAME)
                    .releases("angry-thread");
            assertThat(released.progress().reactions(min(5))).isEmpty();
        }
    }
}
