package dev.muster.scoring;

import dev.muster.scenario.Criterion;
import dev.muster.scenario.Rating;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of one drill.
 *
 * @param scorer version of the formula
 * @param plan id of the plan that it is scored against
 * @param defaultPlan whether that is Muster's default plan: it says how a team does by common practice, not how it does by
 *     the organisation's own plan
 * @param revision how many distinct entries the log had: of two scorecards of a drill the one of the longer log counts
 * @param score 0 to 100; 0 if nothing was evaluated
 * @param rating empty if nothing was evaluated
 * @param missedCritical the critical steps that earned nothing; one is enough to cap the rating at M
 * @param unrated ids of the sent messages that are not read for all that the plan asks
 * @param overruled what evaluators ruled on criteria of messages, the latest on each
 * @param raters names and versions of what read the messages
 */
public record Scorecard(
        String scorer,
        String plan,
        int planVersion,
        String planTitle,
        boolean defaultPlan,
        String scenario,
        int scenarioVersion,
        int revision,
        Status status,
        double score,
        Optional<Rating> rating,
        List<String> missedCritical,
        List<ObjectiveMark> objectives,
        List<StepMark> steps,
        Optional<CadenceMark> cadence,
        Times times,
        Counts counts,
        Coverage coverage,
        List<String> unrated,
        List<String> raters,
        List<OverruledCriterion> overruled) {

    public Scorecard {
        missedCritical = List.copyOf(missedCritical);
        objectives = List.copyOf(objectives);
        steps = List.copyOf(steps);
        unrated = List.copyOf(unrated);
        raters = List.copyOf(raters);
        overruled = List.copyOf(overruled);
    }

    /**
     * An evaluator's word on a criterion of a message beside the rater's.
     *
     * @param automatic what the rater found; empty if it did not judge the criterion
     * @param entry id of the log entry
     */
    public record OverruledCriterion(
            String message,
            Criterion criterion,
            boolean present,
            Optional<Boolean> automatic,
            String by,
            String reason,
            String entry) {}

    /** How final it is. */
    public enum Status {
        /** The drill goes on. */
        LIVE,
        /** The drill is over; messages are not rated yet, or no evaluator released the scorecard. */
        PROVISIONAL,
        /** An evaluator stands behind it: leaders see it. */
        RELEASED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How fast the team was, in drill time since the crisis is known; empty is a miss.
     *
     * @param firstCustomerMessage the first message to customers or to the affected ones that went out
     */
    public record Times(Optional<Duration> firstAcknowledgement, Optional<Duration> firstCustomerMessage) {}

    /**
     * What happened in the drill.
     *
     * @param acknowledged released injects that somebody acknowledged
     * @param responses what responders did and counts
     * @param afterEnd what responders did after the end, kept and not counted
     * @param unapproved messages that went out without the approval that the plan demands
     */
    public record Counts(int released, int acknowledged, int responses, int afterEnd, int sent, int unapproved) {}

    /**
     * How much of the plan was rehearsed.
     *
     * @param steps steps of the plan that a drill can show
     * @param exercised those that this drill gave a reason to do
     * @param evaluated those that count in the score
     * @param practices ids of the practices of the exercised steps
     * @param shown ids of the practices of the steps that earned something
     */
    public record Coverage(int steps, int exercised, int evaluated, List<String> practices, List<String> shown) {
        public Coverage {
            practices = List.copyOf(practices);
            shown = List.copyOf(shown);
        }
    }

    /** What a reader must know of the plan, if it is not the organisation's own. */
    public Optional<String> planNote() {
        return defaultPlan
                ? Optional.of("On Muster's default plan, which is not the organisation's own.")
                : Optional.empty();
    }

    /** Every reason of the score; what they won adds up to it. */
    public Stream<Line> lines() {
        return Stream.concat(
                steps.stream().flatMap(step -> step.lines().stream()),
                cadence.stream().flatMap(mark -> mark.lines().stream()));
    }

    public Optional<StepMark> step(String id) {
        return steps.stream().filter(step -> step.step().equals(id)).findFirst();
    }

    public Optional<ObjectiveMark> objective(String id) {
        return objectives.stream().filter(mark -> mark.objective().equals(id)).findFirst();
    }
}
