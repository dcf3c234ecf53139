package dev.muster.drill;

import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * A step's clock that was opened. All times are drill time.
 *
 * @param inject the inject that opened it; empty if StartEx did
 * @param entry id of the log entry that opened it
 */
public record StepClock(Step step, Optional<String> inject, Duration opened, String entry) {

    /** Until when the step is on time. */
    public Duration due() {
        return opened.plus(step.deadline());
    }

    /** From when on a late step earns nothing. */
    public Duration zero() {
        return opened.plus(step.zero());
    }
}
