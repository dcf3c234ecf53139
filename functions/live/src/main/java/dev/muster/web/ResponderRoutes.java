package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.conduct.Commanded;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.InterruptDrill;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.Attachments;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.drill.respond.Recorded;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What responders do, each in the one drill that the link names: look, and answer. */
final class ResponderRoutes {

    private final DrillStore store;
    private final Clock clock;
    private final RecordResponse recordResponse;
    private final InterruptDrill interrupt;

    private final Attachments attachments;

    ResponderRoutes(Conducting conducting, Attachments attachments) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.recordResponse = new RecordResponse(store, waker, clock);
        this.interrupt = new InterruptDrill(store, waker, clock);
        this.attachments = attachments;
    }

    List<Route> routes() {
        return List.of(
                responder("GET", "/api/v1/my/drill", "readMyDrill", this::readMyDrill),
                responder("GET", "/api/v1/my/drill/attachments/{file}", "readMyAttachment", this::readMyAttachment),
                responding("acknowledgements", "acknowledge", ResponderRoutes::acknowledge),
                responding("messages", "sendMessage", ResponderRoutes::write),
                responding("approvals", "decideOnDraft", ResponderRoutes::decideOnDraft),
                responding("actions", "reportAction", ResponderRoutes::report),
                responding("decisions", "decide", ResponderRoutes::decide),
                responding("assignments", "assign", ResponderRoutes::assign),
                responding(
                        "questions",
                        "askController",
                        body -> new Intent.Ask(body.text("text"), body.optionalId("inject"))),
                responding("handovers", "handOver", body -> new Intent.HandOver(body.id("inject"))),
                responding("notes", "takeNote", body -> new Intent.Note(body.text("text"))),
                responder("POST", "/api/v1/my/emergency", "callEmergency", this::callEmergency),
                responder("GET", "/r/{token}", "openLink", this::openLink),
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

    /** Changes nothing: whoever previews links may open it. */
    private Response openLink(Call call) {
        return Pages.responder(myDrill(call), call.request().parameter("token"), clock.instant());
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

    private MyDrill myDrill(Call call) {
        var me = call.responder();
        return new MyDrill(drill(me), store.plan(me.drill()), me, store.log(me.drill()));
    }

    private Drill drill(Caller.Responder me) {
        return store.drill(me.drill()).orElseThrow(Problem::notFound);
    }

    // ---- answering

    private static Intent acknowledge(Body body) {
        return new Intent.Acknowledge(body.id("inject"));
    }

    private static Intent write(Body body) {
        return new Intent.Write(
                body.oneOf("channel", Channel.class, Channel::label),
                body.oneOf("audience", Audience.class, Audience::label),
                body.text("text"),
                body.optionalId("answers"),
                body.ids("steps"),
                body.flag("sendAnyway"));
    }

    private static Intent decideOnDraft(Body body) {
        var message = body.id("message");
        return body.neededFlag("approve")
                ? new Intent.Approve(message)
                : new Intent.Refuse(message, body.text("reason"));
    }

    private static Intent report(Body body) {
        return new Intent.Report(body.id("step"), body.optionalText("evidence").orElse(""));
    }

    private static Intent decide(Body body) {
        return new Intent.Decide(
                body.id("inject"),
                body.id("option"),
                body.optionalText("reason").orElse(""));
    }

    private static Intent assign(Body body) {
        return new Intent.Assign(body.text("what"), body.id("to"), body.optionalId("step"), body.optionalId("inject"));
    }

    /** @param role empty: the first that the responder holds, or else stands in for */
    private record Answer(Optional<String> role, Optional<Instant> clientAt, Intent intent) {}

    private Response record(Call call, Function<Body, Intent> intent) {
        var me = call.responder();
        var key = call.request().key();
        var answer = Body.read(
                call.request(),
                body -> new Answer(body.optionalId("role"), body.optionalTime("clientAt"), intent.apply(body)));
        var role = answer.role().orElseGet(() -> usualRole(me));
        var request =
                new RecordResponse.Request(me.drill(), me.member(), role, key, answer.clientAt(), answer.intent());
        return switch (recordResponse.record(request)) {
            case Recorded.Accepted accepted -> Response.json(200, json(accepted));
            case Recorded.Refused refused -> throw Problem.of(kind(refused.because()), refused.why());
        };
    }

    private static String usualRole(Caller.Responder me) {
        return me.member().roles().stream()
                .findFirst()
                .or(() -> me.member().deputyFor().stream().findFirst())
                .orElse("");
    }

    static Kind kind(Recorded.Because because) {
        return switch (because) {
            case UNKNOWN -> Kind.NOT_FOUND;
            case FORBIDDEN -> Kind.FORBIDDEN;
            case TOO_LATE_OR_EARLY -> Kind.REFUSED;
            case INVALID -> Kind.UNACCEPTABLE;
        };
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

    /**
     * A real emergency is never turned away for its key or its words, missing or flawed, and whatever became of the
     * drill, the answer says whom to call.
     */
    private Response callEmergency(Call call) {
        var me = call.responder();
        var key = call.request().optionalKey().orElseGet(() -> "call-" + UUID.randomUUID());
        var words = words(call.request());
        var contact = store.plan(me.drill()).realContact();
        return switch (interrupt.realEmergency(me.drill(), me.member().id(), words, key)) {
            case Commanded.Accepted accepted -> {
                var json = instance.objectNode();
                ClockJson.put(json, accepted.drill(), clock.instant());
                yield Response.json(200, json.put("realContact", contact));
            }
            case Commanded.Refused refused -> throw overAlready(Words.ENGLISH.say(refused.refusal()), contact);
            case Commanded.Outdated ignored -> throw overAlready("The drill has changed.", contact);
        };
    }

    /** What can be read of the words, as much as the log takes. */
    private static String words(Request request) {
        try {
            var words = Body.read(request, body -> body.optionalText("words")).orElse("");
            return shortened(words, RecordResponse.MAX_REMARK).strip();
        } catch (Problem unreadable) {
            return "";
        }
    }

    private static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        // Never half of a character that takes two places.
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static Problem overAlready(String why, String contact) {
        return Problem.of(Kind.REFUSED, why).with("realContact", instance.textNode(contact));
    }
}
