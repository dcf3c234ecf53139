package dev.muster.cli;

/** Whether a person watches standard output; the launcher knows, Java only from release 22 on. */
final class Terminal {

    private Terminal() {}

    static boolean present() {
        return Boolean.getBoolean("muster.terminal");
    }

    /** How many characters a line has room for: 80 where nobody says, and never fewer than 40. */
    static int columns() {
        return Math.max(40, Integer.getInteger("muster.columns", 80));
    }
}
