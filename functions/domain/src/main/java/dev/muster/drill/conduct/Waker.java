package dev.muster.drill.conduct;

import dev.muster.drill.DueItem;
import dev.muster.drill.port.WakeQueue;
import java.time.Clock;
import java.util.Collection;

/** Sends at once what is due sooner than the tick would look. */
public final class Waker {

    private final WakeQueue queue;
    private final Clock clock;

    public Waker(WakeQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    public void wakeSoon(Collection<DueItem> items) {
        var until = clock.instant().plus(FindDue.LOOK_AHEAD);
        var soon = items.stream()
                .filter(item -> item.wakeAt().filter(at -> at.isBefore(until)).isPresent())
                .toList();
        if (!soon.isEmpty()) {
            queue.wake(soon);
        }
    }
}
