package dev.muster.drill.respond;

import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;

/** What became of a response. */
public sealed interface Recorded {

    /**
     * It stands in the log; a response that is repeated under its key is accepted again and stands once.
     *
     * @param counted whether it came before the end; later ones are kept and not counted
     */
    record Accepted(LogEntry entry, boolean counted) implements Recorded {}

    /** It is not recorded, and why. */
    record Refused(Because because, Refusal why) implements Recorded {}

    enum Because {
        /** Something that it names does not exist for this responder. */
        UNKNOWN,
        /** The role may not do this. */
        FORBIDDEN,
        /** Somebody else was first, or the drill does not run. */
        TOO_LATE_OR_EARLY,
        /** What it says is empty, too long or contradicts itself. */
        INVALID
    }
}
