package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a recorded team answers in a scenario: the input of an unattended drill. */
public record Responses(String id, String scenario, String title, List<Answer> answers) {

    public Responses {
        answers = List.copyOf(answers);
    }

    /**
     * One thing that the recorded team does.
     *
     * @param ref the name by which other answers refer to this one, if any do
     */
    public record Answer(String role, When when, Optional<String> ref, Doing doing) {}

    /** When it is done, in drill time. */
    public sealed interface When {

        /** At this time. */
        record At(Duration at) implements When {}

        /** This long after the release of the inject; never, if the inject is not released. */
        record After(String inject, Duration delay) implements When {}
    }

    /** What is done. */
    public sealed interface Doing {

        /** Acknowledges the inject that the answer comes after. */
        record Acknowledge() implements Doing {}

        record Message(
                Channel channel,
                Audience audience,
                String text,
                Optional<String> answers,
                Set<String> steps,
                boolean sendAnyway)
                implements Doing {
            public Message {
                steps = Set.copyOf(steps);
            }
        }

        /** @param message the ref of the answer that drafted the message */
        record Approve(String message) implements Doing {}

        /** @param message the ref of the answer that drafted the message */
        record Refuse(String message, String reason) implements Doing {}

        record Action(String step, String evidence) implements Doing {}

        record Decision(String inject, String option, String reason) implements Doing {}

        record Assign(String what, String to, Optional<String> step) implements Doing {}

        record Note(String text) implements Doing {}
    }
}
