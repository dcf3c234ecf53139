package dev.muster.drill.conduct;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.DrillStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
        return callOff(id, by, () -> reason).orElseGet(() -> end(id, by, reason));
    }

    private Commanded end(String id, String by, String reason) {
        var event = new DrillEvent.Ended(by, DrillEvent.Ended.Reason.STOPPED, reason);
        var ended = now(Entries.ENDED, id, event);
        return interrupt(id, DrillState.ENDED, ended, FollowUps.afterTheEnd(id, ended));
    }

    /**
     * Suspends the drill at once for everybody; calls off one that has not started, as there is nothing to go on with.
     *
     * @param by a member's or an account's id
     * @param key the sender's key; the same call sent again carries the same key
     */
    public Commanded realEmergency(String id, String by, String words, String key) {
        return callOff(id, by, () -> "A real emergency was called (%s). Real contact: %s"
                        .formatted(words, store.plan(id).realContact()))
                .orElseGet(() -> suspend(id, by, words, key));
    }

    private Commanded suspend(String id, String by, String words, String key) {
        var called = now(Entries.emergency(by, key), id, new DrillEvent.EmergencyCalled(by, words));
        var undecided = DueItem.atWallTime(
                id, new Due.Undecided(called.id()), called.at().plus(UNDECIDED_ENDS_AFTER));
        var dues = List.of(FollowUps.refile(id, called), FollowUps.tell(id, called), undecided);
        return interrupt(id, DrillState.EMERGENCY, called, dues);
    }

    /** Empty if the drill has started, be it just now. */
    private Optional<Commanded> callOff(String id, String by, Supplier<String> reason) {
        if (store.drill(id).orElseThrow().state() != DrillState.SCHEDULED) {
            return Optional.empty();
        }
        var cancelled = now(Entries.CANCELLED, id, new DrillEvent.Cancelled(by, reason.get()));
        return Optional.of(interrupt(id, DrillState.CANCELLED, cancelled, FollowUps.refileAndTell(id, cancelled)))
                .filter(outcome -> !(outcome instanceof Commanded.Refused));
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
            case STALE -> new Commanded.Refused(new Refusal("nothing-to-stop", List.of()));
        };
    }

    private LogEntry now(String entry, String drill, DrillEvent event) {
        return Entries.entry(entry, store.drill(drill).orElseThrow(), clock.instant(), event);
    }
}
