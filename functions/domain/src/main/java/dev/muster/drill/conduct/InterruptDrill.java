package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stop and real emergency: whatever the sender saw, they win, unless the drill is over. */
public final class InterruptDrill {

    /** How long a real emergency waits for a trainer to end or resume the drill before it ends it; wall time. */
    static final Duration UNDECIDED_ENDS_AFTER = Duration.ofMinutes(5);

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    public InterruptDrill(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.waker = waker;
        this.clock = clock;
    }

    /** Ends a drill now; calls off one that has not started. */
    public Commanded stop(String id, String by, String reason) {
        var drill = store.drill(id).orElseThrow();
        var now = clock.instant();
        if (drill.state() == DrillState.SCHEDULED) {
            var cancelled = entry(Entries.CANCELLED, drill, now, new DrillEvent.Cancelled(by, reason));
            var outcome = interrupt(id, DrillState.CANCELLED, cancelled, followUps(id, cancelled));
            // It may have started just now; then it is ended.
            return outcome instanceof Commanded.Refused ? end(drill, by, now) : outcome;
        }
        return end(drill, by, now);
    }

    private Commanded end(Drill drill, String by, Instant now) {
        var event = new DrillEvent.Ended(by, DrillEvent.Ended.Reason.STOPPED);
        var ended = entry(Entries.ENDED, drill, now, event);
        return interrupt(drill.id(), DrillState.ENDED, ended, EndDrill.afterTheEnd(drill.id(), now));
    }

    /**
     * Suspends the drill at once for everybody.
     *
     * @param by a member's or an account's id
     * @param key the sender's key; the same call sent again carries the same key
     */
    public Commanded realEmergency(String id, String by, String words, String key) {
        var drill = store.drill(id).orElseThrow();
        var now = clock.instant();
        var event = new DrillEvent.EmergencyCalled(by, words);
        var called = entry(Entries.response(by, key), drill, now, event);
        var undecided =
                DueItem.atWallTime(id, new Due.Undecided(called.id()), now.plus(UNDECIDED_ENDS_AFTER));
        var follow = followUps(id, called);
        return interrupt(id, DrillState.EMERGENCY, called, List.of(follow.get(0), follow.get(1), undecided));
    }

    private static List<DueItem> followUps(String drill, LogEntry entry) {
        return List.of(
                DueItem.atWallTime(drill, new Due.Refile(entry.id()), entry.at()),
                DueItem.atWallTime(drill, new Due.Tell(entry.id()), entry.at()));
    }

    private Commanded interrupt(String id, DrillState to, LogEntry entry, List<DueItem> dues) {
        var outcome = store.interrupt(id, to, entry.at(), entry, dues);
        var drill = store.drill(id).orElseThrow();
        return switch (outcome) {
            case DONE -> {
                waker.wakeSoon(dues);
                yield new Commanded.Accepted(drill);
            }
            case ALREADY -> new Commanded.Accepted(drill);
            case STALE -> new Commanded.Refused(
                    "The drill is " + drill.state().label() + "; there is nothing to stop any more.");
        };
    }

    private static LogEntry entry(String id, Drill drill, Instant now, DrillEvent event) {
        return Entries.entry(id, drill, now, event);
    }
}
