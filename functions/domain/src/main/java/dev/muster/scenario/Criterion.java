package dev.muster.scenario;

import java.util.Locale;

/** What a message to customers shows or does not show. Source: the sixteen criteria of the field, see docs/scoring.md. */
public enum Criterion {
    ACKNOWLEDGES,
    APOLOGY,
    RESPONSIBILITY,
    EMPATHY,
    ACTION,
    CUSTOMER_IMPACT,
    REMEDY,
    NEXT_UPDATE,
    SUPPORT_ROUTE,
    PREVENTION,
    GRATITUDE,
    BLAME,
    DOWNPLAY,
    EVASION,
    SPECULATION,
    HEATED;

    /** Whether the criterion speaks for a message; the last five speak against it. */
    public boolean positive() {
        return ordinal() < BLAME.ordinal();
    }

    /** The name used in files and in the API, for example {@code next_update}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
