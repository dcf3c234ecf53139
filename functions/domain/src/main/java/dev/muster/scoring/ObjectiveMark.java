package dev.muster.scoring;

import java.util.List;
import java.util.Optional;

/**
 * How an objective of the scenario was performed.
 *
 * @param score 0 to 100 over its evaluated steps; empty if none was
 * @param rating empty if no step was evaluated
 * @param evaluated how many of its steps count in the score
 * @param of how many steps of the plan it has
 * @param missedCritical the critical steps that earned nothing; one is enough to cap the rating at M
 */
public record ObjectiveMark(
        String objective,
        String title,
        Optional<Double> score,
        Optional<Rating> rating,
        int evaluated,
        int of,
        List<String> missedCritical) {

    public ObjectiveMark {
        missedCritical = List.copyOf(missedCritical);
    }
}
