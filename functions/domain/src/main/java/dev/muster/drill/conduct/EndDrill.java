package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.util.Optional;

/** EndEx that nobody commands: the time is up, or nobody decided on a real emergency. */
final class EndDrill {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    EndDrill(Conducting conducting, Waker waker) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
    }

    Outcome endInTime(Drill drill, DueItem item) {
        return end(drill, item, drill.clock().stoppedAtDrillTime(drill.length()), DrillEvent.Ended.Reason.TIME);
    }

    Outcome endIfUndecided(Drill drill, DueItem item, Due.Undecided due) {
        if (drill.state() != DrillState.EMERGENCY || !isOpen(drill, due.entry())) {
            store.drop(item);
            return Outcome.DONE;
        }
        if (item.wakeAt().filter(clock.instant()::isBefore).isPresent()) {
            return Outcome.DONE;
        }
        return end(drill, item, drill.clock(), DrillEvent.Ended.Reason.EMERGENCY);
    }

    /** Whether nobody has let the drill go on since this call: that would have set its clock. */
    private boolean isOpen(Drill drill, String call) {
        return store.entry(drill.id(), call)
                .filter(entry -> !entry.at().isBefore(drill.clock().anchorWall()))
                .isPresent();
    }

    private Outcome end(Drill drill, DueItem item, DrillClock stopped, DrillEvent.Ended.Reason reason) {
        var now = drill.notBefore(clock.instant());
        var event = new DrillEvent.Ended("muster", reason, "");
        var entry = new LogEntry(Entries.ENDED, now, stopped.drillTimeAt(now), event);
        var dues = FollowUps.afterTheEnd(drill.id(), entry);
        var outcome = store.command(drill, drill.with(DrillState.ENDED, stopped), entry, Optional.of(item), dues);
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(dues);
        }
        return outcome;
    }
}
