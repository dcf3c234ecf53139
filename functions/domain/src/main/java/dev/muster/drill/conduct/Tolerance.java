package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import java.time.Duration;
import java.time.Instant;

/**
 * How late something may be before a drill is taken to have been without its machinery: two minutes of drill time, but at
 * least five seconds of wall time, so that a drill at sixty times the speed does not pause for a hiccup. Ours; the two
 * minutes are DESIGN's.
 */
final class Tolerance {

    private static final Duration DRILL_TIME = Duration.ofMinutes(2);
    private static final Duration WALL_TIME = Duration.ofSeconds(5);

    private Tolerance() {}

    /** Whether {@code now} is beyond the tolerance for something due at this drill time. */
    static boolean exceeded(Drill drill, Duration due, Instant now) {
        var late = Duration.between(drill.clock().wallTimeOf(due), now);
        return late.compareTo(WALL_TIME) > 0
                && drill.drillTimeAt(now).minus(due).compareTo(DRILL_TIME) > 0;
    }

    /** Whether something that came now, due at this wall time, is marked late. */
    static boolean late(Instant due, Instant now) {
        return Duration.between(due, now).compareTo(WALL_TIME) > 0;
    }
}
