package dev.muster.drill.conduct;

import dev.muster.drill.DueItem;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.WakeQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The tick: looks in each shard of the due index for what is overdue or due soon, and wakes whoever carries it out. It
 * looks three minutes ahead each minute, so that at least two ticks see everything; its work grows with what is due.
 */
public final class FindDue {

    /** How far ahead something is sent; whoever creates something due sooner than this sends it at once. */
    static final Duration LOOK_AHEAD = Duration.ofMinutes(3);

    private final DrillStore store;
    private final WakeQueue queue;
    private final Clock clock;

    public FindDue(DrillStore store, WakeQueue queue, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Returns how many wake-ups were sent. A shard that fails keeps nobody in the others waiting: its failure is thrown when
     * all were looked at.
     */
    public int tick() {
        var until = clock.instant().plus(LOOK_AHEAD);
        var failures = new ArrayList<RuntimeException>();
        var sent = 0;
        for (var shard = 0; shard < store.dueShards(); shard++) {
            try {
                sent += wake(store.dueUntil(shard, until));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        failures.stream().findFirst().ifPresent(first -> {
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        });
        return sent;
    }

    private int wake(List<DueItem> due) {
        queue.wake(due);
        return due.size();
    }
}
