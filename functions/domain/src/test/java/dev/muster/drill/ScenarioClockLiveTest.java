package dev.muster.drill;

import static dev.muster.composer.DrillComposer.NOON;
import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.DrillComposer;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scenario's own clock as a drill goes: told from the log, which knows when a jump really came. */
class ScenarioClockLiveTest {

    private static DrillComposer drill(Optional<LocalTime> starts) {
        var scheduled = new DrillEvent.Scheduled(
                "trainer", NOON, "scenario", "plan", "crew", "", List.of(), starts, Optional.empty(), Optional.empty());
        return aDrill().of(aScenario()
                        .with(anInject("alarm"), anInject("later").at(30).leapingAhead(Duration.ofDays(3))))
                .happens("scheduled", scheduled)
                .started()
                .releases("alarm");
    }

    private static ScenarioClock clock(DrillComposer drill) {
        return EventLog.of(drill.log()).scenarioClock().orElseThrow();
    }

    @Test
    void itLeapsWhenTheJumpCameAndNotWhereTheScriptHasIt() {
        var drill = drill(Optional.of(LocalTime.of(9, 0)));
        assertThat(clock(drill).words(Duration.ofMinutes(40))).isEqualTo("09:40");

        drill.at(45).releases("later");

        assertThat(clock(drill).words(Duration.ofMinutes(44))).isEqualTo("09:44");
        assertThat(clock(drill).words(Duration.ofMinutes(45))).isEqualTo("D+3 09:45");
    }

    @Test
    void aScenarioWithoutAClockOfItsOwnShowsNone() {
        assertThat(EventLog.of(drill(Optional.empty()).log()).scenarioClock()).isEmpty();
    }
}
