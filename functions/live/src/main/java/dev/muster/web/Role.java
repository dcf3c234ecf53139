package dev.muster.web;

import java.util.Locale;

/** What a signed link lets somebody be. Which role may take which route stands in the route tables, nowhere else. */
public enum Role {
    TRAINER,
    LEADER,
    RESPONDER,
    /** Whoever holds a drill's join link and has not yet said who it is. */
    JOINER;

    /** The name used in tokens and in the API's description. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
