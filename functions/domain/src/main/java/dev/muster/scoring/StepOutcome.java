package dev.muster.scoring;

import java.util.Locale;

/** What became of a step. */
public enum StepOutcome {
    /** Done until the deadline. */
    ON_TIME,
    /** Done after the deadline; worth nothing from the plan's zero on. */
    LATE,
    /** Asked for each of several injects, done for some. */
    PARTLY,
    /** Reported done with nothing to show it. */
    CLAIMED,
    /** Due and not done. */
    MISSED,
    /** Asked for, but the drill ended before the deadline, or has not come to it. */
    NOT_EVALUATED,
    /** Nothing in the drill asked for it. */
    NOT_EXERCISED,
    /** Found in records and not in drills. */
    CHECKED;

    /** Whether the step counts in the score. */
    public boolean evaluated() {
        return compareTo(NOT_EVALUATED) < 0;
    }

    /** Whether the drill gave the team a reason to do the step. */
    public boolean exercised() {
        return compareTo(NOT_EXERCISED) < 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
