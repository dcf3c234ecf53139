package dev.muster.drill.respond;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.util.Optional;
import java.util.Set;

/** What a responder wants to do. */
public sealed interface Intent {

    /** 'I have seen it.' */
    record Acknowledge(String inject) implements Intent {}

    /**
     * Says something inside the exercise.
     *
     * @param sendAnyway goes out even though the plan demands an approval
     */
    record Write(
            Channel channel,
            Audience audience,
            String text,
            Optional<String> answers,
            Set<String> steps,
            boolean sendAnyway)
            implements Intent {
        public Write {
            steps = Set.copyOf(steps);
        }
    }

    /** Lets a draft go out. */
    record Approve(String message) implements Intent {}

    record Refuse(String message, String reason) implements Intent {}

    /** Reports a step of the plan done. */
    record Report(String step, String evidence) implements Intent {}

    record Decide(String inject, String option, String reason) implements Intent {}

    /** @param inject what came in and is passed on with the work */
    record Assign(String what, String to, Optional<String> step, Optional<String> inject) implements Intent {}

    /** Asks the controller. */
    record Ask(String text, Optional<String> inject) implements Intent {}

    /** 'I am with a real customer': somebody else must see to the inject. */
    record HandOver(String inject) implements Intent {}

    record Note(String text) implements Intent {}
}
