package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.Entries;
import dev.muster.drill.Hold;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Pauses a drill that nobody commanded to pause: because its machinery was away, or because a hold is set. */
final class SuspendDrill {

    /** Who paused a drill whose injects nobody was there to release. */
    static final String OUTAGE = "outage";

    /** Who paused a drill that a hold suspends. */
    static final String HOLD = "hold";

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    SuspendDrill(Conducting conducting, Waker waker) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
    }

    /**
     * Pauses the drill as of the earliest inject that is later than tolerated, so that nothing is lost and no stale burst
     * goes out. Empty if no inject is.
     */
    Optional<Outcome> afterOutage(Drill drill) {
        var now = clock.instant();
        return store.pending(drill.id()).stream()
                .filter(item -> item.due() instanceof Due.Release)
                .map(item -> item.drillTime().orElseThrow())
                .filter(due -> Tolerance.exceeded(drill, due, now))
                .min(Duration::compareTo)
                .map(due -> pauseAsOf(drill, due, now));
    }

    Outcome forHold(Drill drill, Hold hold) {
        var since = hold.since().isBefore(drill.clock().anchorWall())
                ? drill.clock().anchorWall()
                : hold.since();
        return pause(drill, drill.clock().stopped(since), clock.instant(), HOLD, hold.reason());
    }

    private Outcome pauseAsOf(Drill drill, Duration due, Instant now) {
        var late = Duration.between(drill.clock().wallTimeOf(due), now).toSeconds();
        var reason = ("An inject was found %d s late: Muster was away, or a hold kept the drill from starting. "
                        + "Nothing is lost; resume when the team is ready.")
                .formatted(late);
        return pause(drill, drill.clock().stoppedAtDrillTime(due), now, OUTAGE, reason);
    }

    private Outcome pause(Drill drill, DrillClock stopped, Instant now, String by, String reason) {
        var paused = drill.with(DrillState.PAUSED, stopped);
        var id = Entries.command("%s-%d".formatted(by, paused.epoch()));
        var at = drill.notBefore(now);
        var entry = new LogEntry(id, at, stopped.drillTimeAt(at), new DrillEvent.Paused(by, reason));
        var dues = FollowUps.refileAndTell(drill.id(), entry);
        var outcome = store.command(drill, paused, entry, Optional.empty(), dues);
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(dues);
        }
        return outcome;
    }
}
