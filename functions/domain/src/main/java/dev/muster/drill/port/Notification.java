package dev.muster.drill.port;

import dev.muster.scenario.Channel;
import java.util.Optional;

/**
 * A message to one person, before it is marked EXERCISE.
 *
 * @param recipient id of a member, or {@link #TRAINER}
 * @param channel how it reaches the person
 */
public record Notification(
        String drill,
        String recipient,
        Kind kind,
        Optional<String> inject,
        Channel channel,
        String subject,
        String text,
        Optional<String> link) {

    /** The recipient who stands for whoever conducts the drill. */
    public static final String TRAINER = "trainer";

    public enum Kind {
        INJECT,
        REMINDER,
        ANNOUNCEMENT,
        TRAINER
    }
}
