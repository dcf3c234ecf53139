package dev.muster.scoring;

import dev.muster.scenario.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a step of the plan went. Times are drill time.
 *
 * @param mark 0 to 1; 0 where the outcome is not evaluated
 * @param points what it adds to the score
 * @param possible what it could add; 0 where the outcome is not evaluated
 * @param opened when its clock, or the first of its clocks, was opened
 * @param due until when it was on time; of several clocks, of the first
 * @param done when what counts for it was done; of several clocks, of the last, if all are done
 */
public record StepMark(
        String step,
        String title,
        Phase phase,
        String owner,
        double weight,
        boolean critical,
        StepOutcome outcome,
        double mark,
        double points,
        double possible,
        Optional<Duration> opened,
        Optional<Duration> due,
        Optional<Duration> done,
        List<Line> lines) {

    public StepMark {
        lines = List.copyOf(lines);
    }

    /** Whether it is critical, counts, and earned nothing: that caps ratings. */
    public boolean missedCritical() {
        return critical && outcome.evaluated() && mark <= 0;
    }
}
