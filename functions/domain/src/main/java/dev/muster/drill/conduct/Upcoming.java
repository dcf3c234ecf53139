package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.ObeyOrder.refuse;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.ObeyOrder.Decision;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Inject;
import java.time.Instant;
import java.util.List;

/** Commands about an inject that is still to come. */
final class Upcoming {

    private final DrillStore store;

    Upcoming(DrillStore store) {
        this.store = store;
    }

    /** What is ordered of the inject, as it is played now. */
    interface Command {
        Decision on(Drill drill, Inject inject, Instant now);
    }

    /** The order, refused if there is no such inject, if it has come or been withheld, or if the drill is over. */
    ObeyOrder.Command inject(String id, Command command) {
        return (drill, now) -> {
            if (drill.state().over()) {
                return refuse("drill-over");
            }
            var log = EventLog.of(store.log(drill.id()));
            var inject = log.played(store.scenario(drill.id())).inject(id);
            if (inject.isEmpty()) {
                return refuse("no-inject", id);
            }
            return log.entries().stream()
                    .filter(entry -> entry.id().equals(Entries.inject(id)))
                    .findFirst()
                    .<Decision>map(settled -> new ObeyOrder.Denial(settled(id, settled)))
                    .orElseGet(() -> command.on(drill, inject.get(), now));
        };
    }

    /** Why nothing can be ordered of an inject any more of which this entry tells that it came, or that it does not. */
    static Refusal settled(String id, LogEntry settled) {
        var code = settled.event() instanceof DrillEvent.InjectReleased ? "came-before" : "withheld-before";
        return new Refusal(code, List.of(id, DurationWords.of(settled.drillTime())));
    }
}
