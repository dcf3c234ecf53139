package dev.muster.scenario;

import java.util.Locale;

/** The phases of a plan, in their order. */
public enum Phase {
    PREPAREDNESS,
    DETECTION,
    PLANNING,
    COMMUNICATION,
    RESOLUTION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
