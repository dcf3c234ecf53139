package dev.muster.cloud;

import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Waits a random time up to a limit that doubles with each attempt, so that those who collided spread. */
record FullJitter(Duration base, Duration most, RandomGenerator random) implements BackoffStrategy {

    @Override
    public Duration computeDelay(int attempt) {
        var doublings = Math.min(attempt - 1, 16);
        var limit = Math.min(base.toMillis() << doublings, most.toMillis());
        return Duration.ofMillis(random.nextLong(limit + 1));
    }
}
