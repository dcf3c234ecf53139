package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.Entries;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.HoldEverything;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.io.DrillExport;
import dev.muster.drill.io.LogJson;
import dev.muster.drill.port.Attachments;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Reports;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import dev.muster.scenario.io.Library;
import dev.muster.scoring.ReleaseScorecard;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What trainers do: schedule drills, conduct them, look at everything. */
final class TrainerRoutes {

    private final DrillStore store;
    private final Clock clock;
    private final LinkRoutes links;
    private final Optional<String> base;
    private final Library library;
    private final Reports reports;
    private final Attachments attachments;
    private final Scheduling scheduling;
    private final TrainerCommands commands;
    private final TrainerNotes notes;
    private final HoldEverything holdEverything;
    private final ReleaseScorecard releaseScorecard;

    /** @param base the public URL of the API; empty if it is the address that the caller used */
    TrainerRoutes(
            Conducting conducting,
            LinkSigner links,
            Optional<String> base,
            Library library,
            Reports reports,
            Attachments attachments) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.links = new LinkRoutes(store, clock, links, base);
        this.base = base;
        this.library = library;
        this.reports = reports;
        this.attachments = attachments;
        this.scheduling = new Scheduling(conducting, library, attachments);
        this.commands = new TrainerCommands(conducting);
        this.notes = new TrainerNotes(conducting);
        this.holdEverything = new HoldEverything(conducting);
        this.releaseScorecard = new ReleaseScorecard(store, waker, clock);
    }

    List<Route> routes() {
        return Stream.of(drills(), links.routes(), new ScenarioRoutes(library).routes(), pages().routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What their forms do is what the API does. */
    private TrainerPages pages() {
        Map<String, Route.Handler> hold = Map.of("hold", this::setHold, "lift", this::liftHold);
        Map<String, Route.Handler> onDrills = new HashMap<>(hold);
        onDrills.put("schedule", call -> createDrill(ScheduleForm.asCall(call, library)));
        Map<String, Route.Handler> onDrill = new HashMap<>(hold);
        onDrill.put("command", this::commandDrill);
        onDrill.put("answer", notes::answer);
        onDrill.put("observe", notes::observe);
        onDrill.put("rate", notes::rate);
        onDrill.put("overrule", notes::overrule);
        onDrill.put("release-scorecard", this::releaseScorecard);
        Map<String, Route.Handler> read = Map.of("report", this::readReport, "export", this::exportDrill);
        return new TrainerPages(
                store,
                clock,
                library,
                new SignOut(new Revocations(store, clock), Role.TRAINER, base),
                read,
                onDrills,
                onDrill);
    }

    private List<Route> drills() {
        return List.of(
                Route.open("GET", "/api/v1/openapi.json", "readOpenApi", call -> OpenApi.document()),
                trainer("POST", "/api/v1/drills", "createDrill", this::createDrill),
                trainer("GET", "/api/v1/drills", "listDrills", this::listDrills),
                trainer("GET", "/api/v1/drills/{drill}", "readDrill", this::readDrill),
                trainer("GET", "/api/v1/drills/{drill}/log", "readLog", this::readLog),
                trainer("GET", "/api/v1/drills/{drill}/export", "exportDrill", this::exportDrill),
                trainer("GET", "/api/v1/drills/{drill}/scorecard", "readScorecard", this::readScorecard),
                trainer("GET", "/api/v1/drills/{drill}/report", "readReport", this::readReport),
                trainer("GET", "/api/v1/drills/{drill}/attachments/{file}", "readAttachment", this::readAttachment),
                trainer("POST", "/api/v1/drills/{drill}/commands", "commandDrill", this::commandDrill),
                trainer("POST", "/api/v1/drills/{drill}/answers", "answerQuestion", notes::answer),
                trainer("POST", "/api/v1/drills/{drill}/observations", "observe", notes::observe),
                trainer("POST", "/api/v1/drills/{drill}/ratings", "rateObjective", notes::rate),
                trainer("POST", "/api/v1/drills/{drill}/overrulings", "overruleMark", notes::overrule),
                trainer("POST", "/api/v1/drills/{drill}/release-scorecard", "releaseScorecard", this::releaseScorecard),
                trainer("GET", "/api/v1/scenarios", "listScenarios", call -> listScenarios()),
                trainer("GET", "/api/v1/plans", "listPlans", call -> listPlans()),
                trainer("GET", "/api/v1/teams", "listTeams", call -> listTeams()),
                trainer("GET", "/api/v1/hold", "readHold", call -> Holding.found(store.hold())),
                trainer("PUT", "/api/v1/hold", "setHold", this::setHold),
                trainer("DELETE", "/api/v1/hold", "liftHold", this::liftHold),
                trainer("GET", "/t/{token}", "openTrainerLink", this::openLink));
    }

    private static Route trainer(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.TRAINER, operationId, handler);
    }

    /** From here on the browser carries the token itself, which stands in no address of a page any more. */
    private Response openLink(Call call) {
        return Response.seeOther("../drills")
                .withCookie(SessionCookie.of(Role.TRAINER, call.request().parameter("token"), base));
    }

    // ---- scheduling and looking

    private Response createDrill(Call call) {
        var drill = scheduling.schedule(call);
        var json = DrillView.summary(drill, clock.instant());
        DrillView.putFitted(
                json, store.entry(drill.id(), Entries.SCHEDULED).stream().toList());
        return Response.json(201, json).with("location", "/api/v1/drills/" + drill.id());
    }

    private Response listDrills(Call call) {
        var now = clock.instant();
        return list("drills", store.drills(), drill -> DrillView.summary(drill, now));
    }

    private Response readDrill(Call call) {
        var drill = drill(call);
        var id = drill.id();
        var view = DrillView.of(drill, store.plan(id), store.scenario(id), store.proceedings(id), clock.instant());
        return Response.json(200, view).tagged(ClockJson.withoutReading(view));
    }

    private Response readLog(Call call) {
        var drill = drill(call);
        var json = instance.objectNode().put("drill", drill.id());
        json.set("entries", LogJson.writeEntries(store.log(drill.id())));
        return Response.json(200, json).tagged(json);
    }

    /** Everything that a score needs, in one file. */
    private Response exportDrill(Call call) {
        var drill = drill(call);
        var export = new DrillExport(drill, store.scenario(drill.id()), store.plan(drill.id()), store.log(drill.id()));
        return Response.json(200, export.write())
                .with("content-disposition", "attachment; filename=\"EXERCISE-%s.json\"".formatted(drill.id()));
    }

    private Response readScorecard(Call call) {
        var drill = drill(call);
        return Scorecards.answer(store, drill, Scorecards.released(store, drill));
    }

    private Response readReport(Call call) {
        var html = reports.get(drill(call).id(), Reports.AFTER_ACTION)
                .map(page -> new String(page, StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, new Refusal("no-report", List.of())));
        return Pages.report(html);
    }

    private Response readAttachment(Call call) {
        return AttachedFiles.answer(attachments, drill(call), call.request().parameter("file"))
                .orElseThrow(Problem::notFound);
    }

    // ---- conducting

    private Response commandDrill(Call call) {
        return commands.carryOut(drill(call), call);
    }

    private Response releaseScorecard(Call call) {
        var drill = drill(call);
        call.request().key();
        Body.read(call.request(), body -> body);
        if (drill.state() != DrillState.SCORED) {
            throw commands.refused(drill.id(), new Refusal("not-scored", List.of()));
        }
        releaseScorecard.release(drill, call.account().id());
        return Scorecards.answer(store, drill, Scorecards.released(store, drill));
    }

    // ---- the hold

    private Response setHold(Call call) {
        var reason = Body.read(call.request(), Holding::reason);
        return Holding.found(Optional.of(holdEverything.place(call.account().id(), reason)));
    }

    private Response liftHold(Call call) {
        holdEverything.lift();
        return Response.empty(204);
    }

    // ---- the library

    private Response listScenarios() {
        return list(
                "scenarios", library.scenarios().stream().map(library::scenario).toList(), TrainerRoutes::summary);
    }

    /** With its variables as they stand if nobody chooses. */
    private static ObjectNode summary(Scenario script) {
        var scenario = Filling.fill(script, List.of());
        var json = instance.objectNode();
        json.put("id", scenario.id())
                .put("title", scenario.title())
                .put("kind", scenario.kind().label());
        json.put("version", scenario.version()).put("language", scenario.language());
        json.put("duration", scenario.duration().toString()).put("briefing", scenario.briefing());
        scenario.distressing().forEach(json.putArray("distressing")::add);
        scenario.roles().forEach(json.putArray("roles")::add);
        scenario.objectives()
                .forEach(objective -> withTitle(json.withArray("objectives"), objective.id(), objective.title()));
        var variables = json.putArray("variables");
        scenario.variables().forEach(variable -> variables
                .addObject()
                .put("name", variable.name())
                .put("default", variable.value())
                .put("description", variable.description()));
        return json.put("injects", scenario.injects().size());
    }

    private Response listPlans() {
        return list("plans", library.plans().stream().map(library::plan).toList(), TrainerRoutes::summary);
    }

    private static ObjectNode summary(Plan plan) {
        var json = instance.objectNode();
        json.put("id", plan.id()).put("title", plan.title()).put("version", plan.version());
        json.put("owner", plan.owner()).put("reviewed", plan.reviewed().toString());
        plan.roles()
                .forEach(role ->
                        json.withArray("roles").addObject().put("id", role.id()).put("name", role.name()));
        return json.put("steps", plan.steps().size());
    }

    private Response listTeams() {
        return list("teams", library.teams().stream().map(library::team).toList(), TrainerRoutes::summary);
    }

    private static ObjectNode summary(Team team) {
        var json = instance.objectNode();
        json.put("id", team.id())
                .put("name", team.name())
                .put("zone", team.zone().getId());
        var members = json.putArray("members");
        team.members().forEach(member -> {
            var one = members.addObject().put("id", member.id()).put("name", member.name());
            member.roles().forEach(one.putArray("roles")::add);
            member.deputyFor().forEach(one.putArray("deputyFor")::add);
        });
        return json;
    }

    private static void withTitle(ArrayNode into, String id, String title) {
        into.addObject().put("id", id).put("title", title);
    }

    // ---- how

    private Drill drill(Call call) {
        return Scorecards.drill(store, call);
    }

    static <T> Response list(String name, List<T> values, Function<T, ObjectNode> json) {
        var body = instance.objectNode();
        var array = body.putArray(name);
        values.forEach(value -> array.add(json.apply(value)));
        return Response.json(200, body).tagged(untimed(body, name));
    }

    private static ObjectNode untimed(ObjectNode body, String name) {
        var still = instance.objectNode();
        var array = still.putArray(name);
        body.get(name).forEach(one -> array.add(ClockJson.withoutReading((ObjectNode) one)));
        return still;
    }
}
