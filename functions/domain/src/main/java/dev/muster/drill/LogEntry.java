package dev.muster.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of the event log.
 *
 * @param id unique in the drill and made from the event's cause, so that appending it twice is appending it once
 * @param at server time, never earlier than the event's cause
 * @param drillTime what the drill's clock read then
 * @param clientAt what the responder's device said the time was; kept beside the server's, which counts
 */
public record LogEntry(String id, Instant at, Duration drillTime, Optional<Instant> clientAt, DrillEvent event) {

    /** The order in which a log is read: by time; at one moment, by id. */
    public static final Comparator<LogEntry> ORDER =
            Comparator.comparing(LogEntry::at).thenComparing(LogEntry::id);

    public LogEntry(String id, Instant at, Duration drillTime, DrillEvent event) {
        this(id, at, drillTime, Optional.empty(), event);
    }
}
