package dev.muster.scoring;

import dev.muster.scenario.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a step of the plan went. Times are drill time.
 *
 * @param outcome as it was found, whatever an evaluator says of the mark
 * @param mark 0 to 1; 0 where the outcome is not evaluated
 * @param points what it adds to the score
 * @param possible what it could add; 0 where the outcome is not evaluated
 * @param opened when its clock, or the first of its clocks, was opened
 * @param due until when it was on time; of several clocks, of the first
 * @param evaluator what an evaluator said last of the mark, if one did
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
        List<Line> lines,
        Optional<Judgement> evaluator) {

    public StepMark {
        lines = List.copyOf(lines);
    }

    /**
     * An evaluator's mark beside the automatic one, both 0 to 1.
     *
     * @param entry id of the log entry
     */
    public record Judgement(String by, double mark, double automatic, String reason, String entry) {}

    /** Whether it is critical, counts, and earned nothing: that caps ratings. */
    public boolean missedCritical() {
        return critical && outcome.evaluated() && mark <= 0;
    }
}
