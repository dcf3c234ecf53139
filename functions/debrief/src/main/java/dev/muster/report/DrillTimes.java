package dev.muster.report;

import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.util.Optional;

/**
 * Says when something happened.
 *
 * @param clock the scenario's own, if it has one
 */
record DrillTimes(Optional<ScenarioClock> clock) {

    /** Drill time, and in brackets what people in the story saw on the wall: {@code 1:06:30 (D+3 10:00)}. */
    String words(Duration at) {
        return Words.clock(at)
                + clock.filter(own -> !at.isNegative())
                        .map(own -> " (%s)".formatted(own.words(at)))
                        .orElse("");
    }
}
