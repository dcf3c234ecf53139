package dev.muster.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a step went by one of its clocks; marks and lines as shares of 1.
 *
 * @param done when what counts for it was done, drill time
 */
record ClockMark(StepOutcome outcome, double mark, Optional<Duration> done, List<Line> lines) {

    static ClockMark without(StepOutcome outcome, Line line) {
        return new ClockMark(outcome, 0, Optional.empty(), List.of(line));
    }

    ClockMark times(double factor) {
        return new ClockMark(
                outcome,
                mark * factor,
                done,
                lines.stream().map(line -> line.times(factor)).toList());
    }
}
