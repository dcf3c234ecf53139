package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** StartEx, in two moments: shortly before it the script's due items are written, at it the clock begins to run. */
final class StartDrill {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    StartDrill(Conducting conducting, Waker waker) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
    }

    Outcome carryOut(Drill drill, DueItem item) {
        var now = clock.instant();
        if (now.isBefore(drill.startsAt().minus(ScheduleDrill.ARM_AHEAD))) {
            return wakeAgain(drill, item, ScheduleDrill.ARM_AHEAD);
        }
        var items = script(drill);
        if (store.arm(drill, items) == Outcome.STALE) {
            return Outcome.STALE;
        }
        waker.wakeSoon(items);
        return now.isBefore(drill.startsAt()) ? wakeAgain(drill, item, Duration.ZERO) : start(drill, item);
    }

    private Outcome start(Drill drill, DueItem item) {
        var started = Entries.entry(Entries.STARTED, drill, clock.instant(), new DrillEvent.Started());
        var tell = FollowUps.tell(drill.id(), started);
        var outcome = store.start(drill, item, started, List.of(tell));
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(List.of(tell));
        }
        return outcome;
    }

    private Outcome wakeAgain(Drill drill, DueItem item, Duration ahead) {
        var at = drill.startsAt().minus(ahead);
        var later = item.wokenAt(at, drill);
        store.refile(later);
        waker.wakeSoon(List.of(later));
        return Outcome.DONE;
    }

    private List<DueItem> script(Drill drill) {
        var items = new ArrayList<DueItem>();
        for (var inject : store.scenario(drill.id()).injects()) {
            inject.release()
                    .planned()
                    .ifPresent(at -> items.add(DueItem.atDrillTime(drill, new Due.Release(inject.id()), at)));
        }
        items.add(DueItem.atDrillTime(drill, new Due.End(), drill.length()));
        return items;
    }
}
