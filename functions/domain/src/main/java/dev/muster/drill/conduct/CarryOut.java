package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Wake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Carries out one thing that may be due in a drill. It looks at the drill as it is now: what is not due yet is filed again,
 * what meets a suspended drill is parked, what comes after the end is closed; nothing is dropped.
 */
public final class CarryOut {

    private static final int LOOKS = 10;
    private static final Duration RETRY_START_UNDER_HOLD = Duration.ofMinutes(1);

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;
    private final StartDrill start;
    private final ReleaseInject release;
    private final PublishInject publish;
    private final RemindResponders remind;
    private final React react;
    private final EndDrill end;
    private final RefileDue refile;
    private final SuspendDrill suspend;
    private final Announce announce;

    public CarryOut(Conducting c) {
        this.store = c.store();
        this.clock = c.clock();
        this.waker = new Waker(c.queue(), c.clock());
        this.start = new StartDrill(c, waker);
        this.publish = new PublishInject(c);
        this.release = new ReleaseInject(c, waker, publish);
        this.remind = new RemindResponders(c);
        this.react = new React(c, waker);
        this.end = new EndDrill(c, waker);
        this.refile = new RefileDue(c, waker);
        this.suspend = new SuspendDrill(c, waker);
        this.announce = new Announce(c);
    }

    /**
     * Carries out the due item with this key, if it is still there and its time has come.
     *
     * @throws IllegalStateException if others changed the drill so often meanwhile that it must be tried again later
     */
    public void carryOut(String drill, String key) {
        for (var look = 0; look < LOOKS; look++) {
            var wake = store.wake(drill, key);
            if (wake.flatMap(Wake::item).isEmpty() || settled(wake.get())) {
                return;
            }
        }
        throw new IllegalStateException("%s of %s met a change each time it looked".formatted(key, drill));
    }

    /** What is in the log already must not stay in the index, whoever logged it. */
    private boolean settled(Wake wake) {
        var item = wake.item().orElseThrow();
        var outcome = attempt(wake, item);
        if (outcome == Outcome.ALREADY) {
            store.drop(item);
        }
        return outcome != Outcome.STALE;
    }

    private Outcome attempt(Wake wake, DueItem item) {
        return switch (item.due()) {
            case Due.ByTheClock due -> byTheClock(wake, item, due);
            case Due.AtOnce due -> atOnce(wake, item, due);
            case Due.Behind due -> throw new IllegalArgumentException("not for this worker: " + due.key());
        };
    }

    private Outcome atOnce(Wake wake, DueItem item, Due.AtOnce what) {
        var drill = wake.drill();
        return switch (what) {
            case Due.Publish ignored -> publish.carryOut(wake, item);
            case Due.React due -> react.carryOut(drill, item, due);
            case Due.Refile ignored -> refile.carryOut(drill, item);
            case Due.Undecided due -> end.endIfUndecided(drill, item, due);
            case Due.Tell due -> announce.carryOut(drill, item, due);
        };
    }

    private Outcome byTheClock(Wake wake, DueItem item, Due.ByTheClock what) {
        var drill = wake.drill();
        if (drill.state().over()) {
            return refile.close(drill, item);
        }
        if (wake.hold().isPresent()) {
            return underHold(wake, item);
        }
        if (drill.state() == DrillState.SCHEDULED) {
            return beforeTheStart(wake, item);
        }
        if (drill.state().suspended()) {
            return store.park(item, drill.epoch());
        }
        return whileRunning(drill, item, what);
    }

    private Outcome underHold(Wake wake, DueItem item) {
        var drill = wake.drill();
        if (drill.running()) {
            return thenLookAgain(suspend.forHold(drill, wake.hold().orElseThrow()));
        }
        if (drill.state() == DrillState.SCHEDULED) {
            // The tick wakes it; a wake-up sent from here would beget another each time, as long as the hold lasts.
            store.refile(item.wokenAt(clock.instant().plus(RETRY_START_UNDER_HOLD), drill));
            return Outcome.DONE;
        }
        return store.park(item, drill.epoch());
    }

    private Outcome beforeTheStart(Wake wake, DueItem item) {
        if (item.due() instanceof Due.Start) {
            return start.carryOut(wake.drill(), item);
        }
        // The script was armed but the drill has not started: whoever comes first starts it.
        if (clock.instant().isBefore(wake.drill().startsAt())) {
            return fileAgain(wake.drill(), item, wakeAt(wake.drill(), item));
        }
        carryOut(wake.drill().id(), new Due.Start().key());
        return Outcome.STALE;
    }

    private Outcome whileRunning(Drill drill, DueItem item, Due.ByTheClock what) {
        var at = wakeAt(drill, item);
        var now = clock.instant();
        if (now.isBefore(at)) {
            return fileAgain(drill, item, at);
        }
        var outage = suspend.afterOutage(drill);
        if (outage.isPresent()) {
            return thenLookAgain(outage.get());
        }
        return switch (what) {
            case Due.Release due -> release.carryOut(drill, item, due);
            case Due.Remind due -> remind.carryOut(drill, item, due);
            case Due.Ask due -> react.carryOut(drill, item, due);
            case Due.End ignored -> afterTheLastInject(drill, item);
            case Due.Start ignored -> done(item);
        };
    }

    /** An inject that is due before the end comes before it, though its wake-up was late or it waits for a rating. */
    private Outcome afterTheLastInject(Drill drill, DueItem item) {
        var before = dueBeforeTheEnd(drill);
        if (before.isEmpty()) {
            return end.endInTime(drill, item);
        }
        before.forEach(earlier -> carryOut(drill.id(), earlier.key()));
        return dueBeforeTheEnd(drill).isEmpty()
                ? Outcome.STALE
                : fileAgain(drill, item, clock.instant().plus(Patience.PAUSE));
    }

    /** Injects, and deadlines that may set one off. */
    private List<DueItem> dueBeforeTheEnd(Drill drill) {
        return store.pending(drill.id()).stream()
                .filter(item -> item.due() instanceof Due.Release || item.due() instanceof Due.Ask)
                .filter(item -> item.drillTime().orElseThrow().compareTo(drill.length()) <= 0)
                .sorted(Comparator.comparing(item -> item.drillTime().orElseThrow()))
                .toList();
    }

    private Outcome done(DueItem item) {
        store.drop(item);
        return Outcome.DONE;
    }

    private static Outcome thenLookAgain(Outcome ignored) {
        return Outcome.STALE;
    }

    private Instant wakeAt(Drill drill, DueItem item) {
        return drill.clock().wallTimeOf(item.drillTime().orElseThrow());
    }

    private Outcome fileAgain(Drill drill, DueItem item, Instant at) {
        var anew = item.wokenAt(at, drill);
        var outcome = store.refile(anew);
        waker.wakeSoon(List.of(anew));
        return outcome == Outcome.STALE ? Outcome.DONE : outcome;
    }
}
