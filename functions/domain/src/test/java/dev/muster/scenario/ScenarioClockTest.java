package dev.muster.scenario;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.ScenarioClock.Jump;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScenarioClockTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final ScenarioClock PLAIN = new ScenarioClock(NINE, List.of());
    private static final ScenarioClock THREE_DAYS_LATER = PLAIN.with(new Jump(ofMinutes(60), ofDays(3)));

    @Test
    void itRunsWithDrillTimeFromWhereItStarts() {
        assertThat(PLAIN.words(Duration.ZERO)).isEqualTo("09:00");
        assertThat(PLAIN.words(ofMinutes(75))).isEqualTo("10:15");
    }

    @Test
    void fromTheNextDayOnItSaysTheDay() {
        var night = new ScenarioClock(LocalTime.of(23, 30), List.of());
        assertThat(night.words(ofMinutes(29))).isEqualTo("23:59");
        assertThat(night.words(ofMinutes(30))).isEqualTo("D+1 00:00");
    }

    @Test
    void aJumpMakesItLeap() {
        assertThat(THREE_DAYS_LATER.words(ofMinutes(59))).isEqualTo("09:59");
        assertThat(THREE_DAYS_LATER.words(ofMinutes(60))).isEqualTo("D+3 10:00");
    }

    @Test
    void aTimeOfDayIsOnTheDayOfStartExOrTheNext() {
        var night = new ScenarioClock(LocalTime.of(23, 30), List.of());
        assertThat(night.drillTime(LocalTime.of(23, 45))).contains(ofMinutes(15));
        assertThat(night.drillTime(LocalTime.of(0, 15))).contains(ofMinutes(45));
    }

    @Test
    void whatIsLeaptOverNeverComes() {
        assertThat(THREE_DAYS_LATER.drillTime(1, NINE)).isEmpty();
        assertThat(THREE_DAYS_LATER.drillTime(LocalTime.of(10, 30))).isEmpty();
        assertThat(THREE_DAYS_LATER.drillTime(3, LocalTime.of(10, 30))).contains(ofMinutes(90));
    }

    @Test
    void whatWasBeforeStartExNeverComes() {
        assertThat(PLAIN.drillTime(0, LocalTime.of(8, 59))).isEmpty();
    }

    @Property
    void whatItShowsLeadsBackToTheTime(
            @ForAll @IntRange(max = 1_439) int start,
            @ForAll @IntRange(max = 600) int minute,
            @ForAll List<@IntRange(max = 500) Integer> jumps) {
        var clock = new ScenarioClock(
                LocalTime.MIN.plusMinutes(start),
                jumps.stream()
                        .map(at -> new Jump(ofMinutes(at), ofDays(1).plusMinutes(at)))
                        .toList());
        var reading = clock.reading(ofMinutes(minute));
        var time = LocalTime.MIN.plus(reading.minusDays(reading.toDays()));
        assertThat(clock.drillTime((int) reading.toDays(), time)).contains(ofMinutes(minute));
    }
}
