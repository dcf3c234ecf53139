package dev.muster.store;

import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;
import java.time.Instant;

/** An entry of the event log as an item; the event, and with it its type, is JSON. */
final class EventItems {

    private static final String CLIENT_AT = "clientAt";

    private EventItems() {}

    static Item of(String drill, LogEntry entry) {
        return Item.at(Keys.event(drill, entry.id()))
                .with("at", entry.at())
                .with("drillTime", entry.drillTime())
                .with(CLIENT_AT, entry.clientAt())
                .with("body", LogJson.write(entry.event()));
    }

    static LogEntry read(Item item) {
        return new LogEntry(
                item.key().sk().substring(Keys.EVENTS.length()),
                item.instant("at"),
                item.duration("drillTime"),
                item.optional(CLIENT_AT).map(Instant::parse),
                LogJson.read(item.string("body")));
    }
}
