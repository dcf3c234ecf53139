package dev.muster.scenario.preview;

/**
 * Whether a simple condition may hold, and may fail, at some drill time, whatever the team does.
 *
 * @param because why only one of the two is possible; empty if both are
 */
record Possible(boolean holds, boolean fails, String because) {

    static final Possible BOTH = new Possible(true, true, "");

    static Possible onlyFails(String because) {
        return new Possible(false, true, because);
    }

    static Possible onlyHolds(String because) {
        return new Possible(true, false, because);
    }

    boolean allows(boolean truth) {
        return truth ? holds : fails;
    }
}
