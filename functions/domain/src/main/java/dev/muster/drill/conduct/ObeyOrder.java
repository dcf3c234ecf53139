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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Obeys an order once: in one transaction that checks the epoch which its sender saw, appends the event, bumps the epoch and
 * leaves an item that files anew what is pending.
 */
final class ObeyOrder {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    ObeyOrder(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.waker = waker;
        this.clock = clock;
    }

    /** What is ordered, of the drill as it is now. */
    interface Command {
        Decision on(Drill drill, Instant now);
    }

    sealed interface Decision {}

    record Refusal(String why) implements Decision {}

    /**
     * What the order makes of the drill.
     *
     * @param announce whether everybody is told
     * @param moved what falls due at another drill time
     * @param added what falls due besides
     */
    record Change(
            DrillState state,
            DrillClock clock,
            DrillEvent event,
            boolean announce,
            Optional<Appointment> moved,
            Optional<Appointment> added)
            implements Decision {

        /** The drill goes on as it is. */
        static Change of(Drill drill, DrillEvent event) {
            return to(drill.state(), drill.clock(), event);
        }

        static Change to(DrillState state, DrillClock clock, DrillEvent event) {
            return new Change(state, clock, event, false, Optional.empty(), Optional.empty());
        }

        Change announced() {
            return new Change(state, clock, event, true, moved, added);
        }

        Change moving(Due due, Duration to) {
            return new Change(state, clock, event, announce, Optional.of(new Appointment(due, to)), added);
        }

        Change adding(Due due, Duration at) {
            return new Change(state, clock, event, announce, moved, Optional.of(new Appointment(due, at)));
        }
    }

    /** @param at drill time */
    record Appointment(Due due, Duration at) {
        DueItem in(Drill drill) {
            return DueItem.atDrillTime(drill, due, at);
        }
    }

    static Decision refuse(String why) {
        return new Refusal(why);
    }

    /** @param same whether an event is what this very command does: then it was sent before, and is done */
    Commanded obey(Order order, Predicate<DrillEvent> same, Command command) {
        var drill = store.drill(order.drill()).orElseThrow();
        var before = store.entry(order.drill(), Entries.command(order.key()));
        if (before.isPresent()) {
            return same.test(before.get().event())
                    ? new Commanded.Accepted(drill)
                    : new Commanded.Refused("Another command was sent under this Idempotency-Key. Send a new key.");
        }
        if (drill.epoch() != order.epoch()) {
            return new Commanded.Outdated(drill);
        }
        var now = drill.notBefore(clock.instant());
        return switch (command.on(drill, now)) {
            case Refusal refusal -> new Commanded.Refused(refusal.why());
            case Change change -> apply(order, drill, change, now);
        };
    }

    private Commanded apply(Order order, Drill drill, Change change, Instant now) {
        var next = drill.with(change.state(), change.clock());
        var entry = new LogEntry(Entries.command(order.key()), now, next.drillTimeAt(now), change.event());
        var dues = dues(next, change, entry);
        var outcome = change.moved().isPresent()
                ? store.retime(drill, next, entry, change.moved().get().in(next), dues)
                : store.command(drill, next, entry, Optional.empty(), dues);
        if (outcome == Outcome.STALE) {
            return new Commanded.Outdated(store.drill(drill.id()).orElseThrow());
        }
        waker.wakeSoon(outcome == Outcome.DONE ? dues : List.of());
        return new Commanded.Accepted(
                outcome == Outcome.DONE ? next : store.drill(drill.id()).orElseThrow());
    }

    private static List<DueItem> dues(Drill next, Change change, LogEntry entry) {
        var dues = new ArrayList<DueItem>();
        change.added().map(appointment -> appointment.in(next)).ifPresent(dues::add);
        dues.add(FollowUps.refile(next.id(), entry));
        if (change.announce()) {
            dues.add(FollowUps.tell(next.id(), entry));
        }
        return dues;
    }
}
