package dev.muster.drill;

import java.util.Locale;

/** Where a drill is in its life. */
public enum DrillState {
    /** Waits for its start. */
    SCHEDULED,
    RUNNING,
    /** Suspended by a trainer, by an outage or by the hold; resumes where it stood. */
    PAUSED,
    /** Suspended because somebody called a real emergency. */
    EMERGENCY,
    /** Over: from now on everything is real. */
    ENDED,
    /** Over, and a scorecard stands. */
    SCORED,
    /** Called off before its start. */
    CANCELLED;

    public boolean over() {
        return this == ENDED || this == SCORED || this == CANCELLED;
    }

    public boolean suspended() {
        return this == PAUSED || this == EMERGENCY;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
