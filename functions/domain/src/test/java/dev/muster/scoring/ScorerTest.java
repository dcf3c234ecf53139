package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static dev.muster.scenario.Audience.AFFECTED_CUSTOMERS;
import static dev.muster.scenario.Audience.AUTHORITIES;
import static dev.muster.scenario.Audience.CUSTOMERS;
import static dev.muster.scenario.Audience.PUBLIC;
import static dev.muster.scenario.Audience.STAFF;
import static dev.muster.scenario.Channel.EMAIL;
import static dev.muster.scenario.Channel.SMS;
import static dev.muster.scenario.Channel.SOCIAL;
import static dev.muster.scenario.Channel.WEB;
import static dev.muster.scenario.Criterion.ACKNOWLEDGES;
import static dev.muster.scenario.Criterion.APOLOGY;
import static dev.muster.scenario.Criterion.BLAME;
import static dev.muster.scenario.Criterion.RESPONSIBILITY;
import static dev.muster.scenario.Criterion.SPECULATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.composer.DrillComposer;
import dev.muster.composer.PlanComposer;
import dev.muster.composer.StepComposer;
import dev.muster.drill.DrillEvent;
import dev.muster.scenario.Bands;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /** An hour that starts with an alert which expects the steps. */
    private static DrillComposer drillOf(StepComposer... steps) {
        return drillAgainst(aPlan().with(steps));
    }

    private static DrillComposer drillAgainst(PlanComposer plan) {
        var steps = plan.compose().steps().stream().map(step -> step.id()).toArray(String[]::new);
        return aDrill().of(aScenario()
                        .aimingAt("all", steps)
                        .with(anInject("alert").expecting(steps)))
                .against(plan)
                .started()
                .releases("alert");
    }

    private static double mark(DrillComposer drill, String step) {
        return step(drill, step).mark();
    }

    private static StepMark step(DrillComposer drill, String step) {
        return drill.scorecard().step(step).orElseThrow();
    }

    private static StepOutcome outcome(DrillComposer drill, String step) {
        return step(drill, step).outcome();
    }

    private static String reasons(StepMark mark) {
        return String.join("\n", mark.lines().stream().map(Line::reason).toList());
    }

    @Test
    void theScorecardSaysOnWhichPlanItRests() {
        var own = drillOf(aStep("recognise")).scorecard();
        var common = drillAgainst(aPlan().called(Plan.DEFAULT).with(aStep("recognise")))
                .scorecard();

        assertThat(own.plan()).isEqualTo("plan");
        assertThat(own.planTitle()).isEqualTo("Plan");
        assertThat(own.planNote()).isEmpty();
        assertThat(common.defaultPlan()).isTrue();
        assertThat(common.planNote())
                .hasValueSatisfying(note -> assertThat(note).contains("not the organisation's own"));
    }

    @Test
    void whoHandsAnInjectOverToADeputyLosesNothing() {
        var plain = drillOf(aStep("recognise").within(10, 30))
                .at(5)
                .reports("recognise", "Monitoring is red")
                .at(60)
                .ends();
        var handed = drillOf(aStep("recognise").within(10, 30))
                .at(5)
                .reports("recognise", "Monitoring is red")
                .happens(
                        "handed-over.alert.m-operations",
                        new DrillEvent.HandedOver("m-operations", "operations", "alert", Set.of("m-deputy")))
                .at(60)
                .ends();

        assertThat(handed.scorecard().score()).isEqualTo(plain.scorecard().score());
        assertThat(handed.scorecard().steps()).isEqualTo(plain.scorecard().steps());
    }

    @Nested
    class Timeliness {

        private DrillComposer reportedAt(int minute) {
            return drillOf(aStep("recognise").within(10, 30))
                    .at(minute)
                    .reports("recognise", "Monitoring is red")
                    .at(60)
                    .ends();
        }

        @Test
        void aStepEarnsAllUntilItsDeadline() {
            assertThat(mark(reportedAt(10), "recognise")).isEqualTo(1);
            assertThat(outcome(reportedAt(10), "recognise")).isEqualTo(StepOutcome.ON_TIME);
        }

        @Test
        void thenItsMarkFallsInAStraightLineToNothing() {
            assertThat(mark(reportedAt(15), "recognise")).isCloseTo(0.75, EXACT);
            assertThat(mark(reportedAt(25), "recognise")).isCloseTo(0.25, EXACT);
            assertThat(mark(reportedAt(30), "recognise")).isZero();
            assertThat(outcome(reportedAt(30), "recognise")).isEqualTo(StepOutcome.LATE);
        }

        @Test
        void aLineSaysHowLateItWas() {
            assertThat(reasons(step(reportedAt(15), "recognise")))
                    .contains("after 15 min, due within 10 min, worth nothing from 30 min on: 75 % of it counts");
        }

        @Test
        void aStepThatIsDueAfterTheEndAndNotDoneIsNotEvaluated() {
            var drill = drillOf(aStep("recognise"), aStep("scope").within(61))
                    .at(60)
                    .ends();

            assertThat(outcome(drill, "recognise")).isEqualTo(StepOutcome.MISSED);
            assertThat(outcome(drill, "scope")).isEqualTo(StepOutcome.NOT_EVALUATED);
            assertThat(drill.scorecard().score()).isZero();
            assertThat(drill.scorecard().coverage())
                    .extracting(Scorecard.Coverage::exercised, Scorecard.Coverage::evaluated)
                    .containsExactly(2, 1);
        }

        @Test
        void whatADrillHasNotComeToYetIsNotEvaluatedWhileItGoesOn() {
            var drill = drillOf(aStep("recognise").within(10)).at(9).acknowledges("alert");

            assertThat(outcome(drill, "recognise")).isEqualTo(StepOutcome.NOT_EVALUATED);
            assertThat(drill.scorecard().rating()).isEmpty();
            assertThat(drill.scorecard().status()).isEqualTo(Scorecard.Status.LIVE);
        }
    }

    @Nested
    class Parts {

        @Test
        void whoeverIsNotTheOwnerLosesTheOwnersShare() {
            var drill = drillOf(aStep("recognise").ownedBy("operations"))
                    .at(1)
                    .by("legal")
                    .reports("recognise", "Monitoring is red");

            // covered 0.4 of 0.4 + 0.1
            assertThat(mark(drill, "recognise")).isCloseTo(0.8, EXACT);
            assertThat(reasons(step(drill, "recognise"))).contains("done as legal; the plan names operations");
        }

        @Test
        void oneOfTheDemandedChannelsIsEnoughUnlessThePlanDemandsAll() {
            var one = aStep("one").shownByMessageTo(PUBLIC).on(WEB, SOCIAL);
            var all = aStep("all").shownByMessageTo(PUBLIC).onAllOf(WEB, SOCIAL);
            var drill = drillOf(one, all).at(1).sends("m-1", WEB, PUBLIC);

            assertThat(mark(drill, "one")).isCloseTo(1, EXACT);
            // 0.4 + 0.1 + half of 0.2, of 0.7
            assertThat(mark(drill, "all")).isCloseTo(6.0 / 7, EXACT);

            drill.at(9).sends("m-2", SOCIAL, PUBLIC);
            assertThat(mark(drill, "all")).isCloseTo(1, EXACT);
        }

        @Test
        void aChannelThatComesTooLateToPayIsLeftOut() {
            var drill = drillOf(
                            aStep("all").within(10, 30).shownByMessageTo(PUBLIC).onAllOf(WEB, SOCIAL))
                    .at(1)
                    .sends("m-1", WEB, PUBLIC)
                    .at(29)
                    .sends("m-2", SOCIAL, PUBLIC);

            assertThat(mark(drill, "all")).isCloseTo(6.0 / 7, EXACT);
            assertThat(outcome(drill, "all")).isEqualTo(StepOutcome.ON_TIME);
        }

        @Test
        void aMessageOnAnotherChannelCoversTheStepWithoutTheChannelsShare() {
            var drill =
                    drillOf(aStep("one").shownByMessageTo(PUBLIC).on(WEB)).at(1).sends("m-1", EMAIL, PUBLIC);

            assertThat(mark(drill, "one")).isCloseTo(5.0 / 7, EXACT);
        }

        @Test
        void eachDemandedCriterionIsWorthTheSameAndEachForbiddenOneTakesAsMuchAway() {
            var step = aStep("say")
                    .shownByMessageTo(PUBLIC)
                    .showing(APOLOGY, ACKNOWLEDGES)
                    .without(BLAME, SPECULATION);
            var drill = drillOf(step).at(1).sends("m-1", WEB, PUBLIC);

            // (0.4 + 0.1 + 0.3 q) / 0.8
            assertThat(mark(drill.rated("m-1", APOLOGY, ACKNOWLEDGES), "say")).isCloseTo(1, EXACT);
            assertThat(mark(again(step).rated("m-1", APOLOGY), "say")).isCloseTo(0.65 / 0.8, EXACT);
            assertThat(mark(again(step).rated("m-1", APOLOGY, ACKNOWLEDGES, BLAME), "say"))
                    .isCloseTo(0.65 / 0.8, EXACT);
            assertThat(mark(again(step).rated("m-1", APOLOGY, BLAME, SPECULATION), "say"))
                    .isCloseTo(0.5 / 0.8, EXACT);
        }

        private DrillComposer again(StepComposer step) {
            return drillOf(step).at(1).sends("m-1", WEB, PUBLIC);
        }

        @Test
        void whereNothingIsDemandedEachForbiddenCriterionTakesItsPartOfTheShare() {
            var step = aStep("say").shownByMessageTo(PUBLIC).without(BLAME, SPECULATION);

            assertThat(mark(again(step).rated("m-1"), "say")).isCloseTo(1, EXACT);
            assertThat(mark(again(step).rated("m-1", BLAME), "say")).isCloseTo(0.65 / 0.8, EXACT);
        }

        @Test
        void theWordsThatShowACriterionAreQuoted() {
            var step = aStep("say").shownByMessageTo(PUBLIC).showing(APOLOGY);

            assertThat(step(again(step).rated("m-1", APOLOGY), "say").lines())
                    .filteredOn(line -> line.rule().equals("criterion.apology"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.quotes()).containsExactly("words of apology");
                        assertThat(line.entries()).containsExactly("sent.m-1");
                    });
        }

        @Test
        void ofSeveralMessagesTheOneThatEarnsMostCounts() {
            var step = aStep("say").within(10, 30).shownByMessageTo(PUBLIC).showing(APOLOGY);
            var drill = drillOf(step)
                    .at(2)
                    .sends("cold", WEB, PUBLIC)
                    .rated("cold")
                    .at(11)
                    .sends("warm", WEB, PUBLIC)
                    .rated("warm", APOLOGY)
                    .at(29)
                    .sends("late", WEB, PUBLIC)
                    .rated("late", APOLOGY);

            assertThat(mark(drill, "say")).isCloseTo(0.95, EXACT);
            assertThat(step(drill, "say").done()).contains(Duration.ofMinutes(11));
        }

        @Test
        void ofTwoThatEarnTheSameTheOneThatNamesTheStepIsShown() {
            var drill = drillOf(aStep("say").shownByMessageTo(PUBLIC))
                    .at(2)
                    .sends("m-1", WEB, PUBLIC)
                    .at(3)
                    .meaning("say")
                    .sends("m-2", WEB, PUBLIC);

            assertThat(reasons(step(drill, "say"))).contains("message m-2 to public (web) at 3 min");
        }

        @Test
        void wordsInsideTheOrganisationAreNotRatedAndLoseNothingForIt() {
            var step = aStep("brief").shownByMessageTo(STAFF).without(BLAME);
            var drill = drillOf(step).at(1).sends("m-1", EMAIL, STAFF).at(60).ends();

            assertThat(mark(drill, "brief")).isCloseTo(1, EXACT);
            assertThat(drill.scorecard().unrated()).isEmpty();
        }

        @Test
        void responsibilityIsNotDemandedFromAVictim() {
            var plan = aPlan().with(aStep("own").shownByMessageTo(PUBLIC).showing(APOLOGY, RESPONSIBILITY));
            for (var fault : FaultStatus.values()) {
                var drill = aDrill().of(aScenario()
                                .withFault(fault)
                                .with(anInject("alert").expecting("own")))
                        .against(plan)
                        .started()
                        .releases("alert")
                        .at(1)
                        .sends("m-1", WEB, PUBLIC)
                        .rated("m-1", APOLOGY);

                assertThat(mark(drill, "own"))
                        .as(fault.label())
                        .isCloseTo(fault == FaultStatus.VICTIM ? 1 : 0.65 / 0.8, EXACT);
            }
        }
    }

    @Nested
    class Evidence {

        @Test
        void aClaimWithNothingToShowEarnsNothing() {
            var drill = drillOf(aStep("recognise").critical())
                    .at(1)
                    .reports("recognise", " ")
                    .at(60)
                    .ends();

            assertThat(outcome(drill, "recognise")).isEqualTo(StepOutcome.CLAIMED);
            assertThat(drill.scorecard().score()).isZero();
        }

        @Test
        void aDraftThatNobodyApprovesIsNotSent() {
            var drill = drillOf(aStep("say").shownByMessageTo(PUBLIC)).at(1).drafts("m-1", WEB, PUBLIC);

            assertThat(outcome(drill.at(60).ends(), "say")).isEqualTo(StepOutcome.MISSED);
        }

        @Test
        void anApprovedDraftCountsFromItsApprovalAndForItsAuthor() {
            var drill = drillOf(aStep("say")
                            .within(10, 30)
                            .ownedBy("communications")
                            .shownByMessageTo(PUBLIC))
                    .at(9)
                    .by("communications")
                    .drafts("m-1", WEB, PUBLIC)
                    .at(15)
                    .by("crisis-lead")
                    .approves("m-1");

            assertThat(mark(drill, "say")).isCloseTo(0.75, EXACT);
        }

        @Test
        void anAnswerAfterTheEndIsCountedAsSuchAndEarnsNothing() {
            var drill = drillOf(aStep("recognise").within(10, 90))
                    .at(60)
                    .ends()
                    .at(61)
                    .reports("recognise", "Red");

            assertThat(outcome(drill, "recognise")).isEqualTo(StepOutcome.MISSED);
            assertThat(drill.scorecard().counts())
                    .extracting(Scorecard.Counts::responses, Scorecard.Counts::afterEnd)
                    .containsExactly(0, 1);
        }

        @Test
        void eachInquiryIsMarkedAndTheStepsMarkIsTheirMean() {
            var drill = inquiries()
                    .at(12)
                    .answering("first")
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .at(60)
                    .ends();

            assertThat(mark(drill, "answer")).isCloseTo(0.5, EXACT);
            assertThat(outcome(drill, "answer")).isEqualTo(StepOutcome.PARTLY);
            assertThat(reasons(step(drill, "answer"))).contains("(asked for by second)");
        }

        @Test
        void anInquiryThatIsDueAfterTheEndDropsOutOfTheMean() {
            var drill = inquiries()
                    .at(12)
                    .answering("first")
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .at(25)
                    .ends();

            assertThat(mark(drill, "answer")).isCloseTo(1, EXACT);
        }

        private DrillComposer inquiries() {
            return aDrill().of(aScenario()
                            .with(
                                    anInject("first").expecting("answer"),
                                    anInject("second").expecting("answer")))
                    .against(aPlan().with(
                                    aStep("answer").within(10).shownByAnswer().forEachInject()))
                    .started()
                    .at(10)
                    .by("crisis-lead")
                    .releases("first")
                    .at(20)
                    .releases("second");
        }

        @Test
        void absenceIsTheShareOfSentMessagesThatAreFreeOfIt() {
            var drill = drillOf(aStep("calm")
                            .shownByAbsenceIn(CUSTOMERS, PUBLIC)
                            .without(BLAME)
                            .fromTheStart())
                    .at(1)
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .rated("m-1")
                    .sends("m-2", EMAIL, PUBLIC)
                    .rated("m-2", BLAME)
                    .sends("m-3", EMAIL, AFFECTED_CUSTOMERS)
                    .rated("m-3", BLAME);

            assertThat(mark(drill, "calm")).isCloseTo(0.5, EXACT);
            assertThat(reasons(step(drill, "calm"))).contains("1 of 2 messages are free of blame");
        }

        @Test
        void aMessageThatPerhapsShowsItCountsNeitherWayUntilSomebodyConfirms() {
            var drill = drillOf(aStep("calm")
                            .shownByAbsenceIn(CUSTOMERS, PUBLIC)
                            .without(BLAME)
                            .fromTheStart())
                    .at(1)
                    .sends("m-1", EMAIL, CUSTOMERS)
                    .ratedUnsurely("m-1", BLAME);
            assertThat(outcome(drill, "calm")).isEqualTo(StepOutcome.NOT_EVALUATED);
            assertThat(reasons(step(drill, "calm"))).contains("may show blame or not: unsure, please confirm");

            drill.sends("m-2", EMAIL, PUBLIC).rated("m-2");
            assertThat(mark(drill, "calm")).isCloseTo(1, EXACT);
            assertThat(reasons(step(drill, "calm")))
                    .contains("1 of 1 messages are free of blame")
                    .contains("unsure, please confirm");

            drill.at(2).rules("m-1", BLAME, true);
            assertThat(mark(drill, "calm")).isCloseTo(0.5, EXACT);
            assertThat(reasons(step(drill, "calm"))).doesNotContain("unsure");

            drill.at(3).rules("m-1", BLAME, false);
            assertThat(mark(drill, "calm")).isCloseTo(1, EXACT);
            assertThat(reasons(step(drill, "calm"))).doesNotContain("unsure");
        }

        @Test
        void whoOwedAWordAndSaidNothingShowsNoAbsence() {
            var drill = drillOf(
                    aStep("calm").shownByAbsenceIn(CUSTOMERS).without(BLAME).fromTheStart(),
                    aStep("tell").shownByMessageTo(CUSTOMERS).within(10).fromTheStart());

            assertThat(outcome(drill, "calm")).isEqualTo(StepOutcome.NOT_EVALUATED);
            assertThat(outcome(drill.at(60).ends(), "calm")).isEqualTo(StepOutcome.MISSED);
        }

        @Test
        void whereNobodyOwedAWordYetSilenceIsNotEvaluated() {
            var drill = drillOf(
                    aStep("calm").shownByAbsenceIn(CUSTOMERS).without(BLAME).fromTheStart(),
                    aStep("tell").shownByMessageTo(CUSTOMERS).within(10).fromTheStart(),
                    aStep("warn").shownByMessageTo(AUTHORITIES).within(1).fromTheStart());

            assertThat(outcome(drill.at(5).ends(), "calm")).isEqualTo(StepOutcome.NOT_EVALUATED);
        }

        @Test
        void recordsAreKeptApartAndWhatNothingAskedForIsCoverageOnly() {
            var plan = aPlan().with(aStep("recognise"), aStep("trained").checkedFromRecords(), aStep("unasked"));
            var drill = aDrill().of(aScenario().with(anInject("alert").expecting("recognise")))
                    .against(plan)
                    .started()
                    .releases("alert")
                    .reports("recognise", "Red")
                    .at(60)
                    .ends();

            assertThat(outcome(drill, "trained")).isEqualTo(StepOutcome.CHECKED);
            assertThat(outcome(drill, "unasked")).isEqualTo(StepOutcome.NOT_EXERCISED);
            assertThat(drill.scorecard().score()).isCloseTo(100, EXACT);
            assertThat(drill.scorecard().coverage())
                    .isEqualTo(new Scorecard.Coverage(
                            2, 1, 1, List.of("practice-of-recognise"), List.of("practice-of-recognise")));
        }

        @Test
        void aDrillWithoutAnyInjectEvaluatesNothing() {
            var drill = aDrill().of(aScenario())
                    .against(aPlan().with(aStep("recognise").fromTheStart()).updatingEvery(30, 1, PUBLIC))
                    .started()
                    .at(60)
                    .ends();

            assertThat(drill.scorecard().rating()).isEmpty();
            assertThat(drill.scorecard().score()).isZero();
        }
    }

    @Nested
    class Cadence {

        private DrillComposer updatesAt(int... minutes) {
            var drill = drillAgainst(aPlan().updatingEvery(20, 1, PUBLIC));
            Arrays.stream(minutes).forEach(minute -> drill.at(minute).sends("m-" + minute, WEB, PUBLIC));
            return drill.at(60).ends();
        }

        private double cadence(DrillComposer drill) {
            return drill.scorecard().cadence().orElseThrow().mark();
        }

        @Test
        void regularUpdatesKeepIt() {
            assertThat(cadence(updatesAt(10, 30, 50))).isCloseTo(1, EXACT);
        }

        @Test
        void silenceBeyondTheAllowedGapIsTakenAwayAndTheLongestIsNamed() {
            var drill = updatesAt(10, 45);

            assertThat(cadence(drill)).isCloseTo(45.0 / 60, EXACT);
            assertThat(drill.scorecard().cadence().orElseThrow())
                    .extracting(CadenceMark::longestSilence, CadenceMark::silentFrom)
                    .containsExactly(Duration.ofMinutes(35), Duration.ofMinutes(10));
        }

        @Test
        void theTimeBeforeAFirstUpdateThatComesTooLateIsLost() {
            assertThat(cadence(updatesAt(30, 50))).isCloseTo(0.5, EXACT);
        }

        @Test
        void anAnswerToOneCustomerIsNoUpdate() {
            var drill = drillAgainst(aPlan().updatingEvery(20, 1, CUSTOMERS))
                    .at(5)
                    .answering("alert")
                    .sends("m-1", EMAIL, CUSTOMERS);

            assertThat(cadence(drill.at(60).ends())).isZero();
        }

        @Test
        void whoNeverUpdatesKeepsNothing() {
            assertThat(cadence(updatesAt())).isZero();
            assertThat(updatesAt().scorecard().rating()).contains(Rating.U);
        }

        @Test
        void aDrillThatEndsBeforeTheFirstUpdateIsDueDoesNotEvaluateIt() {
            var drill =
                    drillAgainst(aPlan().updatingEvery(20, 1, PUBLIC)).at(19).ends();

            assertThat(drill.scorecard().cadence().orElseThrow().evaluated()).isFalse();
        }
    }

    @Nested
    class Ratings {

        @Test
        void weightsSayWhatAStepIsWorth() {
            var drill = drillOf(aStep("light"), aStep("heavy").weighing(3))
                    .at(1)
                    .reports("heavy", "Done")
                    .at(60)
                    .ends();

            assertThat(drill.scorecard().score()).isCloseTo(75, EXACT);
            assertThat(drill.scorecard().rating()).contains(Rating.S);
            assertThat(step(drill, "heavy").points()).isCloseTo(75, EXACT);
            assertThat(step(drill, "light").possible()).isCloseTo(25, EXACT);
        }

        @Test
        void aMissedCriticalStepCapsItsObjectiveAndTheWholeAtM() {
            var drill = drillOf(aStep("vital").critical(), aStep("rest").weighing(9))
                    .at(1)
                    .reports("rest", "Done");
            var scorecard = drill.at(60).ends().scorecard();

            assertThat(scorecard.score()).isCloseTo(90, EXACT);
            assertThat(scorecard.rating()).contains(Rating.M);
            assertThat(scorecard.objective("all").orElseThrow())
                    .extracting(ObjectiveMark::rating, ObjectiveMark::missedCritical)
                    .containsExactly(Optional.of(Rating.M), List.of("vital"));
        }

        @Test
        void theCapLiftsNobody() {
            assertThat(Rating.U.cappedBy(true)).isEqualTo(Rating.U);
            assertThat(Rating.P.cappedBy(false)).isEqualTo(Rating.P);
        }

        @Test
        void anObjectiveOfWhichNothingWasEvaluatedHasNoRating() {
            var drill = aDrill().of(aScenario().aimingAt("unasked", "recognise").with(anInject("alert")))
                    .against(aPlan().with(aStep("recognise")))
                    .started()
                    .releases("alert")
                    .at(60)
                    .ends();

            assertThat(drill.scorecard().objective("unasked").orElseThrow().rating())
                    .isEmpty();
        }

        @Test
        void theBandsAreClosedBelow() {
            var bands = Bands.DEFAULT;

            assertThat(Rating.of(80, bands)).isEqualTo(Rating.P);
            assertThat(Rating.of(79.9, bands)).isEqualTo(Rating.S);
            assertThat(Rating.of(66, bands)).isEqualTo(Rating.S);
            assertThat(Rating.of(50, bands)).isEqualTo(Rating.M);
            assertThat(Rating.of(49.9, bands)).isEqualTo(Rating.U);
        }
    }

    @Nested
    class Standing {

        @Test
        void aScorecardIsProvisionalUntilEveryMessageIsRatedAndAnEvaluatorReleasesIt() {
            var drill = drillOf(aStep("say").shownByMessageTo(PUBLIC).showing(APOLOGY))
                    .at(1)
                    .sends("m-1", SMS, PUBLIC);
            assertThat(drill.scorecard().status()).isEqualTo(Scorecard.Status.LIVE);

            drill.at(60).ends().happens("released", new DrillEvent.ScorecardReleased("a-eva"));
            assertThat(drill.scorecard().status()).isEqualTo(Scorecard.Status.PROVISIONAL);
            assertThat(drill.scorecard().unrated()).containsExactly("m-1");
            assertThat(reasons(step(drill, "say"))).contains("message m-1 is not yet rated for apology");

            drill.rated("m-1", APOLOGY);
            assertThat(drill.scorecard().status()).isEqualTo(Scorecard.Status.RELEASED);
            assertThat(drill.scorecard().raters()).containsExactly("test-1");
        }

        @Test
        void whatTheRaterGuessesEarnsNothingUntilAPersonConfirmsIt() {
            var drill = drillOf(aStep("say").shownByMessageTo(PUBLIC).showing(APOLOGY))
                    .at(1)
                    .sends("m-1", SMS, PUBLIC)
                    .ratedUnsurely("m-1", APOLOGY);
            var guessed = mark(drill, "say");
            assertThat(reasons(step(drill, "say")))
                    .contains("message m-1 may show apology or not: unsure, please confirm");

            drill.at(2).rules("m-1", APOLOGY, true);
            assertThat(mark(drill, "say")).isGreaterThan(guessed);
            assertThat(reasons(step(drill, "say"))).doesNotContain("unsure");

            drill.at(3).rules("m-1", APOLOGY, false);
            assertThat(mark(drill, "say")).isCloseTo(guessed, EXACT);
            assertThat(reasons(step(drill, "say"))).doesNotContain("unsure");
        }

        @Test
        void timesCountFromWhenTheCrisisIsKnownAndAMissIsEmpty() {
            var scenario = aScenario().with(anInject("alert"));
            var silent = aDrill().of(scenario).started().at(5).releases("alert");
            assertThat(silent.scorecard().times()).isEqualTo(new Scorecard.Times(Optional.empty(), Optional.empty()));

            var quick = silent.at(7).acknowledges("alert").at(12).sends("m-1", EMAIL, CUSTOMERS);
            assertThat(quick.scorecard().times())
                    .isEqualTo(new Scorecard.Times(
                            Optional.of(Duration.ofMinutes(2)), Optional.of(Duration.ofMinutes(7))));
        }

        @Test
        void theRevisionIsTheNumberOfDistinctEntries() {
            var drill = drillOf(aStep("recognise")).at(1).acknowledges("alert").acknowledges("alert");

            assertThat(drill.scorecard().revision()).isEqualTo(3);
        }
    }
}
