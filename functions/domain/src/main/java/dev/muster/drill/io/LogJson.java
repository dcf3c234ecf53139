package dev.muster.drill.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The event log as JSON: {@code [{"id": …, "at": …, "drill-time": …, "event": {"type": "inject-released", …}}, …]}. */
public final class LogJson {

    private static final RecordJson<DrillEvent> EVENT = RecordJson.of(DrillEvent.class);
    private static final RecordJson<LogEntry> ENTRY = RecordJson.of(LogEntry.class);

    private LogJson() {}

    /** One event on one line; equal events give equal texts. */
    public static String write(DrillEvent event) {
        return EVENT.write(event);
    }

    /** @throws MalformedJson if the text is no event that {@link #write(DrillEvent)} may have written */
    public static DrillEvent read(String json) {
        return EVENT.read(json);
    }

    public static JsonNode writeEntries(Collection<LogEntry> entries) {
        var array = JsonNodeFactory.instance.arrayNode(entries.size());
        entries.forEach(entry -> array.add(ENTRY.writeTree(entry)));
        return array;
    }

    /** @throws MalformedJson that names the index of the first entry which is not right, counted from 0 */
    public static List<LogEntry> readEntries(JsonNode entries) {
        if (!entries.isArray()) {
            throw new MalformedJson("events: expected a list of log entries, found " + entries.getNodeType());
        }
        var log = new ArrayList<LogEntry>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            try {
                log.add(ENTRY.readTree(entries.get(i)));
            } catch (MalformedJson e) {
                throw e.in("events[" + i + "]");
            }
        }
        return log;
    }
}
