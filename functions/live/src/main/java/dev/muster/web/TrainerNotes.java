package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import dev.muster.drill.Drill;
import dev.muster.drill.conduct.AnswerQuestion;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.Noted;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;

/** What trainers say in a drill without commanding it: answers to questions. Nothing here depends on an epoch. */
final class TrainerNotes {

    private final DrillStore store;
    private final AnswerQuestion answerQuestion;

    TrainerNotes(Conducting conducting) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.answerQuestion = new AnswerQuestion(store, waker, conducting.clock());
    }

    private record Answer(String question, String text, boolean toAll) {
        static Answer read(Body body) {
            return new Answer(body.id("question"), body.text("text", RecordResponse.MAX_REMARK), body.flag("toAll"));
        }
    }

    Response answer(Call call) {
        var drill = drill(call);
        call.request().key();
        var answer = Body.read(call.request(), Answer::read);
        return said(
                answerQuestion.answer(drill, call.account().id(), answer.question(), answer.text(), answer.toAll()));
    }

    private static Response said(Noted noted) {
        return switch (noted) {
            case Noted.Accepted accepted ->
                Response.json(
                        200,
                        instance.objectNode()
                                .put("entry", accepted.entry().id())
                                .put("at", accepted.entry().at().toString())
                                .put("drillTime", accepted.entry().drillTime().toString()));
            case Noted.Unknown unknown -> throw Problem.of(Kind.UNACCEPTABLE, unknown.refusal());
            case Noted.Refused refused -> throw Problem.of(Kind.REFUSED, refused.refusal());
        };
    }

    private Drill drill(Call call) {
        return Scorecards.drill(store, call);
    }
}
