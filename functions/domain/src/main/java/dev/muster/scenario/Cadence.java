package dev.muster.scenario;

import java.time.Duration;
import java.util.Set;

/**
 * How often the outside hears from the team: {@code every} during {@code first}, then {@code then}; all drill time,
 * counted from the moment the crisis is known.
 */
public record Cadence(Set<Audience> audiences, Duration every, Duration first, Duration then, double weight) {

    public Cadence {
        audiences = Set.copyOf(audiences);
    }

    /** The longest silence that the plan allows for a gap which begins {@code sinceKnown} after the crisis is known. */
    public Duration allowedGap(Duration sinceKnown) {
        return sinceKnown.compareTo(first) < 0 ? every : then;
    }
}
