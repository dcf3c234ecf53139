package dev.muster.scenario.preview;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Condition.Answered;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLineTest {

    @Test
    void whatWaitsForTheTeamStandsWhereItCanComeFirstAndWhatHasNoTimeAtTheEnd() {
        var line = TimeLine.of(
                aPlan().compose(),
                aScenario()
                        .with(
                                anInject("spare").ready(),
                                anInject("never").after(new Answered("never two")),
                                anInject("never two").after(new Answered("never")),
                                anInject("late").at(30),
                                anInject("again").after(new Answered("alert"), 4),
                                anInject("alert").at(2),
                                anInject("maybe").at(5, new Answered("alert")))
                        .compose());
        assertThat(line.lines())
                .extracting(one -> one.inject().id())
                .containsExactly("alert", "maybe", "again", "late", "spare", "never", "never two");
        assertThat(line.lines())
                .extracting(TimeLine.Line::planned)
                .containsExactly(true, true, false, true, false, false, false);
        assertThat(line.lines().get(2).at()).contains(Duration.ofMinutes(6));
        assertThat(line.lines().getLast().at()).isEmpty();
    }

    @Test
    void theScenariosOwnClockLeapsWithIt() {
        var line = TimeLine.of(
                aPlan().compose(),
                aScenario()
                        .startingAt(LocalTime.of(8, 30))
                        .with(
                                anInject("alert").at(2),
                                anInject("days later").at(10).leapingAhead(Duration.ofDays(3)),
                                anInject("spare").ready())
                        .compose());
        assertThat(line.lines())
                .extracting(TimeLine.Line::clock)
                .containsExactly(Optional.of("08:32"), Optional.of("D+3 08:40"), Optional.empty());
    }
}
