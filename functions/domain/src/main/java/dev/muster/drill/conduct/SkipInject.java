package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.conduct.ObeyOrder.Change;
import dev.muster.drill.port.DrillStore;
import java.time.Clock;
import java.util.Optional;

/**
 * A trainer takes an inject out that is still to come. It is withheld for good: neither its time nor its condition brings it
 * back, nor does another trainer.
 */
public final class SkipInject {

    private final DrillStore store;
    private final ObeyOrder orders;
    private final Upcoming upcoming;

    public SkipInject(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.orders = new ObeyOrder(store, waker, clock);
        this.upcoming = new Upcoming(store);
    }

    /** @param reason for the log; blank if there is none */
    public Commanded skip(Order order, String inject, String reason) {
        var skipped = new DrillEvent.InjectWithheld(inject, words(order.by(), reason));
        return orders.obeyOnce(
                order,
                Entries.inject(inject),
                skipped::equals,
                settled -> Upcoming.settled(inject, settled),
                upcoming.inject(
                        inject, (drill, one, now) -> Change.of(drill, skipped).takingOut(pending(drill, inject))));
    }

    private Optional<DueItem> pending(Drill drill, String inject) {
        return store.pending(drill.id()).stream()
                .filter(item -> item.due().equals(new Due.Release(inject)))
                .findFirst();
    }

    private static String words(String trainer, String reason) {
        return "the trainer skipped it (%s)%s".formatted(trainer, reason.isBlank() ? "" : ": " + reason.strip());
    }
}
