package dev.muster.drill.conduct;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.util.List;
import java.util.function.Predicate;

/** Writes down once what somebody who conducts a drill says, whatever anybody else does at the same time. */
public final class NoteOnce {

    private final DrillStore store;
    private final Waker waker;

    public NoteOnce(DrillStore store, Waker waker) {
        this.store = store;
        this.waker = waker;
    }

    /**
     * @param entry under the id that says of what it is the only one
     * @param dues what follows from it
     * @param same whether an event that stands there is this very word: then it was sent before, and is done
     * @param otherwise why it is refused if another event stands there
     */
    public Noted note(String drill, LogEntry entry, List<DueItem> dues, Predicate<DrillEvent> same, Refusal otherwise) {
        if (store.record(drill, entry, dues) == Outcome.DONE) {
            waker.wakeSoon(dues);
            return new Noted.Accepted(entry);
        }
        var stored = store.entry(drill, entry.id()).orElseThrow();
        return same.test(stored.event()) ? new Noted.Accepted(stored) : new Noted.Refused(otherwise);
    }
}
