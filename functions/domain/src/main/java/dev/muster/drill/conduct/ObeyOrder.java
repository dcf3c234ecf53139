package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** @param why for the sender */
    record Denial(Refusal why) implements Decision {}

    /**
     * What the order makes of the drill.
     *
     * @param next the drill as the order leaves it
     * @param announce whether everybody is told
     */
    record Change(Drill next, DrillEvent event, boolean announce, Effect effect) implements Decision {

        /** The drill goes on as it is. */
        static Change of(Drill drill, DrillEvent event) {
            return to(drill, drill.state(), drill.clock(), event);
        }

        static Change to(Drill drill, DrillState state, DrillClock clock, DrillEvent event) {
            return new Change(drill.with(state, clock), event, false, new Effect.None());
        }

        /** The drill ends at another time. */
        static Change lasting(Drill drill, Duration length, DrillEvent event) {
            var effect = new Effect.Move(new Due.End(), length);
            return new Change(drill.lasting(length), event, true, effect);
        }

        Change announced() {
            return new Change(next, event, true, effect);
        }

        Change moving(Due due, Duration to) {
            return with(new Effect.Move(due, to));
        }

        Change adding(Due due, Duration at) {
            return with(new Effect.Add(due, at));
        }

        /** Only while the inject is still to come. */
        Change directing(String inject) {
            return with(new Effect.Direct(inject, Optional.empty()));
        }

        /** Only while the inject is still to come; it falls due at this drill time. */
        Change directing(String inject, Duration at) {
            return with(new Effect.Direct(inject, Optional.of(at)));
        }

        Change takingOut(Optional<DueItem> pending) {
            return with(new Effect.TakeOut(pending));
        }

        private Change with(Effect other) {
            return new Change(next, event, announce, other);
        }
    }

    /** What the order does to what falls due; times are drill time. */
    sealed interface Effect {

        record None() implements Effect {}

        /** Something falls due besides. */
        record Add(Due due, Duration at) implements Effect {}

        /** Something that is pending falls due at another time. */
        record Move(Due due, Duration to) implements Effect {}

        /** The inject is still to come, and falls due at this time, if one is given. */
        record Direct(String inject, Optional<Duration> at) implements Effect {}

        /** What is pending does not fall due any more. */
        record TakeOut(Optional<DueItem> pending) implements Effect {}
    }

    /** @param facts what the words of this refusal are filled with */
    static Decision refuse(String code, Object... facts) {
        return new Denial(new Refusal(code, List.of(facts)));
    }

    /** @param same whether an event is what this very command does: then it was sent before, and is done */
    Commanded obey(Order order, Predicate<DrillEvent> same, Command command) {
        var keyUsed = new Refusal("key-used", List.of());
        return obeyOnce(order, Entries.command(order.key()), same, before -> keyUsed, command);
    }

    /**
     * Obeys what can be done once, by whomever.
     *
     * @param id of the entry that says that it is done
     * @param otherwise why the order is refused when that entry tells of something else
     */
    Commanded obeyOnce(
            Order order,
            String id,
            Predicate<DrillEvent> same,
            Function<LogEntry, Refusal> otherwise,
            Command command) {
        var drill = store.drill(order.drill()).orElseThrow();
        var before = store.entry(order.drill(), id);
        if (before.isPresent()) {
            return same.test(before.get().event())
                    ? new Commanded.Accepted(drill)
                    : new Commanded.Refused(otherwise.apply(before.get()));
        }
        if (drill.epoch() != order.epoch()) {
            return new Commanded.Outdated(drill);
        }
        var now = drill.notBefore(clock.instant());
        return switch (command.on(drill, now)) {
            case Denial denial -> new Commanded.Refused(denial.why());
            case Change change -> apply(id, same, drill, change, now);
        };
    }

    private Commanded apply(String id, Predicate<DrillEvent> same, Drill seen, Change change, Instant now) {
        var next = change.next();
        var entry = new LogEntry(id, now, next.drillTimeAt(now), change.event());
        var dues = dues(change, entry);
        var outcome = commit(seen, change, entry, dues);
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(dues);
            return new Commanded.Accepted(next);
        }
        var drill = store.drill(seen.id()).orElseThrow();
        return outcome == Outcome.ALREADY && isThere(seen.id(), id, same)
                ? new Commanded.Accepted(drill)
                : new Commanded.Outdated(drill);
    }

    private boolean isThere(String drill, String id, Predicate<DrillEvent> same) {
        return store.entry(drill, id).map(LogEntry::event).filter(same).isPresent();
    }

    private Outcome commit(Drill seen, Change change, LogEntry entry, List<DueItem> dues) {
        var next = change.next();
        return switch (change.effect()) {
            case Effect.Move it -> store.retime(seen, next, entry, DueItem.atDrillTime(next, it.due(), it.to()), dues);
            case Effect.Direct it -> store.direct(seen, next, entry, it.inject(), release(next, it), dues);
            case Effect.TakeOut it -> store.command(seen, next, entry, it.pending(), dues);
            case Effect.Add ignored -> store.command(seen, next, entry, Optional.empty(), dues);
            case Effect.None ignored -> store.command(seen, next, entry, Optional.empty(), dues);
        };
    }

    private static Optional<DueItem> release(Drill next, Effect.Direct direct) {
        return direct.at().map(at -> DueItem.atDrillTime(next, new Due.Release(direct.inject()), at));
    }

    private static List<DueItem> dues(Change change, LogEntry entry) {
        var drill = change.next();
        if (drill.state().over()) {
            return FollowUps.afterTheEnd(drill.id(), entry);
        }
        var dues = new ArrayList<DueItem>();
        if (change.effect() instanceof Effect.Add added) {
            dues.add(DueItem.atDrillTime(drill, added.due(), added.at()));
        }
        dues.add(FollowUps.refile(drill.id(), entry));
        if (change.announce()) {
            dues.add(FollowUps.tell(drill.id(), entry));
        }
        return dues;
    }
}
