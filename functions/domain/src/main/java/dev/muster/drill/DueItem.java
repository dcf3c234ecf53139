package dev.muster.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that falls due in a drill. It leaves the due index only when its effect is in the log.
 *
 * @param drillTime the drill time at which it is due; empty if it is bound to wall time
 * @param wakeAt its entry in the due index, wall time; empty while it is parked because the drill is suspended
 * @param epoch the drill's epoch under which {@code wakeAt} was computed
 */
public record DueItem(String drill, Due due, Optional<Duration> drillTime, Optional<Instant> wakeAt, long epoch) {

    /** Something bound to the drill's clock. */
    public static DueItem atDrillTime(Drill drill, Due due, Duration drillTime) {
        return new DueItem(
                drill.id(),
                due,
                Optional.of(drillTime),
                Optional.of(drill.clock().wallTimeOf(drillTime)),
                drill.epoch());
    }

    /** Something bound to wall time. */
    public static DueItem atWallTime(String drill, Due due, Instant wakeAt) {
        return new DueItem(drill, due, Optional.empty(), Optional.of(wakeAt), 0);
    }

    /** The same thing, to be woken at another moment; {@code seen} is the drill as whoever asks for it saw it. */
    public DueItem wokenAt(Instant at, Drill seen) {
        return new DueItem(drill, due, drillTime, Optional.of(at), drillTime.isPresent() ? seen.epoch() : epoch);
    }

    public String key() {
        return due.key();
    }
}
