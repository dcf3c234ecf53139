package dev.muster.scenario;

import java.util.List;
import java.util.Optional;

/** When a contingency or reactive inject is released. Evaluated in one place, {@code dev.muster.drill.Progress}. */
public sealed interface Condition {

    record StepDone(String step) implements Condition {}

    record StepOverdue(String step) implements Condition {}

    /** Somebody acknowledged the inject. */
    record Acknowledged(String inject) implements Condition {}

    /** The team decided on the inject; on this option, if one is named. */
    record Decided(String inject, Optional<String> option) implements Condition {}

    /** Some sent message shows the criterion; to this audience, if one is named. */
    record Shown(Criterion criterion, Optional<Audience> audience) implements Condition {}

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
}
