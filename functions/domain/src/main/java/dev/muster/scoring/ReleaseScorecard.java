package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.util.List;

/** An evaluator stands behind a scorecard: it is scored once more, so that card and report say so, and leaders see it. */
public final class ReleaseScorecard {

    private final DrillStore store;
    private final Waker waker;
    private final Clock clock;

    public ReleaseScorecard(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.waker = waker;
        this.clock = clock;
    }

    /** Releases the scorecard of a scored drill; releasing it again changes nothing. */
    public void release(Drill drill, String by) {
        var event = new DrillEvent.ScorecardReleased(by);
        var entry = Entries.entry(Entries.SCORECARD_RELEASED, drill, clock.instant(), event);
        var score = DueItem.atWallTime(drill.id(), new Due.Score(entry.id()), entry.at());
        if (store.record(drill.id(), entry, List.of(score)) == Outcome.DONE) {
            waker.wakeSoon(List.of(score));
        }
    }
}
