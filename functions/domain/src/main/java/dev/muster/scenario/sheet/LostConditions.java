package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.ReleaseCheck;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes ready to fire what waits for something that the scenario does not have: an inject whose row somebody deleted, a
 * step that the plan lacks, a typing error.
 */
final class LostConditions {

    private static final List<String> CONDITIONS = List.of("unless", "when", "after");

    private static final List<String> RELEASE = List.of("at", "unless", "when", "after", "delay");

    private LostConditions() {}

    /**
     * @param scenario the injects of which are changed
     * @param rows of the injects
     */
    static void makeReady(ObjectNode scenario, List<ScriptRow> rows, Plan plan, Report report) {
        var planned = ScenarioFormat.read(scenario).injects();
        ReleaseCheck.flaws(scenario, plan).forEach((index, flaws) -> {
            var inject = (ObjectNode) scenario.path("injects").get(index);
            var when = planned.get(index).release().planned().map(at -> "planned for +" + Times.shown(at)).stream();
            var hint = Stream.concat(Stream.of(condition(inject)), when).collect(Collectors.joining("; "));
            replaceRelease(inject, Words.cut(hint, RowDraft.WORDS));
            report.assumed(
                    rows.get(index).place(MselColumn.CONDITION),
                    "%s; so it is ready to fire, with the condition as its hint".formatted(String.join("; ", flaws)));
        });
    }

    private static String condition(ObjectNode inject) {
        return CONDITIONS.stream()
                .filter(inject::has)
                .map(key -> "%s: %s".formatted(key, YamlWriter.flow(inject.get(key))))
                .collect(Collectors.joining());
    }

    /** Where the release stood, so that the inject reads as others do. */
    private static void replaceRelease(ObjectNode inject, String hint) {
        var fields = new LinkedHashMap<String, JsonNode>();
        inject.properties().forEach(field -> {
            if (RELEASE.contains(field.getKey())) {
                fields.put("ready", inject.textNode(hint));
            } else {
                fields.put(field.getKey(), field.getValue());
            }
        });
        inject.removeAll();
        inject.setAll(fields);
    }
}
