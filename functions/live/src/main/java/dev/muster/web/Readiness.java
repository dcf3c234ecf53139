package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.io.RecordJson;
import dev.muster.drill.port.DrillStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was released of all drills, by team: how ready each is, as far as drills can tell.
 *
 * @param teams in the order of their ids
 */
record Readiness(List<Team> teams) {

    /** Below this many drills nothing is ranked: too few to tell skill from luck. */
    static final int DRILLS_TO_RANK = 5;

    /** @param released latest first */
    record Team(String id, List<Released> released) {

        boolean ranked() {
            return released.size() >= DRILLS_TO_RANK;
        }
    }

    /**
     * A drill whose scorecard was released.
     *
     * @param scorecard as it was kept
     */
    record Released(Drill drill, JsonNode scorecard) {

        /** The day of the drill, where the team is. */
        LocalDate date() {
            return drill.startsAt().atZone(drill.zone()).toLocalDate();
        }
    }

    static Readiness of(DrillStore store) {
        var teams = new TreeMap<String, List<Released>>();
        for (var drill : store.drills()) {
            released(store, drill).ifPresent(one -> teams.computeIfAbsent(drill.team(), team -> new ArrayList<>())
                    .add(one));
        }
        return new Readiness(teams.entrySet().stream()
                .map(team -> new Team(team.getKey(), team.getValue()))
                .toList());
    }

    private static Optional<Released> released(DrillStore store, Drill drill) {
        return drill.state() == DrillState.SCORED
                        && Scorecards.released(store, drill).isPresent()
                ? store.scorecard(drill.id()).map(json -> new Released(drill, RecordJson.parse(json)))
                : Optional.empty();
    }

    ObjectNode json() {
        var json = instance.objectNode().put("drillsToRank", DRILLS_TO_RANK);
        var list = json.putArray("teams");
        teams.forEach(team -> list.add(json(team)));
        return json;
    }

    private static ObjectNode json(Team team) {
        var drills = team.released().size();
        var json = instance.objectNode().put("team", team.id());
        team.released().forEach(one -> json.withArray("scorecards").add(json(one)));
        json.put("drills", drills).put("ranked", team.ranked());
        return team.ranked()
                ? json
                : json.put("note", "%d of the %d drills that a ranking rests on".formatted(drills, DRILLS_TO_RANK));
    }

    private static ObjectNode json(Released one) {
        var drill = one.drill();
        var line = instance.objectNode();
        line.put("drill", drill.id()).put("title", drill.title()).put("scenario", drill.scenario());
        line.put("date", one.date().toString()).put("plan", drill.plan());
        line.set("score", one.scorecard().path("score"));
        copy(one.scorecard(), "rating", line, "rating");
        copy(one.scorecard(), "plan", line, "plan");
        copy(one.scorecard(), "plan-version", line, "planVersion");
        copy(one.scorecard(), "plan-title", line, "planTitle");
        copy(one.scorecard(), "default-plan", line, "defaultPlan");
        return line;
    }

    /** Where there is something: scorecards of earlier versions say less. */
    private static void copy(JsonNode from, String field, ObjectNode into, String name) {
        if (from.has(field)) {
            into.set(name, from.get(field));
        }
    }
}
