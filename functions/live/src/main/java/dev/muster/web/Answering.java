package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.Commanded;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.InterruptDrill;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.drill.respond.Recorded;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a responder does, as the JSON API and the forms of the page ask for it: the same for both. */
final class Answering {

    private final DrillStore store;
    private final RecordResponse recordResponse;
    private final InterruptDrill interrupt;

    Answering(Conducting conducting) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.recordResponse = new RecordResponse(store, waker, conducting.clock());
        this.interrupt = new InterruptDrill(store, waker, conducting.clock());
    }

    /** @param role empty: the first that the responder holds, or else stands in for */
    private record Answer(Optional<String> role, Optional<Instant> clientAt, Intent intent) {}

    /** @throws Problem if it is not written down */
    Recorded.Accepted record(Call call, Function<Body, Intent> intent) {
        var me = call.responder();
        var key = call.request().key();
        var answer = Body.read(
                call.request(),
                body -> new Answer(body.optionalId("role"), body.optionalTime("clientAt"), intent.apply(body)));
        var role = answer.role().orElseGet(() -> usualRole(me));
        var request =
                new RecordResponse.Request(me.drill(), me.member(), role, key, answer.clientAt(), answer.intent());
        return switch (recordResponse.record(request)) {
            case Recorded.Accepted accepted -> accepted;
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

    /** Whom to call when it is real. */
    String realContact(Caller.Responder me) {
        return store.plan(me.drill()).realContact();
    }

    /**
     * A real emergency is never turned away for its key or its words, missing or flawed.
     *
     * @throws Problem if the drill is over anyway; it says whom to call
     */
    Commanded.Accepted callEmergency(Call call) {
        var me = call.responder();
        var key = call.request().optionalKey().orElseGet(() -> "call-" + UUID.randomUUID());
        var words = words(call.request());
        return switch (interrupt.realEmergency(me.drill(), me.member().id(), words, key)) {
            case Commanded.Accepted accepted -> accepted;
            case Commanded.Refused refused -> throw overAlready(refused.refusal(), me);
            case Commanded.Outdated ignored -> throw overAlready(new Refusal("drill-over", List.of()), me);
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

    private Problem overAlready(Refusal why, Caller.Responder me) {
        return Problem.of(Kind.REFUSED, why).with("realContact", instance.textNode(realContact(me)));
    }
}
