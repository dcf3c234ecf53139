package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.PlanFormat;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.store.SnapshotItems.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Scenarios and plans as they were when a drill was scheduled. As they never change, what was read stays in memory; drills
 * of one scenario share it.
 */
final class Snapshots {

    /** Names are some bytes each, scenarios and plans some hundred kilobytes. */
    private static final int NAMES = 10_000;

    private static final int CONTENTS = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Table table;
    private final RecentlyUsed<String, Names> names = new RecentlyUsed<>(NAMES);
    private final RecentlyUsed<String, Scenario> scenarios = new RecentlyUsed<>(CONTENTS);
    private final RecentlyUsed<String, Plan> plans = new RecentlyUsed<>(CONTENTS);

    /** The names of a drill's snapshots, kept in the drill's item. */
    record Names(String scenario, String plan) {

        static Names in(Item drill) {
            return new Names(drill.string(DrillItems.SCENARIO_SNAPSHOT), drill.string(DrillItems.PLAN_SNAPSHOT));
        }

        Item addedTo(Item drill) {
            return drill.with(DrillItems.SCENARIO_SNAPSHOT, scenario).with(DrillItems.PLAN_SNAPSHOT, plan);
        }
    }

    Snapshots(Table table) {
        this.table = table;
    }

    /** Writes both, which may be repeated; they count once the drill's item names them. */
    Names keep(String drill, Scenario scenario, Plan plan) {
        return new Names(
                keep(Place.scenario(drill), bytes(ScenarioFormat.write(scenario))),
                keep(Place.plan(drill), bytes(PlanFormat.write(plan))));
    }

    Scenario scenario(String drill) {
        var name = names(drill).scenario();
        return scenarios.get(name, missed -> read(Place.scenario(drill), missed, ScenarioFormat::read));
    }

    Plan plan(String drill) {
        var name = names(drill).plan();
        return plans.get(name, missed -> read(Place.plan(drill), missed, PlanFormat::read));
    }

    private Names names(String drill) {
        return names.get(drill, missed -> table.get(Keys.drill(missed))
                .map(Names::in)
                .orElseThrow(() -> new NoSuchElementException("there is no drill " + missed)));
    }

    private String keep(Place place, byte[] content) {
        SnapshotItems.of(place, content).forEach(table::put);
        return SnapshotItems.name(content);
    }

    private <T> T read(Place place, String name, Function<JsonNode, T> format) {
        var chunks = table.query(place.partition(), place.chunks(name)).toList();
        try {
            return format.apply(JSON.readTree(SnapshotItems.read(place, name, chunks)));
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot " + place.chunks(name) + " is no JSON", e);
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
