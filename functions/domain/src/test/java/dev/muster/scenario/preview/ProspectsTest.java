package dev.muster.scenario.preview;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static dev.muster.scenario.preview.Outlook.Kind.ALWAYS;
import static dev.muster.scenario.preview.Outlook.Kind.NEVER;
import static dev.muster.scenario.preview.Outlook.Kind.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.InjectComposer;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What can come at all, and when at the earliest. */
class ProspectsTest {

    private static final Plan PLAN = aPlan().with(
                    aStep("raise").within(5),
                    aStep("speak").shownByMessageTo(Audience.PUBLIC).within(15),
                    aStep("reply").shownByAnswer().forEachInject().within(10),
                    aStep("choose").shownByDecision().within(10),
                    aStep("calm")
                            .shownByAbsenceIn(Audience.PUBLIC)
                            .without(Criterion.HEATED)
                            .fromTheStart(),
                    aStep("watch").within(30).fromTheStart(),
                    aStep("records").checkedFromRecords(),
                    aStep("unasked").within(5))
            .compose();

    private static final InjectComposer ALERT =
            anInject("alert").at(5).expecting("raise", "speak").offering("a", "b");

    private static Prospects prospects(InjectComposer... more) {
        return Prospects.of(PLAN, aScenario().lasting(60).with(ALERT).with(more).compose());
    }

