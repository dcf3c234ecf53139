package dev.muster.web;

import dev.muster.drill.respond.Intent;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a responder wants to do from a request's body, whether a program or a form of a page sent it. */
final class Intents {

    /** What a form of the responder's page asks for, by its field {@code do}. */
    static final Map<String, Function<Body, Intent>> OF_FORMS = Map.of(
            "acknowledge", Intents::acknowledge,
            "write", Intents::write,
            "approve", Intents::approve,
            "refuse", Intents::refuse,
            "report", Intents::report,
            "decide", Intents::decide,
            "assign", Intents::assign,
            "ask", Intents::ask,
            "hand-over", Intents::handOver,
            "note", Intents::note);

    private Intents() {}

    static Intent acknowledge(Body body) {
        return new Intent.Acknowledge(body.id("inject"));
    }

    static Intent write(Body body) {
        return new Intent.Write(
                body.oneOf("channel", Channel.class, Channel::label),
                body.oneOf("audience", Audience.class, Audience::label),
                body.text("text"),
                body.optionalId("answers"),
                body.ids("steps"),
                body.flag("sendAnyway"));
    }

    static Intent decideOnDraft(Body body) {
        return body.neededFlag("approve")
                ? new Intent.Approve(body.id("message"))
                : new Intent.Refuse(body.id("message"), body.text("reason"));
    }

    /** One form has a button for each ruling: what was typed as a reason does not matter to this one. */
    private static Intent approve(Body body) {
        body.optionalText("reason");
        return new Intent.Approve(body.id("message"));
    }

    /** A reason that was not given is refused in words that people understand. */
    private static Intent refuse(Body body) {
        return new Intent.Refuse(body.id("message"), said(body.optionalText("reason")));
    }

    static Intent report(Body body) {
        return new Intent.Report(body.id("step"), said(body.optionalText("evidence")));
    }

    static Intent decide(Body body) {
        return new Intent.Decide(body.id("inject"), body.id("option"), said(body.optionalText("reason")));
    }

    static Intent assign(Body body) {
        return new Intent.Assign(body.text("what"), body.id("to"), body.optionalId("step"), body.optionalId("inject"));
    }

    static Intent ask(Body body) {
        return new Intent.Ask(body.text("text"), body.optionalId("inject"));
    }

    static Intent handOver(Body body) {
        return new Intent.HandOver(body.id("inject"));
    }

    static Intent note(Body body) {
        return new Intent.Note(body.text("text"));
    }

    private static String said(Optional<String> text) {
        return text.orElse("");
    }
}
