package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Wake;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Reads a message that went out, behind its author's back. What is found is an event; while the drill goes on it may set off
 * a reaction, afterwards it makes a new score.
 */
public final class RateMessage {

    private final DrillStore store;
    private final MessageRater rater;
    private final Waker waker;
    private final Clock clock;

    public RateMessage(DrillStore store, MessageRater rater, Waker waker, Clock clock) {
        this.store = store;
        this.rater = rater;
        this.waker = waker;
        this.clock = clock;
    }

    /** Rates the message if that is still due. A second call finds the rating in the log and changes nothing. */
    public void carryOut(String drill, Due.Rate due) {
        store.wake(drill, due.key()).filter(wake -> wake.item().isPresent()).ifPresent(wake -> carryOut(wake, due));
    }

    private void carryOut(Wake wake, Due.Rate due) {
        var drill = wake.drill();
        var item = wake.item().orElseThrow();
        var progress = Progress.of(store.plan(drill.id()), store.scenario(drill.id()), store.log(drill.id()));
        var rated = progress.correspondence()
                .sent(due.message())
                .map(message -> rating(rater, progress, drill, message, clock.instant()));
        if (rated.isEmpty()) {
            // It came after the end: kept, and not counted.
            store.drop(item);
            return;
        }
        var next = List.of(next(drill, rated.get()));
        var outcome = store.rate(item, rated.get(), next);
        if (outcome == Outcome.DONE) {
            waker.wakeSoon(next);
        } else if (outcome == Outcome.ALREADY) {
            store.drop(item);
        }
    }

    private static DueItem next(Drill drill, LogEntry rated) {
        var due = drill.state().over() ? new Due.Score(rated.id()) : new Due.React(rated.id());
        return DueItem.atWallTime(drill.id(), due, rated.at());
    }

    /** The entry that says what the rater found; it is never earlier than the message. */
    static LogEntry rating(MessageRater rater, Progress progress, Drill drill, SentMessage sent, Instant now) {
        var sentAt = progress.log().entries().stream()
                .filter(entry -> sent.entries().contains(entry.id()))
                .map(LogEntry::at)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
        var reading = rater.rate(sent.message(), context(progress, sent));
        var event = new DrillEvent.MessageRated(sent.id(), rater.version(), reading.marks(), reading.remark());
        return Entries.entry(Entries.rated(sent.id()), drill, sentAt, event);
    }

    static String context(Progress progress, SentMessage sent) {
        return sent.message()
                .answers()
                .flatMap(progress::released)
                .map(Occurrence::event)
                .map(released -> released.prompt().text())
                .orElse(progress.scenario().title());
    }
}
