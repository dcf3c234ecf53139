package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.respond.Intent;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each reactive inject is asked at the moment at which its condition can come true, though nobody acts then. */
class ReactionsTest {

    private RehearsalRoom room = playing(SmallCrisis.withMore());

    private static RehearsalRoom playing(Scenario scenario) {
        return new RehearsalRoom().schedule(scenario, SmallCrisis.plan(), SmallCrisis.team());
    }

    /** The small crisis with one inject more. */
    private static RehearsalRoom reacting(Condition condition) {
        var injects = new ArrayList<>(SmallCrisis.scenario().injects());
        var pattern = SmallCrisis.withMore().inject("chase").orElseThrow();
        injects.add(new Inject(
                "late",
                "late",
                new Release.Reactive(condition, Duration.ZERO),
                pattern.channel(),
                pattern.from(),
                pattern.customer(),
                pattern.to(),
                pattern.text(),
                pattern.attachments(),
                pattern.expects(),
                pattern.acknowledge(),
                pattern.options(),
                pattern.fault(),
                pattern.jump(),
                pattern.guidance()));
        return playing(SmallCrisis.scenario().with(injects));
    }

    @Test
    void silencePastADeadlineSetsOffWhatWaitsForItToTheSecond() {
        room.minutes(20);

        assertThat(room.released()).contains("chase at 960 s");
        assertThat(room.events(DrillEvent.ReactionTriggered.class))
                .filteredOn(one -> one.inject().equals("chase"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.due()).isEqualTo(Duration.ofMinutes(16));
                    assertThat(one.cause()).isEqualTo("inject.alarm");
                    assertThat(one.reason()).contains("Publish a statement").contains("due");
                });
    }

    @Test
    void whoWasInTimeIsNotChased() {
        room.minutes(3);
        publish();
        room.minutes(31);

        assertThat(room.released()).noneMatch(line -> line.startsWith("chase"));
    }

    @Test
    void aDeadlineKeepsItsDistanceOverAPauseAndAtAnotherSpeed() {
        room.minutes(5);
        room.command.retime(room.order(), "choice", Duration.ofMinutes(20));
        room.command.pause(room.order(), "pause");
        room.minutes(25);
        room.command.resume(room.order());
        room.minutes(26);
        room.command.speed(room.order(), 3);
        room.minutes(40);

        // Nine of the fifteen minutes are left at the 26th, and one of delay: ten minutes at three times the speed.
        assertThat(room.released()).contains("chase at 1760 s");
    }

    @Test
    void soMuchOverdueIsAskedWhenItIsSoMuchOverdue() {
        room = reacting(new Condition.All(List.of(
                new Condition.StepOverdue("statement", Optional.of(Duration.ofMinutes(4))),
                new Condition.Not(new Condition.Answered("call")))));
        room.minutes(30);

        assertThat(room.released()).contains("late at 1140 s");
        assertThat(room.events(DrillEvent.ReactionTriggered.class))
                .filteredOn(one -> one.inject().equals("late"))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("4 min overdue"));
    }

    @Test
    void aReleaseSetsOffWhatWaitsForIt() {
        room.minutes(12);

        assertThat(room.released()).contains("call at 600 s", "echo at 630 s");
    }

    @Test
    void anAnswerThatLacksSomethingSetsOffWhatWaitsForThatOnceItIsRated() {
        room = reacting(new Condition.Lacking(
                Criterion.APOLOGY, new Condition.Messages(Optional.empty(), Optional.of("call"))));
        room.minutes(11);
        answer("call");
        assertThat(room.released()).noneMatch(line -> line.startsWith("late"));
        room.until(Duration.ofSeconds(11 * 60 + 20));
        room.rates(rating(), Criterion.APOLOGY, false);
        room.minutes(13);

        assertThat(room.released()).anyMatch(line -> line.startsWith("late at 68"));
    }

    @Test
    void anAnswerSetsOffWhatWaitsForIt() {
        room = reacting(new Condition.Answered("call"));
        room.minutes(11);
        answer("call");
        room.minutes(12);

        assertThat(room.released()).contains("late at 660 s");
    }

    @Test
    void aDecisionSetsOffWhatWaitsForThisOptionAndNotForAnother() {
        room.minutes(16);
        room.responds("ana", "lead", new Intent.Decide("choice", "stay", "we can"));
        room.minutes(17);
        assertThat(room.released()).noneMatch(line -> line.startsWith("closed"));

        room.responds("ana", "lead", new Intent.Decide("choice", "close", "we cannot"));
        room.minutes(18);

        assertThat(room.released()).contains("closed at 1020 s");
        assertThat(room.events(DrillEvent.InjectReleased.class)
                        .filter(released -> released.prompt().inject().equals("closed")))
                .singleElement()
                .satisfies(released -> assertThat(released.reason()).contains("Close"));
    }

    @Test
    void theEndWaitsForADeadlineThatIsDueBeforeIt() {
        room.until(Duration.ofSeconds(-30));
        room.command.retime(room.order(), "alarm", Duration.ofMinutes(14));
        room.until(Duration.ofSeconds(28 * 60 + 55)).awayFor(Duration.ofSeconds(70));
        room.back();
        room.carriesOut(room.item(new Due.End()).orElseThrow());
        room.minutes(32);

        assertThat(room.events(DrillEvent.ReactionTriggered.class))
                .extracting(DrillEvent.ReactionTriggered::inject)
                .contains("chase");
        assertThat(room.released()).anyMatch(line -> line.startsWith("chase"));
    }

    private void answer(String inject) {
        room.responds(
                "bo",
                "voice",
                new Intent.Write(Channel.PHONE, Audience.CUSTOMERS, "Wait.", Optional.of(inject), Set.of(), false));
    }

    private void publish() {
        var text = "We look into it.";
        room.responds(
                "bo", "voice", new Intent.Write(Channel.WEB, Audience.PUBLIC, text, Optional.empty(), Set.of(), true));
    }

    private DueItem rating() {
        return room.store.pending(DRILL).stream()
                .filter(item -> item.due() instanceof Due.Rate)
                .findFirst()
                .orElseThrow();
    }
}
