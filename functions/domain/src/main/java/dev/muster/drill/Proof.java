package dev.muster.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What shows that a step was done.
 *
 * @param at drill time
 * @param role the role in which it was done; a deputy acts in the role that the deputy stands in for
 * @param words what was written to show it
 * @param message the message, if it is one
 * @param entries ids of the log entries
 */
public record Proof(
        Duration at, String member, String role, String words, Optional<SentMessage> message, List<String> entries) {

    public Proof {
        entries = List.copyOf(entries);
    }

    static Proof of(SentMessage sent) {
        var message = sent.message();
        return new Proof(
                sent.at(), message.member(), message.role(), message.text(), Optional.of(sent), sent.entries());
    }

    static Proof of(Occurrence<? extends DrillEvent.Response> one, String words) {
        return new Proof(
                one.at(), one.event().member(), one.event().role(), words, Optional.empty(), List.of(one.entry()));
    }
}
