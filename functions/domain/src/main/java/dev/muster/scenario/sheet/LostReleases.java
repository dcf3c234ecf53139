package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.ReleaseCheck;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes ready to fire what waits for something that never comes: an inject whose row somebody deleted, a step that the
 * plan lacks, a typing error, a time over which the scenario's clock leaps.
 */
final class LostReleases {

    private static final List<String> CONDITIONS = List.of("unless", "when", "after");

    private static final List<String> RELEASE = List.of("at", "unless", "when", "after", "delay");

    private final ObjectNode scenario;
    private final List<ScriptRow> rows;
    private final Report report;

    private LostReleases(ObjectNode scenario, List<ScriptRow> rows, Report report) {
        this.scenario = scenario;
        this.rows = rows;
        this.report = report;
    }

    /**
     * @param scenario the injects of which are changed
     * @param rows of the injects
     */
    static void makeReady(ObjectNode scenario, List<ScriptRow> rows, Plan plan, Report report) {
        var lost = new LostReleases(scenario, rows, report);
        lost.timesNeverShown();
        lost.conditionsThatCannotCome(plan);
    }

    /** One after the other: an inject that becomes ready no longer jumps, which moves the times behind it. */
    private void timesNeverShown() {
        var lost = ReleaseCheck.timeNeverShown(scenario);
        while (lost.isPresent()) {
            var index = lost.get().inject();
            var row = rows.get(index);
            var planned = inject(index).path("at").asText();
            makeReady(index, Optional.of(planned));
            report.assumed(
                    row.place(row.timeColumn()),
                    "%s; so it is ready to fire, with the time as its hint"
                            .formatted(lost.get().message()));
            lost = ReleaseCheck.timeNeverShown(scenario);
        }
    }

    private void conditionsThatCannotCome(Plan plan) {
        var planned = ScenarioFormat.read(scenario).injects();
        ReleaseCheck.flaws(scenario, plan).forEach((index, flaws) -> {
            makeReady(index, planned.get(index).release().planned().map(at -> "+" + Times.shown(at)));
            report.assumed(
                    rows.get(index).place(MselColumn.CONDITION),
                    "%s; so it is ready to fire, with the condition as its hint".formatted(String.join("; ", flaws)));
        });
    }

    private ObjectNode inject(int index) {
        return (ObjectNode) scenario.path("injects").get(index);
    }

    private void makeReady(int index, Optional<String> planned) {
        var inject = inject(index);
        var row = rows.get(index);
        var hint = Stream.concat(condition(inject).stream(), planned.map(at -> "planned for " + at).stream())
                .collect(Collectors.joining("; "));
        replaceRelease(inject, Words.cut(hint, RowDraft.WORDS));
        noteJump(inject, row);
        report.understoodAfterAll(row.place(), InjectRows.summary(inject));
    }

    private static Optional<String> condition(ObjectNode inject) {
        return CONDITIONS.stream()
                .filter(inject::has)
                .map(key -> "%s: %s".formatted(key, YamlWriter.flow(inject.get(key))))
                .findFirst();
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

    private void noteJump(ObjectNode inject, ScriptRow row) {
        if (inject.remove("jump") != null) {
            inject.withObjectProperty("notes")
                    .put(row.heading(MselColumn.JUMP), row.cleaned(row.cell(MselColumn.JUMP)));
            report.unused(row.place(MselColumn.JUMP), InjectRows.ONLY_SCRIPTED_JUMP + "; kept as a note");
        }
    }
}
