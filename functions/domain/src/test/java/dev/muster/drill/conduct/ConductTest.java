package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static dev.muster.drill.conduct.RehearsalRoom.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.conduct.RehearsalRoom.Faults;
import dev.muster.drill.port.Interposed;
import dev.muster.drill.port.Notification;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.Recorded;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConductTest {

    private RehearsalRoom room = scheduled(new RehearsalRoom());

    private static RehearsalRoom scheduled(RehearsalRoom room) {
        return room.schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team());
    }

    @Nested
    class ByTheClock {

        @Test
        void aDrillThatNobodyAnswersRunsThroughItsScriptToTheSecond() {
            room.minutes(31);

            assertThat(room.released())
                    .containsExactly("alarm at 0 s", "call at 600 s", "choice at 900 s", "journalist at 1200 s");
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
            assertThat(room.entries(DrillEvent.Ended.class)).singleElement().satisfies(entry -> {
                assertThat(entry.at()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
                assertThat(entry.drillTime()).isEqualTo(Duration.ofMinutes(30));
            });
        }

        @Test
        void eachRecipientIsToldOnceAndOnlyOfWhatIsTheirs() {
            room.minutes(31);

            assertThat(room.sentTo("ana", Notification.Kind.INJECT))
                    .extracting(one -> one.inject().orElseThrow())
                    .containsExactly("alarm", "choice");
            assertThat(room.sentTo("bo", Notification.Kind.INJECT))
                    .extracting(one -> one.inject().orElseThrow())
                    .containsExactly("call", "journalist");
        }

        @Test
        void theSubjectSaysHowAndFromWhomItCameAndNotWhatTheTrainerCallsIt() {
            room.minutes(16);

            assertThat(room.sentTo("ana", Notification.Kind.INJECT))
                    .extracting(Notification::subject)
                    .containsExactly("email from Somebody", "chat from Board");
            assertThat(room.sentTo("ana", Notification.Kind.REMINDER))
                    .extracting(Notification::subject)
                    .containsExactly("Reminder: email from Somebody");
        }

        @Test
        void afterTheEndNothingIsDueInTheDrillButItsScore() {
            room.minutes(32);

            assertThat(room.store.pending(DRILL))
                    .extracting(item -> item.due())
                    .containsExactly(new Due.Score(Entries.ENDED));
        }

        @Test
        void atTenTimesTheSpeedTheSameScriptComesInATenthOfTheTime() {
            room = new RehearsalRoom().schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team(), 10);

            room.minutes(4);

            assertThat(room.released())
                    .containsExactly("alarm at 0 s", "call at 60 s", "choice at 90 s", "journalist at 120 s");
        }

        @Test
        void whoHasNotAcknowledgedInTimeIsRemindedOnce() {
            room.minutes(10);

            assertThat(room.sentTo("ana", Notification.Kind.REMINDER)).hasSize(1);
            assertThat(room.entries(DrillEvent.Reminded.class))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.drillTime()).isEqualTo(Duration.ofMinutes(5)));
        }

        @Test
        void whoHasAcknowledgedIsNotReminded() {
            room.minutes(2);
            room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
            room.minutes(10);

            assertThat(room.sentTo("ana", Notification.Kind.REMINDER)).isEmpty();
        }

        @Test
        void anInjectWhoseWakeUpCameAfterTheEndStillComesBeforeIt() {
            room.minutes(15);
            room.command.retime(room.order(), "journalist", Duration.ofSeconds(29 * 60 + 50));
            room.until(Duration.ofSeconds(29 * 60 + 45)).awayUntilMinute(31);

            assertThat(room.released()).contains("journalist at 1860 s");
            assertThat(room.entries(DrillEvent.Ended.class))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.drillTime()).isEqualTo(Duration.ofMinutes(30)));
        }

        @Test
        void anInjectThatIsDueAtTheVeryEndComesBeforeIt() {
            room.minutes(15);
            room.command.retime(room.order(), "journalist", Duration.ofMinutes(30));
            room.minutes(31);

            assertThat(room.released()).contains("journalist at 1800 s");
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }

        @Test
        void theEndWaitsForAnInjectThatWaitsForARating() {
            room = new RehearsalRoom().schedule(SmallCrisis.untilItIsFree(), SmallCrisis.plan(), SmallCrisis.team());
            room.until(Duration.ofSeconds(29 * 60 + 50));
            write(Audience.CUSTOMERS, "Our vendor did it.");
            room.minutes(32);

            assertThat(room.events(DrillEvent.InjectWithheld.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.reason()).startsWith("it was not known in time"));
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }
    }

    @Nested
    class OnConditions {

        @Test
        void aContingencyIsWithheldWithItsReasonWhenTheStepIsDone() {
            room.minutes(5);
            publishAStatement();
            room.minutes(21);

            assertThat(room.released()).noneMatch(line -> line.startsWith("journalist"));
            assertThat(room.events(DrillEvent.InjectWithheld.class))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.inject()).isEqualTo("journalist");
                        assertThat(event.reason()).contains("Publish a statement");
                    });
        }

        @Test
        void aReactionComesOnceSoLongAfterWhatTriggeredIt() {
            room.minutes(1);
            room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
            room.minutes(2);
            room.responds("ana", "lead", new Intent.Note("and again something"));
            room.minutes(9);

            assertThat(room.released()).containsExactly("alarm at 0 s", "thanks at 240 s");
            assertThat(room.events(DrillEvent.ReactionTriggered.class)).hasSize(1);
        }

        @Test
        void aReactionOnWordsWaitsForTheRating() {
            room.minutes(1);
            write(Audience.CUSTOMERS, "Our vendor did it.");
            var message = room.events(DrillEvent.MessageSent.class)
                    .findFirst()
                    .orElseThrow()
                    .message()
                    .id();
            room.until(Duration.ofSeconds(90));
            rate(message, true);
            room.minutes(5);

            // Rated at 90 s, asked again within a second, released two minutes later.
            assertThat(room.released()).contains("thread at 211 s");
        }

        @Test
        void anUnratedMessageIsAskedAgainForAMinuteThenGivenUpAndTheTrainerIsTold() {
            room.minutes(1);
            write(Audience.CUSTOMERS, "Our vendor did it.");
            room.minutes(4);

            assertThat(room.events(DrillEvent.ConditionUndecided.class))
                    .extracting(DrillEvent.ConditionUndecided::inject)
                    .containsExactly("thread");
            assertThat(room.sentTo(Notification.TRAINER, Notification.Kind.TRAINER))
                    .extracting(Notification::subject)
                    .contains("An inject was given up");
        }

        private void rate(String message, boolean blame) {
            var mark = new DrillEvent.CriterionMark(blame, 0.9, List.of("Our vendor"));
            var entry = new LogEntry(
                    Entries.rated(message),
                    room.clock.instant(),
                    room.drill().drillTimeAt(room.clock.instant()),
                    new DrillEvent.MessageRated(message, "test", Map.of(Criterion.BLAME, mark)));
            var item = room.item(new Due.Rate(message)).orElseThrow();
            var react = DueItem.atWallTime(DRILL, new Due.React(entry.id()), entry.at());
            room.store.rate(item, entry, List.of(react));
        }
    }

    @Nested
    class OnCommand {

        @Test
        void whatWasDueKeepsItsDistanceOverAPause() {
            room.minutes(5);
            room.command.pause(room.order(), "fire alarm");
            room.minutes(12);
            room.command.resume(room.order());
            room.minutes(40);

            assertThat(room.released())
                    .containsExactly("alarm at 0 s", "call at 1020 s", "choice at 1320 s", "journalist at 1620 s");
        }

        @Test
        void nothingIsReleasedWhileItIsPausedHoweverLong() {
            room.minutes(5);
            room.command.pause(room.order(), "lunch");
            room.minutes(600);

            assertThat(room.released()).containsExactly("alarm at 0 s");
            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
        }

        @Test
        void aCommandOnAStateThatItsSenderDidNotSeeChangesNothing() {
            room.minutes(5);
            var seen = room.order();
            room.command.pause(room.order(), "first");

            assertThat(room.command.pause(seen, "second")).isInstanceOf(Commanded.Outdated.class);
            assertThat(room.events(DrillEvent.Paused.class)).hasSize(1);
        }

        @Test
        void aCommandSentTwiceUnderItsKeyIsDoneOnce() {
            room.minutes(5);
            var order = room.order();

            assertThat(room.command.pause(order, "once")).isInstanceOf(Commanded.Accepted.class);
            assertThat(room.command.pause(order, "once")).isInstanceOf(Commanded.Accepted.class);
            assertThat(room.events(DrillEvent.Paused.class)).hasSize(1);
        }

        @Test
        void anotherCommandUnderAUsedKeyIsRefusedRatherThanSwallowed() {
            room.minutes(5);
            var order = room.order();
            room.command.pause(order, "once");

            assertThat(room.command.resume(order)).isInstanceOf(Commanded.Refused.class);
            assertThat(room.command.pause(order, "another reason")).isInstanceOf(Commanded.Refused.class);
            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
        }

        @Test
        void aRetimedInjectComesAtItsNewTime() {
            room.minutes(2);
            room.command.retime(room.order(), "call", Duration.ofMinutes(4));
            room.minutes(16);

            assertThat(room.released()).containsExactly("alarm at 0 s", "call at 240 s", "choice at 900 s");
        }

        @Test
        void anInjectIsNotMovedIntoThePastNorAfterTheEndNorOnceItIsOut() {
            room.minutes(8);

            assertThat(room.command.retime(room.order(), "call", Duration.ofMinutes(4)))
                    .isInstanceOf(Commanded.Refused.class);
            assertThat(room.command.retime(room.order(), "call", Duration.ofMinutes(31)))
                    .isInstanceOf(Commanded.Refused.class);
            assertThat(room.command.retime(room.order(), "alarm", Duration.ofMinutes(9)))
                    .isInstanceOf(Commanded.Refused.class);
        }

        @Test
        void atDoubleSpeedTheRestComesInHalfTheTime() {
            room.minutes(8);
            room.command.speed(room.order(), 2);
            room.minutes(30);

            assertThat(room.released())
                    .containsExactly("alarm at 0 s", "call at 540 s", "choice at 690 s", "journalist at 840 s");
        }

        @Test
        void aStoppedDrillReleasesNothingMoreAndSaysSoOfEachInject() {
            room.minutes(5);
            room.interrupt.stop(DRILL, "trainer", "enough");
            room.minutes(40);

            assertThat(room.released()).containsExactly("alarm at 0 s");
            assertThat(room.events(DrillEvent.InjectWithheld.class))
                    .extracting(DrillEvent.InjectWithheld::inject)
                    .containsExactlyInAnyOrder("call", "choice", "journalist");
            assertThat(room.events(DrillEvent.Ended.class))
                    .extracting(DrillEvent.Ended::reason)
                    .containsExactly(DrillEvent.Ended.Reason.STOPPED);
            assertThat(room.events(DrillEvent.Ended.class))
                    .extracting(DrillEvent.Ended::words)
                    .containsExactly("enough");
        }

        @Test
        void aDrillStoppedBeforeItsStartIsCalledOff() {
            room.until(Duration.ofMinutes(-5));
            room.interrupt.stop(DRILL, "trainer", "not today");
            room.minutes(40);

            assertThat(room.state()).isEqualTo(DrillState.CANCELLED);
            assertThat(room.released()).isEmpty();
            assertThat(room.store.pending(DRILL)).isEmpty();
        }
    }

    @Nested
    class RealEmergency {

        @Test
        void suspendsTheDrillForEverybodyAndShowsTheRealContact() {
            room.minutes(5);
            room.interrupt.realEmergency(DRILL, "bo", "smoke in the hall", "k1");
            room.minutes(6);

            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
            assertThat(room.sentTo("ana", Notification.Kind.ANNOUNCEMENT))
                    .extracting(Notification::text)
                    .anyMatch(text -> text.contains("020 7946 0000"));
        }

        @Test
        void endsTheDrillWhenNobodyDecidesWithinFiveMinutes() {
            room.minutes(5);
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");
            room.until(Duration.ofSeconds(599));
            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
            room.until(Duration.ofSeconds(601));

            assertThat(room.state()).isEqualTo(DrillState.ENDED);
            assertThat(room.events(DrillEvent.Ended.class))
                    .extracting(DrillEvent.Ended::reason)
                    .containsExactly(DrillEvent.Ended.Reason.EMERGENCY);
        }

        @Test
        void aTrainerWhoResumesInTimeKeepsTheDrillAndASecondCallHasItsOwnFiveMinutes() {
            room.minutes(5);
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");
            room.minutes(9);
            room.command.resume(room.order());
            room.until(Duration.ofSeconds(9 * 60 + 30));
            room.interrupt.realEmergency(DRILL, "bo", "smoke again", "k2");
            room.minutes(14);

            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
            room.minutes(15);
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }

        @Test
        void winsOverACommandThatSawTheDrillBefore() {
            room.minutes(5);
            room.command.pause(room.order(), "pause");
            var resume = room.order();
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");

            assertThat(room.command.resume(resume)).isInstanceOf(Commanded.Outdated.class);
            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
        }

        @Test
        void callsOffADrillThatHasNotStarted() {
            room.until(Duration.ofMinutes(-1));

            assertThat(room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1")).isInstanceOf(Commanded.Accepted.class);
            room.minutes(60);

            assertThat(room.state()).isEqualTo(DrillState.CANCELLED);
            assertThat(room.released()).isEmpty();
            assertThat(room.store.pending(DRILL)).isEmpty();
            assertThat(room.sentTo("ana", Notification.Kind.ANNOUNCEMENT))
                    .extracting(Notification::text)
                    .anyMatch(text -> text.contains("smoke") && text.contains("020 7946 0000"));
        }

        @Test
        void isHeardEvenUnderAKeyThatItsCallerUsedForAResponse() {
            room.minutes(5);
            room.responds("bo", "voice", new Intent.Note("calling the data centre"), "k1");
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");

            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
        }

        @Test
        void thatWasResumedInTheVeryInstantDoesNotEndTheNextOneEarly() {
            room.minutes(5);
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");
            room.command.resume(room.order());
            room.minutes(9);
            room.interrupt.realEmergency(DRILL, "bo", "smoke again", "k2");
            room.minutes(12);

            assertThat(room.state()).isEqualTo(DrillState.EMERGENCY);
            room.minutes(15);
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }

        @Test
        void endsTheDrillEvenIfAMachineWithASlowClockResumedTheOneBefore() {
            room.minutes(5);
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");
            room.clock.setBack(NOON.plus(Duration.ofMinutes(4)));
            room.command.resume(room.order());
            room.minutes(11);
            room.interrupt.realEmergency(DRILL, "bo", "smoke again", "k2");
            room.minutes(17);

            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }
    }

    @Nested
    class AfterAnOutage {

        @Test
        void theDrillPausesAsOfTheFirstInjectThatNobodyReleasedAndTheTrainerIsTold() {
            room.minutes(8).awayUntilMinute(18);

            assertThat(room.released()).containsExactly("alarm at 0 s");
            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ofMinutes(10));
            assertThat(room.sentTo(Notification.TRAINER, Notification.Kind.TRAINER))
                    .extracting(Notification::subject)
                    .contains("The drill is paused");
        }

        @Test
        void whenItGoesOnNothingIsLostTheLateInjectIsMarkedAndTheOthersKeepTheirDistance() {
            room.minutes(8).awayUntilMinute(18);
            room.minutes(20);
            room.command.resume(room.order());
            room.minutes(50);

            assertThat(room.released())
                    .containsExactly("alarm at 0 s", "call at 1200 s", "choice at 1500 s", "journalist at 1800 s");
            assertThat(room.events(DrillEvent.InjectReleased.class).filter(DrillEvent.InjectReleased::late))
                    .extracting(event -> event.prompt().inject(), DrillEvent.InjectReleased::reason)
                    .containsExactly(tuple("call", "its time had come, after an outage had held it up"));
            assertThat(room.state()).isEqualTo(DrillState.ENDED);
        }

        @Test
        void aShortAbsenceCostsPunctualityOnly() {
            room.until(Duration.ofSeconds(595)).awayUntilMinute(11);

            assertThat(room.released()).containsExactly("alarm at 0 s", "call at 660 s");
            assertThat(room.state()).isEqualTo(DrillState.RUNNING);
        }

        @Test
        void aDrillWhoseStartWasMissedStandsAtItsFirstInject() {
            room.until(Duration.ofMinutes(-5)).awayUntilMinute(20);

            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
            assertThat(room.released()).isEmpty();
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ZERO);
        }

        @Test
        void aDrillWhoseEndWasMissedWithInjectsBeforeItDoesNotEndUnseen() {
            room.minutes(8).awayUntilMinute(60);

            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
        }

        @Test
        void whoeverIsWokenFirstFindsTheInjectThatNobodyReleasedBeforeTheirs() {
            room.minutes(9).awayFor(Duration.ofMinutes(6));
            room.carriesOut(room.item(new Due.Release("choice")).orElseThrow());

            assertThat(room.released()).containsExactly("alarm at 0 s");
            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void whatTheTeamDidMeanwhileStillTriggersItsReaction() {
            room.minutes(8).awayFor(Duration.ofMinutes(4));
            room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
            room.awayUntilMinute(18);
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ofMinutes(10));
            room.command.resume(room.order());
            room.minutes(30);

            assertThat(room.events(DrillEvent.ReactionTriggered.class))
                    .extracting(DrillEvent.ReactionTriggered::inject)
                    .containsExactly("thanks");
            assertThat(room.released()).contains("thanks at 1380 s");
        }

        @Test
        void aContingencyKnowsWhatTheTeamDidMeanwhile() {
            room.minutes(18).awayFor(Duration.ofMinutes(4));
            publishAStatement();
            room.awayUntilMinute(24);
            room.command.resume(room.order());
            room.minutes(30);

            assertThat(room.released()).noneMatch(line -> line.startsWith("journalist"));
        }

        @Test
        void theInjectThatWaitedIsMarkedLateAtAnySpeed() {
            room = new RehearsalRoom().schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team(), 7);
            room.minutes(1).awayUntilMinute(4);
            room.command.resume(room.order());
            room.minutes(5);

            assertThat(room.events(DrillEvent.InjectReleased.class).filter(DrillEvent.InjectReleased::late))
                    .extracting(event -> event.prompt().inject())
                    .containsExactly("call");
        }
    }

    @Nested
    class TheTick {

        @Test
        void wakesWhatIsDueThoughAPartOfTheIndexCannotBeRead() {
            var woken = new ArrayList<DueItem>();
            var broken = Interposed.in(room.store, (method, call) -> {
                if (method.equals("dueUntil") && woken.isEmpty()) {
                    woken.add(null);
                    throw new IllegalStateException("shard 0");
                }
                return call.proceed();
            });
            room.until(Duration.ofMinutes(-1));

            assertThatThrownBy(() -> new FindDue(broken, woken::addAll, room.clock).tick())
                    .hasMessage("shard 0");
            assertThat(woken)
                    .filteredOn(Objects::nonNull)
                    .extracting(DueItem::due)
                    .contains(new Due.Start());
        }
    }

    @Nested
    class Hold {

        @Test
        void pausesWhatRunsAsOfItsMoment() {
            room.minutes(5);
            room.hold.place("leader", "a real storm");
            room.minutes(20);

            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
            assertThat(room.released()).containsExactly("alarm at 0 s");
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void pausesAsOfItsMomentEvenWhatItsSweepDidNotSee() {
            room.minutes(5);
            room.store.placeHold(new dev.muster.drill.Hold("leader", "a real storm", room.clock.instant()));
            room.minutes(20);

            assertThat(room.state()).isEqualTo(DrillState.PAUSED);
            assertThat(room.drill().drillTimeAt(room.clock.instant())).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void keepsADrillFromStartingUntilItIsLifted() {
            room.until(Duration.ofMinutes(-5));
            room.hold.place("leader", "a real storm");
            room.until(Duration.ofSeconds(30));
            assertThat(room.state()).isEqualTo(DrillState.SCHEDULED);

            room.hold.lift();
            room.minutes(2);
            assertThat(room.state()).isEqualTo(DrillState.RUNNING);
        }

        @Test
        void mustBeLiftedBeforeADrillIsResumed() {
            room.minutes(5);
            room.hold.place("leader", "a real storm");

            assertThat(room.command.resume(room.order())).isInstanceOf(Commanded.Refused.class);
            room.hold.lift();
            assertThat(room.command.resume(room.order())).isInstanceOf(Commanded.Accepted.class);
        }

        @Test
        void isNotAskedMoreOftenTheLongerItLasts() {
            room.until(Duration.ofMinutes(-5));
            room.hold.place("leader", "a real storm");
            room.minutes(10);
            var early = room.waiting();
            room.minutes(240);

            assertThat(room.waiting()).isEqualTo(early);
        }
    }

    @Nested
    class WithClocksThatDisagree {

        @Test
        void aResumeIsNeverEarlierThanThePauseAndTheDrillsClockNeverRunsBackwards() {
            room.minutes(5);
            room.command.pause(room.order(), "lunch");
            room.clock.setBack(NOON.plus(Duration.ofMinutes(4)));
            room.command.resume(room.order());

            var paused = room.entries(DrillEvent.Paused.class).findFirst().orElseThrow();
            var resumed = room.entries(DrillEvent.Resumed.class).findFirst().orElseThrow();
            assertThat(resumed.at()).isAfterOrEqualTo(paused.at());
            assertThat(resumed.drillTime()).isGreaterThanOrEqualTo(paused.drillTime());
        }

        @Test
        void anEmergencyIsNeverEarlierThanWhatLastSetTheClock() {
            room.minutes(5);
            room.command.speed(room.order(), 2);
            room.clock.setBack(NOON.plus(Duration.ofMinutes(4)));
            room.interrupt.realEmergency(DRILL, "bo", "smoke", "k1");

            assertThat(room.entries(DrillEvent.EmergencyCalled.class))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.at()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
                        assertThat(entry.drillTime()).isEqualTo(Duration.ofMinutes(5));
                    });
            assertThat(room.drill().drillTimeAt(NOON.plusSeconds(9_999))).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void nobodyIsToldOfSomethingBeforeItHappened() {
            room.minutes(5);
            room.command.pause(room.order(), "lunch");
            room.clock.setBack(NOON.plus(Duration.ofMinutes(4)));
            room.carriesOut(room.store.pending(DRILL).stream()
                    .filter(item -> item.due() instanceof Due.Tell)
                    .findFirst()
                    .orElseThrow());

            var paused = room.entries(DrillEvent.Paused.class).findFirst().orElseThrow();
            assertThat(room.entries(DrillEvent.Announced.class)
                            .filter(entry -> entry.id().endsWith(paused.id())))
                    .singleElement()
                    .satisfies(told -> assertThat(told.at()).isAfterOrEqualTo(paused.at()));
        }
    }

    @Property(tries = 300)
    void whateverTheQueueLosesRepeatsAndDelaysEachInjectIsReleasedOnceInOrderAndTheDrillEnds(@ForAll Random random) {
        room = scheduled(new RehearsalRoom(new Faults(random, 0.3, 0.3, 0.2)));

        // Where the queue was so bad that the drill paused, its trainer resumes it.
        for (var minute = 1; minute < 120; minute++) {
            room.minutes(minute);
            if (room.state() == DrillState.PAUSED) {
                room.command.resume(room.order());
            }
        }

        assertThat(room.events(DrillEvent.InjectReleased.class)
                        .map(event -> event.prompt().inject()))
                .containsExactly("alarm", "call", "choice", "journalist");
        assertThat(room.entries(DrillEvent.InjectReleased.class)).allSatisfy(entry -> assertThat(entry.at())
                .isAfterOrEqualTo(((DrillEvent.InjectReleased) entry.event()).due()));
        assertThat(room.events(DrillEvent.InjectNotified.class)).hasSize(4);
        assertThat(room.state()).isEqualTo(DrillState.ENDED);
    }

    private void write(Audience audience, String text) {
        assertThat(room.responds(
                        "bo",
                        "voice",
                        new Intent.Write(Channel.WEB, audience, text, Optional.empty(), Set.of(), false)))
                .isInstanceOf(Recorded.Accepted.class);
    }

    private void publishAStatement() {
        write(Audience.PUBLIC, "We know that the service is down and work on it.");
        var draft = room.events(DrillEvent.MessageDrafted.class)
                .findFirst()
                .orElseThrow()
                .message()
                .id();
        assertThat(room.responds("ana", "lead", new Intent.Approve(draft))).isInstanceOf(Recorded.Accepted.class);
    }
}
