package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.Refusal;

/** What became of a trainer's command. */
public sealed interface Commanded {

    /** It is done; a command that is repeated under its key is accepted again and done once. */
    record Accepted(Drill drill) implements Commanded {}

    /** The drill is no longer as the sender saw it; nothing happened. */
    record Outdated(Drill drill) implements Commanded {}

    /** The drill's state does not allow it. */
    record Refused(Refusal refusal) implements Commanded {}
}
