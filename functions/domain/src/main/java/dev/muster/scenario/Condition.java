package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a contingency or reactive inject is released. Evaluated in one place, {@code dev.muster.drill.Progress}. */
public sealed interface Condition {

    record StepDone(String step) implements Condition {}

    /** The deadline of the step has passed; by at least so much drill time, if said. */
    record StepOverdue(String step, Optional<Duration> by) implements Condition {}

    /** Somebody acknowledged the inject. */
    record Acknowledged(String inject) implements Condition {}

    /** Somebody sent a message that answers the inject. */
    record Answered(String inject) implements Condition {}

    /** The inject came. */
    record Released(String inject) implements Condition {}

    /** The team decided on the inject; on this option, if one is named. */
    record Decided(String inject, Optional<String> option) implements Condition {}

    /** Some of these messages shows the criterion. */
    record Shown(Criterion criterion, Messages among) implements Condition {}

    /** Some of these messages was sent, and none of them shows the criterion. Silence lacks nothing. */
    record Lacking(Criterion criterion, Messages among) implements Condition {}

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /**
     * Which of the messages that the team sent to the outside.
     *
     * @param audience only those that reach this audience, if one is named
     * @param answering only those that answer this inject, if one is named
     */
    record Messages(Optional<Audience> audience, Optional<String> answering) {

        public static final Messages ANY = new Messages(Optional.empty(), Optional.empty());

        public static Messages to(Audience audience) {
            return new Messages(Optional.of(audience), Optional.empty());
        }
    }
}
