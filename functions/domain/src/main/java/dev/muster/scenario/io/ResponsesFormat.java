package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import java.time.Duration;
import java.util.List;

/** The JSON form of what a recorded team answers. */
public final class ResponsesFormat {

    private static final List<String> DOINGS =
            List.of("acknowledge", "message", "approve", "refuse", "action", "decision", "assign", "note");

    private ResponsesFormat() {}

    /** @throws Unreadable if these are no responses */
    public static Responses read(JsonNode json) {
        var responses = FieldReader.of(json);
        return new Responses(
                responses.text("responses"),
                responses.text("scenario"),
                responses.text("title"),
                responses.objects("answers", ResponsesFormat::answer));
    }

    public static ObjectNode write(Responses responses) {
        return FieldWriter.of("responses", responses.id())
                .put("scenario", responses.scenario())
                .put("title", responses.title())
                .objects("answers", responses.answers(), ResponsesFormat::answer)
                .node();
    }

    private static Answer answer(FieldReader answer) {
        return new Answer(answer.text("role"), when(answer), answer.optionalText("id"), doing(answer));
    }

    private static JsonNode answer(Answer answer) {
        var written = FieldWriter.of("role", answer.role());
        return doing(when(written, answer.when()).putText("id", answer.ref()), answer.doing())
                .node();
    }

    private static When when(FieldReader answer) {
        if (answer.has("at") == answer.has("after")) {
            throw answer.unreadable("needs either \"at\" (a time) or \"after\" (an inject)");
        }
        return answer.has("at")
                ? new When.At(answer.duration("at"))
                : new When.After(answer.text("after"), answer.duration("delay", Duration.ZERO));
    }

    private static FieldWriter when(FieldWriter answer, When when) {
        return switch (when) {
            case When.At time -> answer.put("at", time.at());
            case When.After after -> answer.put("after", after.inject()).put("delay", after.delay());
        };
    }

    private static Doing doing(FieldReader answer) {
        var kinds = DOINGS.stream().filter(answer::has).toList();
        if (kinds.size() != 1) {
            throw answer.unreadable(Wording.oneOf(DOINGS, kinds));
        }
        var kind = kinds.getFirst();
        return switch (kind) {
            case "acknowledge" -> new Doing.Acknowledge();
            case "message" -> message(answer.object(kind));
            case "approve" -> new Doing.Approve(answer.text(kind));
            case "refuse" -> refuse(answer.object(kind));
            case "action" -> action(answer.object(kind));
            case "decision" -> decision(answer.object(kind));
            case "assign" -> assign(answer.object(kind));
            default -> new Doing.Note(answer.text(kind));
        };
    }

    private static FieldWriter doing(FieldWriter answer, Doing doing) {
        return switch (doing) {
            case Doing.Acknowledge acknowledge -> answer.flag("acknowledge", true);
            case Doing.Message message -> answer.put("message", message(message));
            case Doing.Approve approve -> answer.put("approve", approve.message());
            case Doing.Refuse refuse -> answer.put("refuse", refuse(refuse));
            case Doing.Action action -> answer.put("action", action(action));
            case Doing.Decision decision -> answer.put("decision", decision(decision));
            case Doing.Assign assign -> answer.put("assign", assign(assign));
            case Doing.Note note -> answer.put("note", note.text());
        };
    }

    private static Doing message(FieldReader message) {
        return new Doing.Message(
                message.one("channel", Labels.CHANNELS),
                message.one("audience", Labels.AUDIENCES),
                message.text("text"),
                message.optionalText("answers"),
                message.textSet("steps"),
                message.flag("send-anyway"));
    }

    private static JsonNode message(Doing.Message message) {
        return FieldWriter.empty()
                .put("channel", message.channel(), Labels.CHANNELS)
                .put("audience", message.audience(), Labels.AUDIENCES)
                .put("text", message.text())
                .putText("answers", message.answers())
                .texts("steps", message.steps())
                .flag("send-anyway", message.sendAnyway())
                .node();
    }

    private static Doing refuse(FieldReader refuse) {
        return new Doing.Refuse(refuse.text("message"), refuse.text("reason"));
    }

    private static JsonNode refuse(Doing.Refuse refuse) {
        return FieldWriter.of("message", refuse.message())
                .put("reason", refuse.reason())
                .node();
    }

    private static Doing action(FieldReader action) {
        return new Doing.Action(action.text("step"), action.text("evidence"));
    }

    private static JsonNode action(Doing.Action action) {
        return FieldWriter.of("step", action.step())
                .put("evidence", action.evidence())
                .node();
    }

    private static Doing decision(FieldReader decision) {
        return new Doing.Decision(decision.text("inject"), decision.text("option"), decision.text("reason"));
    }

    private static JsonNode decision(Doing.Decision decision) {
        return FieldWriter.of("inject", decision.inject())
                .put("option", decision.option())
                .put("reason", decision.reason())
                .node();
    }

    private static Doing assign(FieldReader assign) {
        return new Doing.Assign(assign.text("what"), assign.text("to"), assign.optionalText("step"));
    }

    private static JsonNode assign(Doing.Assign assign) {
        return FieldWriter.of("what", assign.what())
                .put("to", assign.to())
                .putText("step", assign.step())
                .node();
    }
}
