package dev.muster.cli;

/** Whether a person watches standard output; the launcher knows, Java only from release 22 on. */
final class Terminal {

    private Terminal() {}

    static boolean present() {
        return Boolean.getBoolean("muster.terminal");
    }
}
