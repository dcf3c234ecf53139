package dev.muster.local;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One message as a person would receive it.
 *
 * @param id of the publication
 * @param sentAt when the topic took it
 * @param attributes the message attributes, by name
 */
public record Mail(String id, Instant sentAt, String subject, String text, Map<String, String> attributes) {

    public Mail {
        SequencedMap<String, String> sorted = new TreeMap<>(attributes);
        attributes = java.util.Collections.unmodifiableMap(sorted);
    }

    /** The member that the message is for; empty text where it is for nobody in particular. */
    public String member() {
        return attribute("member").orElse("");
    }

    /** {@code email}, {@code sms} or {@code chat}; {@code email} where the sender did not say. */
    public String channel() {
        return attribute("channel").orElse("email");
    }

    /** A message attribute by name. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
