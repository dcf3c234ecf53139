package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.EventLog;
import dev.muster.drill.Progress;
import dev.muster.drill.Refusal;
import dev.muster.drill.io.DrillExport;
import dev.muster.drill.port.Notification;
import dev.muster.scenario.Scenario;
import dev.muster.scoring.Scorer;
import dev.muster.scoring.StepOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PutInjectTest {

    private final RehearsalRoom room = scheduled(SmallCrisis.withMore());

    private static RehearsalRoom scheduled(Scenario scenario) {
        return new RehearsalRoom().schedule(scenario, SmallCrisis.plan(), SmallCrisis.team());
    }

    @Test
    void aReadyInjectComesAtOnceWhenTheTrainerFiresItAndSaysWhoAndWhy() {
        room.minutes(7);

        room.put.release(room.order(), "spare", "The room went quiet");
        room.until(room.sinceNoon());

        assertThat(room.released()).containsExactly("alarm at 0 s", "spare at 420 s");
        assertThat(room.events(DrillEvent.InjectReleased.class)).last().satisfies(released -> assertThat(
                        released.reason())
                .isEqualTo("the trainer released it (trainer): The room went quiet"));
        assertThat(room.sentTo("bo", Notification.Kind.INJECT))
                .extracting(one -> one.inject().orElseThrow())
                .containsExactly("spare");
    }

    @Test
    void aReadyInjectThatNobodyFiresNeverComes() {
        room.minutes(31);

        assertThat(room.released()).noneMatch(line -> line.startsWith("spare"));
        assertThat(room.events(DrillEvent.InjectWithheld.class)).isEmpty();
    }

    @Test
    void anInjectIsFiredOnceHoweverOftenTheOrderIsSent() {
        room.minutes(7);
        var order = room.order();

        assertThat(room.put.release(order, "spare", "")).isInstanceOf(Commanded.Accepted.class);
        assertThat(room.put.release(order, "spare", "")).isInstanceOf(Commanded.Accepted.class);
        assertThat(room.put.release(order, "spare", "for another reason")).isInstanceOf(Commanded.Refused.class);
        room.minutes(8);

        assertThat(room.entries(DrillEvent.InjectFired.class)).hasSize(1);
    }

    @Test
    void ofTwoTrainersWhoFireWithOneLookAtTheDrillOneIsToldToLookAgain() {
        room.minutes(7);
        var one = room.order();
        var other = room.order();

        assertThat(room.put.release(one, "spare", "")).isInstanceOf(Commanded.Accepted.class);
        assertThat(room.put.release(other, "spare", "")).isInstanceOf(Commanded.Outdated.class);
        assertThat(room.put.release(room.order(), "spare", ""))
                .isEqualTo(new Commanded.Refused(new Refusal("put-before", List.of("spare", "7 min"))));
    }

    @Test
    void whatIsNotThereOrHasComeIsRefusedKindly() {
        room.minutes(7);

        assertThat(why(room.put.release(room.order(), "nothing", ""))).isEqualTo("no-inject");
        assertThat(why(room.put.release(room.order(), "alarm", ""))).isEqualTo("came-before");
    }

    @Test
    void onlyARunningDrillTakesAnInject() {
        assertThat(why(room.put.release(room.order(), "spare", ""))).isEqualTo("put-not-running");
        room.minutes(7);
        room.command.pause(room.order(), "pause");
        assertThat(why(room.put.release(room.order(), "spare", ""))).isEqualTo("put-not-running");
        assertThat(why(room.put.add(room.order(), SmallCrisis.typed(), ""))).isEqualTo("put-not-running");
        room.interrupt.stop(DRILL, "trainer", "enough");
        assertThat(why(room.put.add(room.order(), SmallCrisis.typed(), ""))).isEqualTo("put-not-running");
    }

    @Test
    void underAHoldNothingIsPut() {
        room.minutes(7);
        room.hold.declare("leader", "storm");

        assertThat(why(room.put.release(room.order(), "spare", ""))).isEqualTo("under-hold");
    }

    @Test
    void whatWasPutWhenThePauseCameComesAfterIt() {
        room.minutes(7);
        room.put.release(room.order(), "spare", "");
        room.command.pause(room.order(), "pause");
        room.minutes(12);
        assertThat(room.released()).containsExactly("alarm at 0 s");

        room.command.resume(room.order());
        room.until(room.sinceNoon());

        assertThat(room.released()).containsExactly("alarm at 0 s", "spare at 720 s");
    }

    @Test
    void whatWasPutWhenTheDrillWasStoppedIsLoggedAsNotComing() {
        room.minutes(7);
        room.put.add(room.order(), SmallCrisis.typed(), "");
        room.interrupt.stop(DRILL, "trainer", "enough");
        room.minutes(8);

        assertThat(room.state()).isEqualTo(DrillState.ENDED);
        assertThat(room.events(DrillEvent.InjectWithheld.class))
                .extracting(DrillEvent.InjectWithheld::inject)
                .contains("ad-hoc-1");
    }

    @Test
    void whatATrainerTypesIsPartOfTheDrillFromThenOn() {
        room.minutes(7);

        room.put.add(room.order(), SmallCrisis.typed(), "");
        room.put.add(room.order(), SmallCrisis.typed(), "");
        room.minutes(12);

        assertThat(room.released()).contains("ad-hoc-1 at 420 s", "ad-hoc-2 at 420 s");
        assertThat(room.sentTo("bo", Notification.Kind.INJECT))
                .filteredOn(one -> one.subject().equals("phone from Mrs Adler, next door"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.text()).contains("{{company}} says nothing"));
        assertThat(room.sentTo("bo", Notification.Kind.REMINDER))
                .extracting(Notification::subject)
                .contains("Reminder: phone from Mrs Adler, next door");
        assertThat(progress().scenario().injects())
                .extracting(inject -> inject.id())
                .contains("ad-hoc-1", "ad-hoc-2");
    }

    @Test
    void whatATrainerTypedOpensClocksAndCountsInAReScoredExport() {
        var room = scheduled(SmallCrisis.scenario().with(List.of()));
        room.minutes(7);
        room.put.add(room.order(), SmallCrisis.typed(), "");
        room.minutes(31);

        assertThat(Progress.of(room.store.plan(DRILL), room.store.scenario(DRILL), room.store.log(DRILL))
                        .clocks("statement"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.opened()).isEqualTo(Duration.ofMinutes(7)));
        var export = DrillExport.read(
                new DrillExport(room.drill(), room.store.scenario(DRILL), room.store.plan(DRILL), room.store.log(DRILL))
                        .write());
        var scorecard = Scorer.score(export.plan(), export.scenario(), export.events());
        assertThat(scorecard)
                .isEqualTo(Scorer.score(room.store.plan(DRILL), room.store.scenario(DRILL), room.store.log(DRILL)));
        assertThat(scorecard.step("statement"))
                .hasValueSatisfying(mark -> assertThat(mark.outcome()).isEqualTo(StepOutcome.MISSED));
    }

    @Test
    void anIdOfTheScriptIsNeverTakenTwice() {
        var script = SmallCrisis.scenario();
        var named = script.injects().getFirst();
        room.minutes(7);
        room.put.add(room.order(), SmallCrisis.typed(), "");

        var played = EventLog.of(room.store.log(DRILL)).played(script);

        assertThat(EventLog.of(room.store.log(DRILL)).played(played)).isEqualTo(played);
        assertThat(played.inject(named.id())).contains(named);
    }

    private Progress progress() {
        return Progress.of(room.store.plan(DRILL), room.store.scenario(DRILL), room.store.log(DRILL));
    }

    private static String why(Commanded commanded) {
        return ((Commanded.Refused) commanded).refusal().code();
    }
}
