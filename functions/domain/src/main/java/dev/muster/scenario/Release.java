package dev.muster.scenario;

import java.time.Duration;
import java.util.Optional;

/** When an inject comes. Times are drill time. */
public sealed interface Release {

    /** Always, at this time. */
    record Scripted(Duration at) implements Release {}

    /** At this time, if the condition holds then. */
    record Contingency(Duration at, Condition condition) implements Release {}

    /** Once, {@code delay} after something that the team did made the condition true. */
    record Reactive(Condition condition, Duration delay) implements Release {}

    /**
     * Ready to fire: when the trainer releases it, if ever.
     *
     * @param hint tells the trainer when
     */
    record Ready(String hint) implements Release {}

    /** The drill time that the script gives it; empty if it hangs on what people do. */
    default Optional<Duration> planned() {
        return switch (this) {
            case Scripted scripted -> Optional.of(scripted.at());
            case Contingency contingency -> Optional.of(contingency.at());
            case Reactive reactive -> Optional.empty();
            case Ready ready -> Optional.empty();
        };
    }

    /** What it hangs on, if it hangs on a condition. */
    default Optional<Condition> hangsOn() {
        return switch (this) {
            case Scripted scripted -> Optional.empty();
            case Contingency contingency -> Optional.of(contingency.condition());
            case Reactive reactive -> Optional.of(reactive.condition());
            case Ready ready -> Optional.empty();
        };
    }

    /** The name of its kind, in the API and on pages. */
    default String label() {
        return switch (this) {
            case Scripted scripted -> "scripted";
            case Contingency contingency -> "contingency";
            case Reactive reactive -> "reactive";
            case Ready ready -> "ready-to-fire";
        };
    }
}
