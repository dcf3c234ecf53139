package dev.muster.scenario;

import java.util.Locale;

/** A way on which words reach people inside an exercise. Nothing is ever sent on a real channel of this kind. */
public enum Channel {
    EMAIL,
    SMS,
    PHONE,
    CHAT,
    SOCIAL,
    WEB,
    NEWS,
    IN_PERSON;

    /** The name used in files and in the API, for example {@code in-person}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
