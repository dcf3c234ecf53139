package dev.muster.scenario;

import java.util.Set;

/** What proves a step. */
public sealed interface Evidence {

    /**
     * A message to one of the audiences.
     *
     * @param channels the channels demanded; empty means any
     * @param all whether each of the channels is demanded, rather than one of them
     */
    record Message(Set<Audience> audiences, Set<Channel> channels, boolean all) implements Evidence {
        public Message {
            audiences = Set.copyOf(audiences);
            channels = Set.copyOf(channels);
        }
    }

    /** A message that answers the inject which expects the step. */
    record Answer() implements Evidence {}

    /** The step is reported done, with words that show it. */
    record Action() implements Evidence {}

    /** A decision on the inject which expects the step. */
    record Decision() implements Evidence {}

    /** The share of the messages to these audiences that are free of what the step forbids. */
    record Absence(Set<Audience> audiences) implements Evidence {
        public Absence {
            audiences = Set.copyOf(audiences);
        }
    }

    /** Found in records outside the drill; such a step is kept apart from the drill's score. */
    record Records() implements Evidence {}
}
