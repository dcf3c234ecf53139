package dev.muster.store;

import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;

/** An entry of the event log as an item; the event, and with it its type, is JSON. */
final class EventItems {

    private EventItems() {}

    static Item of(String drill, LogEntry entry) {
        return Item.at(Keys.event(drill, entry.id()))
                .with("at", entry.at())
                .with("drillTime", entry.drillTime())
                .with("body", LogJson.write(entry.event()));
    }

    static LogEntry read(Item item) {
        return new LogEntry(
                item.key().sk().substring(Keys.EVENTS.length()),
                item.instant("at"),
                item.duration("drillTime"),
                LogJson.read(item.string("body")));
    }
}
