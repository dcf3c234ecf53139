package dev.muster.drill.conduct;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.conduct.ObeyOrder.Change;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A trainer changes an inject that is still to come: what it says, who says it, to whom and on which channel. */
public final class EditInject {

    private final ObeyOrder orders;
    private final Upcoming upcoming;

    public EditInject(DrillStore store, Waker waker, Clock clock) {
        this.orders = new ObeyOrder(store, waker, clock);
        this.upcoming = new Upcoming(store);
    }

    /**
     * What becomes otherwise; what is empty stays as it is.
     *
     * @param to roles that take part
     */
    public record Edit(
            Optional<String> title,
            Optional<Channel> channel,
            Optional<String> from,
            List<String> to,
            Optional<String> text) {

        public Edit {
            to = List.copyOf(to);
        }

        /** Whether nothing is changed. */
        public boolean isEmpty() {
            return title.isEmpty() && channel.isEmpty() && from.isEmpty() && to.isEmpty() && text.isEmpty();
        }

        private Inject of(Inject inject) {
            return new Inject(
                    inject.id(),
                    title.orElse(inject.title()),
                    inject.release(),
                    channel.orElse(inject.channel()),
                    from.orElse(inject.from()),
                    inject.customer(),
                    to.isEmpty() ? inject.to() : to,
                    text.orElse(inject.text()),
                    inject.attachments(),
                    inject.expects(),
                    inject.acknowledge(),
                    inject.options(),
                    inject.fault(),
                    inject.jump(),
                    inject.guidance());
        }
    }

    /** @param reason for the log; blank if there is none */
    public Commanded edit(Order order, String inject, Edit edit, String reason) {
        return orders.obey(
                order,
                event -> event instanceof DrillEvent.InjectEdited before
                        && before.inject().id().equals(inject)
                        && before.equals(edited(order, edit, before.inject(), reason)),
                upcoming.inject(inject, (drill, one, now) -> Change.of(drill, edited(order, edit, one, reason))
                        .directing(inject)));
    }

    private static DrillEvent.InjectEdited edited(Order order, Edit edit, Inject inject, String reason) {
        return new DrillEvent.InjectEdited(order.by(), edit.of(inject), reason);
    }
}
