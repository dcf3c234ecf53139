package dev.muster.drill.conduct;

import dev.muster.drill.Hold;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.util.Optional;

/**
 * The hold: suspends all drills and starts until it is lifted. It counts from the moment at which it is set: running
 * drills are paused as of then, here and, those that this look misses, when something next falls due in them. Drills that
 * it paused stay paused when it is lifted, until their trainer resumes them.
 */
public final class HoldEverything {

    private final DrillStore store;
    private final Clock clock;
    private final SuspendDrill suspend;

    public HoldEverything(Conducting conducting) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.suspend = new SuspendDrill(conducting, new Waker(conducting.queue(), conducting.clock()));
    }

    /** Sets the hold, or returns the one that is set. */
    public Hold place(String by, String reason) {
        var hold = declare(by, reason);
        for (var listed : store.drills()) {
            store.drill(listed.id()).filter(drill -> drill.running()).ifPresent(drill -> suspend.forHold(drill, hold));
        }
        return hold;
    }

    /**
     * Sets the hold, or returns the one that is set, and leaves the drills to whoever next finds something due in them:
     * for those who may write nothing but the hold.
     */
    public Hold declare(String by, String reason) {
        var hold = new Hold(by, reason, clock.instant());
        return store.placeHold(hold) == Outcome.ALREADY ? store.hold().orElse(hold) : hold;
    }

    /** Lifts the hold; empty if none was set. */
    public Optional<Hold> lift() {
        var hold = store.hold();
        store.liftHold();
        return hold;
    }
}
