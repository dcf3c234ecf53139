package dev.muster.drill.port;

/** What became of an atomic change. */
public enum Outcome {
    /** It happened, all of it. */
    DONE,
    /** Its effect was in the log before; nothing happened now. */
    ALREADY,
    /** What its sender saw is no longer so; nothing happened. Look again. */
    STALE
}
