package dev.muster.scenario;

import java.util.Locale;

/** Who could have prevented the crisis. It decides whether claiming guilt is honest or speculation. */
public enum FaultStatus {
    VICTIM,
    ACCIDENTAL,
    PREVENTABLE,
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
