package dev.muster.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets a few through at once and then one in each interval; whoever comes sooner waits for their turn. */
public final class Pace {

    /** Waits; a test only counts. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final int atOnce;
    private final Duration interval;
    private final InstantSource clock;
    private final Sleep sleep;
    private Instant next = Instant.MIN;

    public Pace(int atOnce, Duration interval, InstantSource clock, Sleep sleep) {
        this.atOnce = atOnce;
        this.interval = interval;
        this.clock = clock;
        this.sleep = sleep;
    }

    /**
     * For e-mail by Amazon SNS: it delivers 10 a second for an account, and a subscription that gets more is switched off
     * until somebody confirms it again. Several instances share the quota.
     */
    public static Pace ofEmail() {
        return new Pace(5, Duration.ofMillis(250), InstantSource.system(), Thread::sleep);
    }

    /** Keeps nobody waiting, as on one machine. */
    public static Pace none() {
        return new Pace(1, Duration.ZERO, InstantSource.system(), Thread::sleep);
    }

    /** Returns when it is the caller's turn. */
    void await() {
        var wait = reserve();
        if (wait.isPositive()) {
            try {
                sleep.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting to send", e);
            }
        }
    }

    private synchronized Duration reserve() {
        var now = clock.instant();
        var mine = next.isAfter(now) ? next : now;
        next = mine.plus(interval);
        return Duration.between(now, mine).minus(interval.multipliedBy(atOnce - 1L));
    }
}
