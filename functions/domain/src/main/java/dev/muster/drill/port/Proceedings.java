package dev.muster.drill.port;

import dev.muster.drill.LogEntry;
import dev.muster.drill.Roster;
import java.util.List;

/**
 * Who takes part in a drill, and what has happened in it.
 *
 * @param log the whole log in {@link LogEntry#ORDER}
 */
public record Proceedings(Roster roster, List<LogEntry> log) {

    public Proceedings {
        log = List.copyOf(log);
    }
}
