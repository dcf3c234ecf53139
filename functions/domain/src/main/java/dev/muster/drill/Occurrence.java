package dev.muster.drill;

import java.time.Duration;

/**
 * Something that happened, and when.
 *
 * @param at drill time
 * @param entry id of the log entry
 */
public record Occurrence<E extends DrillEvent>(E event, Duration at, String entry) {

    static <E extends DrillEvent> Occurrence<E> of(LogEntry entry, Class<E> kind) {
        return new Occurrence<>(kind.cast(entry.event()), entry.drillTime(), entry.id());
    }
}
