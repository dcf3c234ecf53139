package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import java.time.Duration;
import java.time.Instant;

/** How long a condition that rests on an unread message is asked again: 60 s of drill time, at least 3 s of wall time. */
final class Patience {

    /** Wall time between two questions. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration DRILL_TIME = Duration.ofSeconds(60);
    private static final Duration WALL_TIME = Duration.ofSeconds(3);

    private Patience() {}

    static boolean over(Drill drill, Instant since, Instant now) {
        var waited = Duration.between(since, now);
        var inDrillTime =
                Duration.ofMillis(Math.round(waited.toMillis() * drill.clock().speed()));
        return waited.compareTo(WALL_TIME) > 0 && inDrillTime.compareTo(DRILL_TIME) > 0;
    }
}
