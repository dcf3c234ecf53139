package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.HoldEverything;
import dev.muster.drill.io.RecordJson;
import dev.muster.drill.port.DrillStore;
import dev.muster.web.Route.Call;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What leaders do: read what was released, and set or lift the hold. */
final class LeaderRoutes {

    /** Below this many drills nothing is ranked: too few to tell skill from luck. */
    static final int DRILLS_TO_RANK = 5;

    private final DrillStore store;
    private final Revocations revocations;
    private final HoldEverything holdEverything;

    LeaderRoutes(Conducting conducting) {
        this.store = conducting.store();
        this.revocations = new Revocations(store, conducting.clock());
        this.holdEverything = new HoldEverything(conducting);
    }

    List<Route> routes() {
        return List.of(
                leader("GET", "/api/v1/readiness", "readReadiness", call -> readReadiness()),
                leader("GET", "/api/v1/scorecards/{drill}", "readReleasedScorecard", this::readScorecard),
                leader("PUT", "/api/v1/leader-hold", "setLeaderHold", this::setHold),
                leader("DELETE", "/api/v1/leader-hold", "liftLeaderHold", this::liftHold),
                leader("POST", "/api/v1/leader-sign-out", "signOutLeader", this::signOut),
                leader("GET", "/l/{token}", "openLeaderLink", call -> Pages.signedIn(View.of(call.request()))));
    }

    private static Route leader(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.LEADER, operationId, handler);
    }

    private Response readReadiness() {
        var teams = new TreeMap<String, ObjectNode>();
        for (var drill : store.drills()) {
            released(drill).ifPresent(line -> teams.computeIfAbsent(drill.team(), LeaderRoutes::team)
                    .withArray("scorecards")
                    .add(line));
        }
        var json = instance.objectNode().put("drillsToRank", DRILLS_TO_RANK);
        var list = json.putArray("teams");
        teams.values().forEach(team -> list.add(counted(team)));
        return Response.json(200, json).tagged(json);
    }

    private static ObjectNode team(String id) {
        return instance.objectNode().put("team", id);
    }

    private static ObjectNode counted(ObjectNode team) {
        var drills = team.withArray("scorecards").size();
        team.put("drills", drills).put("ranked", drills >= DRILLS_TO_RANK);
        return drills >= DRILLS_TO_RANK
                ? team
                : team.put("note", "%d of the %d drills that a ranking rests on".formatted(drills, DRILLS_TO_RANK));
    }

    private Optional<ObjectNode> released(Drill drill) {
        if (drill.state() != DrillState.SCORED
                || Scorecards.released(store, drill).isEmpty()) {
            return Optional.empty();
        }
        return store.scorecard(drill.id()).map(RecordJson::parse).map(scorecard -> {
            var line = instance.objectNode();
            line.put("drill", drill.id()).put("title", drill.title()).put("scenario", drill.scenario());
            line.put("date", drill.startsAt().atZone(drill.zone()).toLocalDate().toString());
            line.put("plan", drill.plan());
            line.set("score", scorecard.path("score"));
            copy(scorecard, "rating", line, "rating");
            copy(scorecard, "plan", line, "plan");
            copy(scorecard, "plan-version", line, "planVersion");
            copy(scorecard, "plan-title", line, "planTitle");
            copy(scorecard, "default-plan", line, "defaultPlan");
            return line;
        });
    }

    /** Where there is something: scorecards of earlier versions say less. */
    private static void copy(JsonNode from, String field, ObjectNode into, String name) {
        if (from.has(field)) {
            into.set(name, from.get(field));
        }
    }

    private Response readScorecard(Call call) {
        var drill = Scorecards.drill(store, call);
        var released = Scorecards.released(store, drill);
        if (released.isEmpty()) {
            throw Problem.notFound();
        }
        return Scorecards.answer(store, drill, released);
    }

    private Response setHold(Call call) {
        var reason = Body.read(call.request(), Holding::reason);
        return Holding.found(Optional.of(holdEverything.declare(call.account().id(), reason)));
    }

    private Response signOut(Call call) {
        Body.read(call.request(), body -> body);
        revocations.ofAccount(call.account().id());
        return Response.empty(204);
    }

    private Response liftHold(Call call) {
        holdEverything.lift();
        return Response.empty(204);
    }
}
