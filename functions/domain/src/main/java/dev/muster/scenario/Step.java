package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One action that the plan demands.
 *
 * @param source ids of the practices that the step covers
 * @param standsFor ids of steps of the default plan in whose place it comes when a scenario of the library is played
 * @param owner id of the role that must do it; a deputy counts as the owner
 * @param deadline drill time after the step's clock opened until which the step is on time
 * @param zero drill time after the step's clock opened from which a late step earns nothing; the mark falls linearly
 *     from the deadline to here
 * @param each whether the step is marked once for each released inject that expects it
 * @param criteria what its message must show
 * @param without what its message must not show
 * @param weight its share in the score, relative to the other steps
 */
public record Step(
        String id,
        String title,
        Phase phase,
        List<String> source,
        List<String> standsFor,
        Mode mode,
        String owner,
        Starts starts,
        Duration deadline,
        Duration zero,
        boolean each,
        Evidence evidence,
        Set<Criterion> criteria,
        Set<Criterion> without,
        double weight,
        boolean critical,
        String checklist) {

    /** How the step can be seen at all. */
    public enum Mode {
        OBSERVED,
        TIME_JUMP,
        CHECKED
    }

    /** What opens the step's clock. */
    public enum Starts {
        /** The release of an inject that expects the step. */
        EXPECTED,
        /** The start of the drill. */
        STARTEX
    }

    public Step {
        source = List.copyOf(source);
        standsFor = List.copyOf(standsFor);
        criteria = Set.copyOf(criteria);
        without = Set.copyOf(without);
    }

    /** Whether the drill's score counts the step, rather than a look into records. */
    public boolean scored() {
        return mode != Mode.CHECKED;
    }
}
