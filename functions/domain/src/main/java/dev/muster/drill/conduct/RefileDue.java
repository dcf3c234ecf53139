package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** After a clock command: indexes anew what is bound to the clock, parks it while suspended, closes it after the end. */
final class RefileDue {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    RefileDue(Conducting conducting, Waker waker) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
    }

    Outcome carryOut(Drill drill, DueItem item) {
        var anew = new ArrayList<DueItem>();
        for (var pending : store.pending(drill.id())) {
            if (pending.due() instanceof Due.ByTheClock) {
                settle(drill, pending, anew);
            }
        }
        waker.wakeSoon(anew);
        store.drop(item);
        return Outcome.DONE;
    }

    private void settle(Drill drill, DueItem pending, List<DueItem> anew) {
        if (drill.state().over()) {
            close(drill, pending);
        } else if (drill.state().suspended()) {
            store.park(pending, drill.epoch());
        } else if (drill.state() == DrillState.RUNNING) {
            var item = DueItem.atDrillTime(
                    drill, pending.due(), pending.drillTime().orElseThrow());
            if (store.refile(item) == Outcome.DONE) {
                anew.add(item);
            }
        }
    }

    /** Takes out what is pending in a drill that is over; of an inject the log says that it did not come. */
    Outcome close(Drill drill, DueItem pending) {
        if (pending.due() instanceof Due.Release due) {
            var event = new DrillEvent.InjectWithheld(due.inject(), "the drill was over");
            var entry = Entries.entry(Entries.inject(due.inject()), drill, clock.instant(), event);
            if (store.conclude(pending, entry) == Outcome.DONE) {
                return Outcome.DONE;
            }
        }
        store.drop(pending);
        return Outcome.DONE;
    }
}
