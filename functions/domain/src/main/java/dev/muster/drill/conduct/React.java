package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks whether what the team just did, or a deadline that just came, makes a reactive inject's condition true. What it
 * triggers stands under the inject's own id, so that two lookers trigger it once.
 */
final class React {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    React(Conducting conducting, Waker waker) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
    }

    /**
     * Why it looks.
     *
     * @param cause the log entry that it goes back to
     * @param since when it could first look
     * @param from drill time from which the delay of what is triggered counts
     */
    private record Occasion(LogEntry cause, Instant since, Duration from) {}

    Outcome carryOut(Drill drill, DueItem item, Due.React due) {
        if (drill.state().over()) {
            store.drop(item);
            return Outcome.DONE;
        }
        var cause = store.entry(drill.id(), due.entry()).orElseThrow();
        var now = later(clock.instant(), cause.at());
        var from = later(drill.drillTimeAt(now), cause.drillTime());
        return look(drill, item, new Occasion(cause, cause.at(), from), now);
    }

    /** The delay counts from the deadline: a late wake-up costs punctuality only. */
    Outcome carryOut(Drill drill, DueItem item, Due.Ask due) {
        var cause = store.entry(drill.id(), due.entry()).orElseThrow();
        var from = item.drillTime().orElseThrow();
        var occasion = new Occasion(cause, drill.clock().wallTimeOf(from), from);
        return look(drill, item, occasion, later(clock.instant(), cause.at()));
    }

    private Outcome look(Drill drill, DueItem item, Occasion occasion, Instant now) {
        var progress = Progress.of(store.plan(drill.id()), store.scenario(drill.id()), store.log(drill.id()));
        var open = progress.reactions(progress.latest(later(drill.drillTimeAt(now), occasion.from())));
        for (var reaction : open) {
            if (reaction.verdict().holds() && trigger(drill, reaction, occasion, now) == Outcome.STALE) {
                return Outcome.STALE;
            }
        }
        var unknown =
                open.stream().filter(reaction -> reaction.verdict().unknown()).toList();
        return unknown.isEmpty() ? finish(item) : askAgain(drill, item, occasion, unknown, now);
    }

    private Outcome trigger(Drill drill, Progress.Reaction reaction, Occasion occasion, Instant now) {
        var inject = reaction.inject();
        var due = occasion.from().plus(reaction.release().delay());
        var event = new DrillEvent.ReactionTriggered(
                inject.id(), due, occasion.cause().id(), reaction.verdict().facts());
        var entry = Entries.entry(Entries.triggered(inject.id()), drill, now, event);
        var item = DueItem.atDrillTime(drill, new Due.Release(inject.id()), due);
        var outcome = store.trigger(drill, entry, item);
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(List.of(item));
        }
        return outcome;
    }

    private Outcome askAgain(
            Drill drill, DueItem item, Occasion occasion, List<Progress.Reaction> unknown, Instant now) {
        if (!Patience.over(drill, occasion.since(), now)) {
            if (item.wakeAt().filter(now::isBefore).isPresent()) {
                // A wake-up that came twice: the first has asked to be woken again, and one chain of them is enough.
                return Outcome.DONE;
            }
            var later = item.wokenAt(now.plus(Patience.PAUSE), drill);
            store.refile(later);
            waker.wakeSoon(List.of(later));
            return Outcome.DONE;
        }
        for (var reaction : unknown) {
            giveUp(drill, reaction, now);
        }
        return finish(item);
    }

    private void giveUp(Drill drill, Progress.Reaction reaction, Instant now) {
        var id = Entries.undecided(reaction.inject().id());
        var event = new DrillEvent.ConditionUndecided(
                reaction.inject().id(), reaction.verdict().facts());
        var tell = DueItem.atWallTime(drill.id(), new Due.Tell(id), now);
        if (store.giveUp(Entries.entry(id, drill, now, event), tell) == Outcome.DONE) {
            waker.wakeSoon(List.of(tell));
        }
    }

    private Outcome finish(DueItem item) {
        store.drop(item);
        return Outcome.DONE;
    }

    private static <T extends Comparable<T>> T later(T one, T other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
