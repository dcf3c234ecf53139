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
        var passed = Duration.between(anchorWall, until);
        return anchorDrill.plus(speed == 1 ? passed : Duration.ofNanos(Math.round(passed.toNanos() * speed)));
    }

    /** When the clock reads, or would read if it were not stopped, {@code drillTime}; never a moment too early. */
    public Instant wallTimeOf(Duration drillTime) {
        var ahead = drillTime.minus(anchorDrill);
        return anchorWall.plus(speed == 1 ? ahead : Duration.ofNanos((long) Math.ceil(ahead.toNanos() / speed)));
    }

    /** The clock stopped at {@code wall}; a stopped clock stays stopped where it is. */
    public DrillClock stopped(Instant wall) {
        return running() ? new DrillClock(anchorWall, anchorDrill, speed, Optional.of(wall)) : this;
    }

    /** The clock stopped at the moment at which it reads {@code drillTime}, to the last digit. */
    public DrillClock stoppedAtDrillTime(Duration drillTime) {
        var stop = wallTimeOf(drillTime);
        return new DrillClock(stop, drillTime, speed, Optional.of(stop));
    }

    /** The clock running on at {@code wall} from what it reads then. */
    public DrillClock runningFrom(Instant wall, double newSpeed) {
        return new DrillClock(wall, drillTimeAt(wall), newSpeed, Optional.empty());
    }
}