    private static Outlook.Kind outlook(Condition condition, int minute) {
        return prospects().outlook(condition, minutes(minute)).kind();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static StepOverdue overdue(String step) {
        return new StepOverdue(step, Optional.empty());
    }

    @Nested
    class AStep {

        @Test
        void isOverdueOnceItsDeadlineAfterTheFirstInjectThatExpectsItHasPassed() {
            assertThat(outlook(overdue("raise"), 9)).isEqualTo(NEVER);
            assertThat(outlook(overdue("raise"), 10)).isEqualTo(OPEN);
            assertThat(outlook(new StepOverdue("raise", Optional.of(minutes(5))), 14))
                    .isEqualTo(NEVER);
            assertThat(outlook(new StepOverdue("raise", Optional.of(minutes(5))), 15))
                    .isEqualTo(OPEN);
        }

        @Test
        void isNeverOverdueIfNothingOpensItsClock() {
            assertThat(outlook(overdue("unasked"), 60)).isEqualTo(NEVER);
            assertThat(prospects().outlook(overdue("unasked"), minutes(60)).because())
                    .isEqualTo("no inject can open the clock of step \"unasked\"");
            assertThat(outlook(overdue("calm"), 60)).isEqualTo(NEVER);
            assertThat(outlook(overdue("records"), 60)).isEqualTo(NEVER);
        }

        @Test
        void whoseClockTheStartOpensIsOverdueWithoutAnyInject() {
            assertThat(outlook(overdue("watch"), 29)).isEqualTo(NEVER);
            assertThat(outlook(overdue("watch"), 30)).isEqualTo(OPEN);
        }

        @Test
        void isDoneOnceItIsAskedForAndAMessageOnceTheCrisisIsKnown() {
            assertThat(outlook(new StepDone("raise"), 4)).isEqualTo(NEVER);
            assertThat(outlook(new StepDone("raise"), 5)).isEqualTo(OPEN);
            assertThat(outlook(new StepDone("speak"), 4)).isEqualTo(NEVER);
            assertThat(outlook(new StepDone("speak"), 5)).isEqualTo(OPEN);
            assertThat(outlook(new StepDone("reply"), 60)).isEqualTo(NEVER);
            assertThat(outlook(new StepDone("calm"), 1)).isEqualTo(OPEN);
            assertThat(outlook(new StepDone("records"), 60)).isEqualTo(NEVER);
        }

        @Test
        void ofAnotherPlanIsAnOpenQuestion() {
            assertThat(outlook(new StepDone("foreign"), 1)).isEqualTo(OPEN);
            assertThat(outlook(overdue("foreign"), 1)).isEqualTo(OPEN);
        }
    }

    @Nested
    class AnInject {

        @Test
        void isAnsweredAcknowledgedAndDecidedOnlyOnceItCame() {
            for (var condition : List.of(
                    new Acknowledged("alert"),
                    new Answered("alert"),
                    new Decided("alert", Optional.of("a")),
                    new Shown(Criterion.BLAME, new Messages(Optional.empty(), Optional.of("alert"))),
                    new Lacking(Criterion.APOLOGY, new Messages(Optional.empty(), Optional.of("alert"))))) {
                assertThat(outlook(condition, 4)).isEqualTo(NEVER);
                assertThat(outlook(condition, 5)).isEqualTo(OPEN);
                assertThat(outlook(new Not(condition), 4)).isEqualTo(ALWAYS);
            }
        }

        @Test
        void thatIsScriptedHasComeAfterItsTimeAndNotBefore() {
            assertThat(outlook(new Released("alert"), 4)).isEqualTo(NEVER);
            assertThat(outlook(new Released("alert"), 5)).isEqualTo(OPEN);
            assertThat(outlook(new Released("alert"), 6)).isEqualTo(ALWAYS);
            assertThat(prospects().outlook(new Released("alert"), minutes(6)).because())
                    .isEqualTo("inject \"alert\" always comes at PT5M");
        }

        @Test
        void thatIsReadyToFireMayComeAtAnyTime() {
            var prospects = prospects(anInject("spare").ready());
            assertThat(prospects.earliest("spare")).contains(Duration.ZERO);
            assertThat(prospects.outlook(new Released("spare"), minutes(60)).kind())
                    .isEqualTo(OPEN);
        }

        @Test
        void thatWaitsForTheTeamComesNoSoonerThanWhatItWaitsForAndItsDelay() {
            var prospects = prospects(
                    anInject("again").after(new Answered("alert"), 3),
                    anInject("once more").after(new Acknowledged("again"), 4));
            assertThat(prospects.earliest("again")).contains(minutes(8));
            assertThat(prospects.earliest("once more")).contains(minutes(12));
        }

        @Test
        void thatWaitsForWhatIsOverdueComesNoSoonerThanThat() {
            var prospects = prospects(anInject("chaser").after(new StepOverdue("raise", Optional.of(minutes(2))), 0));
            assertThat(prospects.earliest("chaser")).contains(minutes(12));
        }

        @Test
        void thatWouldComeAfterTheEndNeverComes() {
            var prospects = prospects(
                    anInject("late").after(new Answered("alert"), 56),
                    anInject("after late").after(new Acknowledged("late"), 0));
            assertThat(prospects.earliest("late")).isEmpty();
            assertThat(prospects.earliest("after late")).isEmpty();
            assertThat(prospects.earliest(new Answered("alert"))).contains(minutes(5));
        }

        @Test
        void andAnotherThatWaitForEachOtherNeverCome() {
            var prospects = prospects(
                    anInject("hen").after(new Answered("egg"), 0),
                    anInject("egg").after(new Answered("hen"), 0));
            assertThat(prospects.earliest("hen")).isEmpty();
            assertThat(prospects.earliest("egg")).isEmpty();
        }

        @Test
        void opensClocksNoSoonerThanItCanCome() {
            var prospects = prospects(
                    anInject("maybe").at(20, new Acknowledged("alert")).expecting("unasked"),
                    anInject("never").at(1, new Acknowledged("alert")).expecting("reply"));
            assertThat(prospects.earliest(overdue("unasked"))).contains(minutes(25));
            assertThat(prospects.earliest(overdue("reply"))).isEmpty();
        }
    }

    @Nested
    class Combinations {

        private final Condition can = new Acknowledged("alert");
        private final Condition cannot = new Released("nowhere");

        @Test
        void canHoldIfTheirPartsCan() {
            assertThat(outlook(new All(List.of(can, cannot)), 10)).isEqualTo(NEVER);
            assertThat(outlook(new Any(List.of(can, cannot)), 10)).isEqualTo(OPEN);
            assertThat(outlook(new Any(List.of(cannot, new Not(can))), 4)).isEqualTo(ALWAYS);
            assertThat(outlook(new Not(new Any(List.of(cannot, can))), 10)).isEqualTo(OPEN);
        }

        @Test
        void thatContradictThemselvesNeverHold() {
            var because = new All(List.of(can, new Not(can)));
            assertThat(outlook(because, 10)).isEqualTo(NEVER);
            assertThat(outlook(new Not(because), 10)).isEqualTo(ALWAYS);
            assertThat(outlook(new All(List.of(new StepDone("raise"), overdue("raise"))), 30))
                    .isEqualTo(NEVER);
            assertThat(outlook(new All(List.of(new StepDone("raise"), overdue("watch"))), 30))
                    .isEqualTo(OPEN);
        }

        @Test
        void knowThatADecisionOnAnOptionIsADecision() {
            var a = new Decided("alert", Optional.of("a"));
            var some = new Decided("alert", Optional.empty());
            assertThat(outlook(new All(List.of(a, new Not(some))), 10)).isEqualTo(NEVER);
            assertThat(outlook(new All(List.of(some, new Not(a))), 10)).isEqualTo(OPEN);
        }

        @Test
        void knowWhichMessagesAreAmongWhich() {
            var toCustomers = new Shown(Criterion.BLAME, Messages.to(Audience.CUSTOMERS));
            var toAffected = new Shown(Criterion.BLAME, Messages.to(Audience.AFFECTED_CUSTOMERS));
            var anyBlame = new Shown(Criterion.BLAME, Messages.ANY);
            var noBlame = new Lacking(Criterion.BLAME, Messages.ANY);
            assertThat(outlook(new All(List.of(toCustomers, new Not(anyBlame))), 10))
                    .isEqualTo(NEVER);
            assertThat(outlook(new All(List.of(toCustomers, new Not(toAffected))), 10))
                    .isEqualTo(NEVER);
            assertThat(outlook(new All(List.of(toAffected, new Not(toCustomers))), 10))
                    .isEqualTo(OPEN);
            assertThat(outlook(new All(List.of(toCustomers, noBlame)), 10)).isEqualTo(NEVER);
            assertThat(outlook(
                            new All(List.of(anyBlame, new Lacking(Criterion.BLAME, Messages.to(Audience.MEDIA)))), 10))
                    .isEqualTo(OPEN);
            assertThat(outlook(new Not(new Any(List.of(anyBlame, noBlame))), 10))
                    .isEqualTo(OPEN);
        }

        @Test
        void knowThatWhatIsOverdueByMoreIsOverdueByLess() {
            var ten = new StepOverdue("raise", Optional.of(minutes(10)));
            var five = new StepOverdue("raise", Optional.of(minutes(5)));
            assertThat(outlook(new All(List.of(ten, new Not(five))), 30)).isEqualTo(NEVER);
            assertThat(outlook(new All(List.of(five, new Not(ten))), 30)).isEqualTo(OPEN);
        }

        @Test
        void ofVeryManyPartsAreJudgedPartByPart() {
            var many = IntStream.range(0, 30)
                    .<Condition>mapToObj(nr -> new StepOverdue("raise", Optional.of(Duration.ofSeconds(nr))))
                    .toList();
            assertThat(outlook(new All(many), 30)).isEqualTo(OPEN);
            assertThat(outlook(new All(many), 9)).isEqualTo(NEVER);
            assertThat(outlook(new Not(new Any(many)), 9)).isEqualTo(ALWAYS);
            assertThat(outlook(new Any(many), 9)).isEqualTo(NEVER);
        }
    }
}
