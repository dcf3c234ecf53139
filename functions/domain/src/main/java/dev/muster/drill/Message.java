package dev.muster.drill;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.util.Optional;
import java.util.Set;

/**
 * What a responder writes inside the exercise.
 *
 * @param id unique in the drill
 * @param member id of the author
 * @param role the role in which the author writes
 * @param answers the inject that it answers, if it answers one
 * @param steps the plan's steps that the author means to do with it; empty if the author names none
 */
public record Message(
        String id,
        String member,
        String role,
        Channel channel,
        Audience audience,
        String text,
        Optional<String> answers,
        Set<String> steps) {

    public Message {
        steps = Set.copyOf(steps);
    }
}
