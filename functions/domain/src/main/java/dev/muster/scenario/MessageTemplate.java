package dev.muster.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A prepared message of the plan, which responders start from.
 *
 * @param steps ids of the plan's steps that it is for
 */
public record MessageTemplate(
        String id,
        String title,
        Optional<Channel> channel,
        Optional<Audience> audience,
        List<String> steps,
        String text) {

    public MessageTemplate {
        steps = List.copyOf(steps);
    }
}
