package dev.muster.drill.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.drill.Drill;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.PlanFormat;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A drill with all that its score needs, in one JSON file: {@code {"format": "muster-log/1", "drill": …, "scenario": …,
 * "plan": …, "events": […]}}. Scenario and plan are the snapshots against which the drill ran.
 *
 * @param events in any order
 */
public record DrillExport(Drill drill, Scenario scenario, Plan plan, List<LogEntry> events) {

    public static final String FORMAT = "muster-log/1";

    private static final Set<String> FIELDS = Set.of("format", "drill", "scenario", "plan", "events");
    private static final RecordJson<Drill> DRILL = RecordJson.of(Drill.class);

    public DrillExport {
        events = List.copyOf(events);
    }

    /** For files: on several lines. */
    public String write() {
        var export = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        export.set("drill", DRILL.writeTree(drill));
        export.set("scenario", ScenarioFormat.write(scenario));
        export.set("plan", PlanFormat.write(plan));
        export.set("events", LogJson.writeEntries(events));
        return RecordJson.text(export, true);
    }

    /** @throws MalformedJson if the text is no export of this format; the message says where */
    public static DrillExport read(String json) {
        var export = RecordJson.parse(json);
        var format = export.path("format").asText();
        if (!format.equals(FORMAT)) {
            throw new MalformedJson("format: expected \"%s\", found \"%s\"".formatted(FORMAT, format));
        }
        export.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new MalformedJson(
                        "unknown field \"%s\", expected format, drill, scenario, plan, events".formatted(field));
            }
        });
        return new DrillExport(
                part(export, "drill", DRILL::readTree),
                part(export, "scenario", ScenarioFormat::read),
                part(export, "plan", PlanFormat::read),
                LogJson.readEntries(export.path("events")));
    }

    private static <T> T part(JsonNode export, String name, Function<JsonNode, T> read) {
        if (!export.path(name).isObject()) {
            throw new MalformedJson("%s: expected an object".formatted(name));
        }
        try {
            return read.apply(export.get(name));
        } catch (MalformedJson e) {
            throw e.in(name);
        } catch (Unreadable e) {
            throw new MalformedJson(name + ": " + e.getMessage(), e);
        }
    }
}
