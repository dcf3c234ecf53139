package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import dev.muster.drill.Hold;
import java.util.Optional;

/** The hold as trainers and leaders read and write it. */
final class Holding {

    private static final int MAX_REASON = 500;

    private Holding() {}

    static String reason(Body body) {
        return body.text("reason", MAX_REASON).strip();
    }

    static Response found(Optional<Hold> hold) {
        var json = instance.objectNode();
        hold.ifPresentOrElse(
                it -> json.putObject("hold")
                        .put("by", it.by())
                        .put("reason", it.reason())
                        .put("since", it.since().toString()),
                () -> json.putNull("hold"));
        return Response.json(200, json);
    }
}
