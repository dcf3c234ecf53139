package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.drill.conduct.AnswerQuestion;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.Noted;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Rating;
import dev.muster.scoring.Evaluate;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Duration;
import java.util.Optional;

/**
 * What trainers and evaluators say of a drill without commanding it: answers to questions, observations, ratings and
 * rulings on marks. Nothing here depends on an epoch.
 */
final class TrainerNotes {

    private final DrillStore store;
    private final AnswerQuestion answerQuestion;
    private final Evaluate evaluate;

    TrainerNotes(Conducting conducting) {
        var waker = new Waker(conducting.queue(), conducting.clock());
        this.store = conducting.store();
        this.answerQuestion = new AnswerQuestion(store, waker, conducting.clock());
        this.evaluate = new Evaluate(store, waker, conducting.clock());
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

    private record Sight(String text, Optional<String> objective, Optional<Duration> at) {
        static Sight read(Body body) {
            return new Sight(
                    body.text("text", RecordResponse.MAX_REMARK),
                    body.optionalId("objective"),
                    body.optionalDrillTime("at"));
        }
    }

    Response observe(Call call) {
        var word = word(call);
        var seen = Body.read(call.request(), Sight::read);
        return said(evaluate.observe(word, seen.text(), seen.objective(), seen.at()));
    }

    private record Rated(String objective, Rating rating, String reason) {
        static Rated read(Body body) {
            return new Rated(body.id("objective"), body.oneOf("rating", Rating.class, Rating::label), why(body));
        }
    }

    Response rate(Call call) {
        var word = word(call);
        var rated = Body.read(call.request(), Rated::read);
        return said(evaluate.rate(word, rated.objective(), rated.rating(), rated.reason()));
    }

    private record Overruled(Ruling ruling, String reason) {
        static Overruled read(Body body) {
            return new Overruled(body.has("step") ? onStep(body) : onCriterion(body), why(body));
        }

        private static Ruling onStep(Body body) {
            return new Ruling.OnStep(
                    body.id("step"), body.neededNumber("mark", "a number from 0 to 1", mark -> mark >= 0 && mark <= 1));
        }

        private static Ruling onCriterion(Body body) {
            return new Ruling.OnCriterion(
                    body.id("message"),
                    body.oneOf("criterion", Criterion.class, Criterion::label),
                    body.neededFlag("present"));
        }
    }

    Response overrule(Call call) {
        var word = word(call);
        var overruled = Body.read(call.request(), Overruled::read);
        return said(evaluate.overrule(word, overruled.ruling(), overruled.reason()));
    }

    private static String why(Body body) {
        return body.text("reason", RecordResponse.MAX_REMARK);
    }

    private Evaluate.Word word(Call call) {
        return new Evaluate.Word(
                drill(call).id(), call.account().id(), call.request().key());
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
