package dev.muster.composer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. */
public final class MovingClock extends Clock {

    private volatile Instant now;
    private Instant latest = Instant.MIN;

    public MovingClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Moves on to this moment; a moment that has passed changes nothing. */
    public void moveTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    /** What a machine whose clock is behind would read. */
    public void setBack(Instant instant) {
        latest = latest();
        now = instant;
    }

    /** What a machine whose clock is right reads. */
    public Instant latest() {
        return now.isAfter(latest) ? now : latest;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }
}
