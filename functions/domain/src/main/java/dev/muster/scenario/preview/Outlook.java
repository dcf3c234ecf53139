package dev.muster.scenario.preview;

/**
 * What becomes of a condition at some drill time.
 *
 * @param because why it can only go one way; empty if it can go both, or if it contradicts itself
 */
public record Outlook(Kind kind, String because) {

    public enum Kind {
        /** It depends on the team. */
        OPEN,
        /** Whatever the team does, it cannot hold. */
        NEVER,
        /** Whatever the team does, it holds. */
        ALWAYS
    }
}
