package dev.muster.scenario;

import java.util.Locale;

/** Whom a message addresses. */
public enum Audience {
    CUSTOMERS,
    AFFECTED_CUSTOMERS,
    PUBLIC,
    MEDIA,
    AUTHORITIES,
    STAFF,
    PARTNERS,
    TEAM;

    /** Whether the message leaves the organisation. Only such messages are rated and bound to one voice. */
    public boolean external() {
        return this != STAFF && this != TEAM;
    }

    /**
     * Whether a message to this audience reaches {@code other} too: a message to all customers reaches the affected
     * ones, one to the public reaches nobody in particular and therefore only the public.
     */
    public boolean reaches(Audience other) {
        return this == other || (this == CUSTOMERS && other == AFFECTED_CUSTOMERS);
    }

    /** The name used in files and in the API, for example {@code affected-customers}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
