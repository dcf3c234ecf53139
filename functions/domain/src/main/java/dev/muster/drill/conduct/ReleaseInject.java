package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.Prompt;
import dev.muster.drill.Verdict;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moment of an inject: it is released once, in one transaction that checks state, epoch and due item, or it is logged
 * why it does not come. Then it is published, at least once.
 */
final class ReleaseInject {

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;
    private final PublishInject publish;
    private final Occasions occasions;

    ReleaseInject(Conducting conducting, Waker waker, PublishInject publish) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.waker = waker;
        this.publish = publish;
        this.occasions = new Occasions(store);
    }

    Outcome carryOut(Drill drill, DueItem item, Due.Release due) {
        var log = commands(drill);
        var inject = EventLog.of(log)
                .played(store.scenario(drill.id()))
                .inject(due.inject())
                .orElseThrow(() -> new IllegalStateException("no inject " + due.inject() + " in " + drill.id()));
        var byHand = byHand(log, inject);
        return byHand.isPresent() ? release(drill, item, inject, byHand.get()) : asScripted(drill, item, inject);
    }

    private Outcome asScripted(Drill drill, DueItem item, Inject inject) {
        return switch (inject.release()) {
            case Release.Scripted ignored -> release(drill, item, inject, "its time had come");
            case Release.Contingency contingency -> ifItHolds(drill, item, inject, contingency.condition());
            case Release.Reactive ignored -> release(drill, item, inject, cause(drill, inject));
            case Release.Ready ignored -> release(drill, item, inject, "the trainer released it");
        };
    }

    /** The log, if it may hold a trainer's word about an inject: each such word makes another epoch. */
    private List<LogEntry> commands(Drill drill) {
        return drill.epoch() == 0 ? List.of() : store.log(drill.id());
    }

    private Outcome ifItHolds(Drill drill, DueItem item, Inject inject, Condition condition) {
        var verdict = verdict(drill, condition);
        return switch (verdict.truth()) {
            case TRUE -> release(drill, item, inject, verdict.facts());
            case FALSE -> withhold(drill, item, inject, verdict.facts(), false);
            case UNKNOWN -> onceMore(drill, item, inject, verdict);
        };
    }

    private Verdict verdict(Drill drill, Condition condition) {
        var progress = Progress.of(store.plan(drill.id()), store.scenario(drill.id()), store.log(drill.id()));
        return progress.evaluate(condition, progress.latest(drill.drillTimeAt(clock.instant())));
    }

    private Outcome onceMore(Drill drill, DueItem item, Inject inject, Verdict verdict) {
        var now = clock.instant();
        if (Patience.over(drill, due(drill, item), now)) {
            return withhold(drill, item, inject, "it was not known in time: " + verdict.facts(), true);
        }
        var later = item.wokenAt(now.plus(Patience.PAUSE), drill);
        store.refile(later);
        waker.wakeSoon(List.of(later));
        return Outcome.DONE;
    }

    private Outcome release(Drill drill, DueItem item, Inject inject, String reason) {
        var now = clock.instant();
        var heldUp = heldUpByOutage(drill, item);
        var late = heldUp || Tolerance.late(due(drill, item), now);
        var why = heldUp ? reason + ", after an outage had held it up" : reason;
        var event = new DrillEvent.InjectReleased(Prompt.of(inject), due(drill, item), why, late, inject.jump());
        var released = Entries.entry(Entries.inject(inject.id()), drill, now, event);
        var publication = DueItem.atWallTime(drill.id(), new Due.Publish(inject.id()), now);
        var next = new ArrayList<>(List.of(publication));
        reminder(drill, inject, released.drillTime()).ifPresent(next::add);
        next.addAll(occasions.afterRelease(drill, inject, released));
        var outcome = store.release(drill, item, released, next);
        if (outcome == Outcome.DONE) {
            publish.now(drill, publication, released);
            waker.wakeSoon(next.subList(1, next.size()));
        }
        return outcome;
    }

    private Outcome withhold(Drill drill, DueItem item, Inject inject, String reason, boolean tell) {
        var id = Entries.inject(inject.id());
        var event = new DrillEvent.InjectWithheld(inject.id(), reason);
        var withheld = Entries.entry(id, drill, clock.instant(), event);
        var next = tell ? List.of(DueItem.atWallTime(drill.id(), new Due.Tell(id), withheld.at())) : List.<DueItem>of();
        var outcome = store.withhold(drill, item, withheld, next);
        waker.wakeSoon(outcome == Outcome.DONE ? next : List.of());
        return outcome;
    }

    private Optional<DueItem> reminder(Drill drill, Inject inject, Duration releasedAt) {
        return inject.acknowledge()
                .map(within -> DueItem.atDrillTime(drill, new Due.Remind(inject.id()), releasedAt.plus(within)));
    }

    private String cause(Drill drill, Inject inject) {
        return store.entry(drill.id(), Entries.triggered(inject.id()))
                .map(entry -> ((DrillEvent.ReactionTriggered) entry.event()).reason())
                .orElse("the team's doing");
    }

    /** Which trainer released it and why, as the log has it; empty if none did. */
    private static Optional<String> byHand(List<LogEntry> log, Inject inject) {
        return log.stream()
                .flatMap(entry -> byHand(entry.event(), inject).stream())
                .findFirst();
    }

    private static Optional<String> byHand(DrillEvent event, Inject inject) {
        return switch (event) {
            case DrillEvent.InjectFired fired
            when fired.inject().equals(inject.id()) -> Optional.of(byHand(fired.by(), fired.reason()));
            case DrillEvent.InjectAdded added
            when added.inject().id().equals(inject.id()) -> Optional.of(byHand(added.by(), added.reason()));
            default -> Optional.empty();
        };
    }

    private static String byHand(String trainer, String reason) {
        return "the trainer released it (%s)%s".formatted(trainer, reason.isBlank() ? "" : ": " + reason.strip());
    }

    /** Whether the drill was paused as of this item's time because nobody was there to release it. */
    private boolean heldUpByOutage(Drill drill, DueItem item) {
        var due = item.drillTime().orElseThrow();
        return drill.epoch() > 0
                && drill.clock().anchorDrill().equals(due)
                && store.log(drill.id()).stream()
                        .anyMatch(entry -> entry.event() instanceof DrillEvent.Paused paused
                                && paused.by().equals(SuspendDrill.OUTAGE)
                                && entry.drillTime().equals(due));
    }

    private static Instant due(Drill drill, DueItem item) {
        return drill.clock().wallTimeOf(item.drillTime().orElseThrow());
    }
}
