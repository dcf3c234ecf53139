package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.port.Attachments;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.Recorded;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What responders do, each in the one drill that the link names: look, and answer. */
final class ResponderRoutes {

    private final DrillStore store;
    private final Clock clock;
    private final Answering answering;
    private final Attachments attachments;

    ResponderRoutes(Conducting conducting, Attachments attachments) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.answering = new Answering(conducting);
        this.attachments = attachments;
    }

    List<Route> routes() {
        return Stream.concat(responding().stream(), Assets.routes().stream()).toList();
    }

    private List<Route> responding() {
        return List.of(
                responder("GET", "/api/v1/my/drill", "readMyDrill", this::readMyDrill),
                responder("GET", "/api/v1/my/drill/attachments/{file}", "readMyAttachment", this::readMyAttachment),
                responding("acknowledgements", "acknowledge", Intents::acknowledge),
                responding("messages", "sendMessage", Intents::write),
                responding("approvals", "decideOnDraft", Intents::decideOnDraft),
                responding("actions", "reportAction", Intents::report),
                responding("decisions", "decide", Intents::decide),
                responding("assignments", "assign", Intents::assign),
                responding("questions", "askController", Intents::ask),
                responding("handovers", "handOver", Intents::handOver),
                responding("notes", "takeNote", Intents::note),
                responder("POST", "/api/v1/my/emergency", "callEmergency", this::callEmergency),
                responder("GET", "/r/{token}", "openLink", this::openLink),
                responder("POST", "/r/{token}", "sendForm", this::takeForm),
                responder("GET", "/r/{token}/attachments/{file}", "openAttachment", this::readMyAttachment));
    }

    private static Route responder(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.RESPONDER, operationId, handler);
    }

    private Route responding(String what, String operationId, Function<Body, Intent> intent) {
        return responder("POST", "/api/v1/my/" + what, operationId, call -> record(call, intent));
    }

    // ---- looking

    private Response readMyDrill(Call call) {
        var json = MyDrillJson.of(myDrill(call), clock.instant());
        return Response.json(200, json).tagged(ClockJson.withoutReading(json));
    }

    /** Changes nothing: whoever previews links may open it. The tag leaves out what the clock reads, as the page's own runs on. */
    private Response openLink(Call call) {
        var request = call.request();
        if (request.query().containsKey("left")) {
            return Pages.left(View.of(request));
        }
        var mine = myDrill(call);
        var now = clock.instant();
        var view = View.of(request);
        var done = Optional.ofNullable(request.query().get("done")).filter(Intents.OF_FORMS::containsKey);
        var leave = request.cookie(Role.JOINER).map(link -> "../j/" + link).orElse("");
        var asked = new ResponderPage.Asked(
                view, request.parameter("token"), Sheet.Wanted.of(request), done.orElse(""), leave);
        var page = ResponderPage.of(mine, asked, new Moments(view, mine.drill(), mine.scenarioClock(), now));
        return Pages.responder(page, view).tagged(seen(mine, view, now));
    }

    private static ObjectNode seen(MyDrill mine, View view, Instant now) {
        return ClockJson.withoutReading(MyDrillJson.of(mine, now)).put("language", view.language());
    }

    /** Only what came with an inject that was released to me; of anything else nobody learns whether it exists. */
    private Response readMyAttachment(Call call) {
        var mine = myDrill(call);
        var name = call.request().parameter("file");
        return mine.files()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .flatMap(file -> AttachedFiles.answer(attachments, mine.drill(), file.name()))
                .orElseThrow(Problem::notFound);
    }

    /** Three looks: who asks, the drill, and what happened in it; the plan stays in memory. */
    private MyDrill myDrill(Call call) {
        var me = call.responder();
        var drill = store.drill(me.drill()).orElseThrow(Problem::notFound);
        return new MyDrill(drill, store.plan(drill.id()), me.member(), store.proceedings(drill.id()));
    }

    // ---- answering

    private Response record(Call call, Function<Body, Intent> intent) {
        return Response.json(200, json(answering.record(call, intent)));
    }

    private static ObjectNode json(Recorded.Accepted accepted) {
        var entry = accepted.entry();
        var json = instance.objectNode()
                .put("entry", entry.id())
                .put("at", entry.at().toString());
        json.put("drillTime", entry.drillTime().toString()).put("counted", accepted.counted());
        switch (entry.event()) {
            case DrillEvent.MessageDrafted drafted ->
                message(json, drafted.message().id(), "draft");
            case DrillEvent.MessageSent sent -> message(json, sent.message().id(), "sent");
            case DrillEvent.MessageApproved approved -> message(json, approved.message(), "sent");
            case DrillEvent.MessageRefused refused -> message(json, refused.message(), "refused");
            case DrillEvent.HandedOver handover ->
                handover.to().stream().sorted().forEach(json.putArray("to")::add);
            default -> {
                // Nothing beyond the entry.
            }
        }
        return json;
    }

    private static void message(ObjectNode json, String id, String state) {
        json.put("message", id).put("state", state);
    }

    private Response callEmergency(Call call) {
        var json = instance.objectNode();
        ClockJson.put(json, answering.callEmergency(call).drill(), clock.instant());
        return Response.json(200, json.put("realContact", answering.realContact(call.responder())));
    }

    // ---- the page's forms

    /**
     * One form of the page: the same as the API's route of that name. A script reads the receipt; a browser without one is
     * led back to the page, so that a reload sends nothing again.
     */
    private Response takeForm(Call call) {
        var wanted = Form.of(call.request()).one(Form.DO).orElse("");
        var receipt = wanted.equals("emergency") ? callEmergency(call) : record(call, intent(wanted));
        return call.request().wantsJson()
                ? receipt
                : Response.seeOther("%s?done=%s".formatted(call.request().parameter("token"), wanted));
    }

    private static Function<Body, Intent> intent(String wanted) {
        return Optional.ofNullable(Intents.OF_FORMS.get(wanted)).orElseThrow(Problem::unknownForm);
    }
}
