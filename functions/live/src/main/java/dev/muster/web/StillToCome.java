package dev.muster.web;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.InjectAdded;
import dev.muster.drill.DrillEvent.InjectFired;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.InjectWithheld;
import dev.muster.drill.DrillEvent.ReactionTriggered;
import dev.muster.drill.DrillEvent.Retimed;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which injects are still to come, and when, as the log has it. */
final class StillToCome {

    private final Map<String, Duration> times = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    private StillToCome() {}

    static StillToCome of(EventLog log) {
        var upcoming = new StillToCome();
        log.entries().forEach(upcoming::note);
        return upcoming;
    }

    /** Whether it came, or will not come. */
    boolean settled(String inject) {
        return settled.contains(inject);
    }

    /** When it is due, in drill time; empty while nothing has triggered it. */
    Optional<Duration> time(Inject inject) {
        return Optional.ofNullable(times.get(inject.id())).or(inject.release()::planned);
    }

    private void note(LogEntry entry) {
        switch (entry.event()) {
            case InjectReleased it -> settled.add(it.prompt().inject());
            case InjectWithheld it -> settled.add(it.inject());
            case ReactionTriggered it -> times.put(it.inject(), it.due());
            case InjectFired it -> times.put(it.inject(), entry.drillTime());
            case InjectAdded it -> times.put(it.inject().id(), entry.drillTime());
            case Retimed it -> times.put(it.inject(), it.to());
            case DrillEvent other -> {
                // Moves no inject.
            }
        }
    }
}
