package dev.muster.drill.conduct;

import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;

/** What became of a word that touches no clock, such as an answer or an observation. */
public sealed interface Noted {

    /** It stands in the log; a word that is repeated under its key is accepted again and stands once. */
    record Accepted(LogEntry entry) implements Noted {}

    /** Something that it names does not exist in this drill. */
    record Unknown(Refusal refusal) implements Noted {}

    /** Somebody else was first, or the drill's state does not allow it. */
    record Refused(Refusal refusal) implements Noted {}
}
