package dev.muster.drill.conduct;

import dev.muster.drill.DueItem;
import dev.muster.drill.port.WakeQueue;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;

/**
 * Sends at once what is due sooner than the tick would look. It is called after what it wakes for was committed, and it
 * never fails: who was told 'it failed' of a thing that stands in the log would be told wrongly. What could not be sent, the
 * next tick finds in the due index.
 */
public final class Waker {

    private static final System.Logger LOG = System.getLogger("dev.muster");

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
        if (soon.isEmpty()) {
            return;
        }
        try {
            queue.wake(soon);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "{\"event\":\"wake-up-not-sent\",\"error\":\""
                            + e.getClass().getName() + "\"}");
        }
    }
}
