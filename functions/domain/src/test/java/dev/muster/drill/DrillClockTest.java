package dev.muster.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class DrillClockTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.000123Z");

    @Property
    void whoComesWhenSomethingIsDueFindsTheClockThere(
            @ForAll @DoubleRange(min = 0.01, max = 1_000) double speed,
            @ForAll @LongRange(min = 0, max = 36_000_000_000_000L) long nanos) {
        var clock = DrillClock.startingAt(NOON, speed);
        var due = Duration.ofNanos(nanos);

        assertThat(clock.drillTimeAt(clock.wallTimeOf(due))).isGreaterThanOrEqualTo(due);
    }

    @Property
    void aClockThatIsStoppedAtATimeReadsThatTime(
            @ForAll @DoubleRange(min = 0.01, max = 1_000) double speed,
            @ForAll @LongRange(min = 0, max = 36_000_000_000_000L) long nanos) {
        var due = Duration.ofNanos(nanos);
        var stopped = DrillClock.startingAt(NOON, speed).stoppedAtDrillTime(due);

        assertThat(stopped.drillTimeAt(Instant.MAX.minusSeconds(1))).isEqualTo(due);
        assertThat(stopped.runningFrom(stopped.stoppedAt().orElseThrow(), 2).anchorDrill())
                .isEqualTo(due);
    }
}
