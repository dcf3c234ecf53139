package dev.muster.scenario;

import java.time.Duration;

/** When an inject comes. Times are drill time. */
public sealed interface Release {

    /** Always, at this time. */
    record Scripted(Duration at) implements Release {}

    /** At this time, if the condition holds then. */
    record Contingency(Duration at, Condition condition) implements Release {}

    /** Once, {@code delay} after something that the team did made the condition true. */
    record Reactive(Condition condition, Duration delay) implements Release {}
}
