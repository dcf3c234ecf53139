package dev.muster.scoring;

import dev.muster.drill.DrillEvent.ObjectiveRated;
import dev.muster.drill.Occurrence;
import dev.muster.scenario.Rating;
import java.util.List;
import java.util.Optional;

/**
 * How an objective of the scenario was performed.
 *
 * @param score 0 to 100 over its evaluated steps; empty if none was
 * @param rating the evaluator's, or else the automatic one; empty if no step was evaluated and no evaluator rated it
 * @param evaluated how many of its steps count in the score
 * @param of how many steps of the plan it has
 * @param evaluator what an evaluator said last, if one did
 * @param missedCritical the critical steps that earned nothing; one is enough to cap the rating at M
 */
public record ObjectiveMark(
        String objective,
        String title,
        Optional<Double> score,
        Optional<Rating> rating,
        int evaluated,
        int of,
        List<String> missedCritical,
        Optional<Judgement> evaluator) {

    public ObjectiveMark {
        missedCritical = List.copyOf(missedCritical);
    }

    /**
     * An evaluator's rating beside the automatic one.
     *
     * @param automatic what the steps alone would earn; empty if none was evaluated
     * @param entry id of the log entry
     */
    public record Judgement(String by, Rating rating, Optional<Rating> automatic, String reason, String entry) {}

    /** The same, as the evaluator rates it. */
    ObjectiveMark judged(Occurrence<ObjectiveRated> one) {
        var said = one.event();
        var judgement = new Judgement(said.by(), said.rating(), rating, said.reason(), one.entry());
        return new ObjectiveMark(
                objective,
                title,
                score,
                Optional.of(said.rating()),
                evaluated,
                of,
                missedCritical,
                Optional.of(judgement));
    }
}
