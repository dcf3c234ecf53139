package dev.muster.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The map between wall time and drill time: from {@code anchorWall} on, drill time runs from {@code anchorDrill} at
 * {@code speed} drill seconds a second, until {@code stoppedAt}.
 *
 * @param stoppedAt the wall time at which the clock stands still; empty while it runs
 */
public record DrillClock(Instant anchorWall, Duration anchorDrill, double speed, Optional<Instant> stoppedAt) {

    public DrillClock {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be a positive number, found " + speed);
        }
    }

    /** A clock that reads zero at {@code start} and runs from there. */
    public static DrillClock startingAt(Instant start, double speed) {
        return new DrillClock(start, Duration.ZERO, speed, Optional.empty());
    }

    public boolean running() {
        return stoppedAt.isEmpty();
    }

    /** What the clock reads at {@code wall}; before the start a negative time. */
    public Duration drillTimeAt(Instant wall) {
        var until = stoppedAt.filter(stop -> stop.isBefore(wall)).orElse(wall);
        return anchorDrill.plus(scaled(Duration.between(anchorWall, until), speed));
    }

    /** When the clock reads, or would read if it were not stopped, {@code drillTime}. */
    public Instant wallTimeOf(Duration drillTime) {
        return anchorWall.plus(scaled(drillTime.minus(anchorDrill), 1 / speed));
    }

    /** The clock stopped at {@code wall}; a stopped clock stays stopped where it is. */
    public DrillClock stopped(Instant wall) {
        return running() ? new DrillClock(anchorWall, anchorDrill, speed, Optional.of(wall)) : this;
    }

    /** The clock stopped at the moment at which it reads {@code drillTime}. */
    public DrillClock stoppedAtDrillTime(Duration drillTime) {
        return new DrillClock(anchorWall, anchorDrill, speed, Optional.of(wallTimeOf(drillTime)));
    }

    /** The clock running on at {@code wall} from what it reads then. */
    public DrillClock runningFrom(Instant wall, double newSpeed) {
        return new DrillClock(wall, drillTimeAt(wall), newSpeed, Optional.empty());
    }

    private static Duration scaled(Duration duration, double factor) {
        if (factor == 1.0) {
            return duration;
        }
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
