package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Criterion;
import java.util.List;

/** The JSON form of a condition: an object whose one leading key says what kind it is. */
public final class ConditionFormat {

    private static final List<String> KINDS = List.of(
            "step-done",
            "step-overdue",
            "acknowledged",
            "answered",
            "released",
            "decided",
            "criterion",
            "lacks",
            "all",
            "any",
            "not");

    private ConditionFormat() {}

    static Condition read(FieldReader condition) {
        var kinds = KINDS.stream().filter(condition::has).toList();
        if (kinds.size() != 1) {
            throw condition.unreadable(Wording.oneOf(KINDS, kinds));
        }
        var kind = kinds.getFirst();
        return switch (kind) {
            case "step-done" -> new StepDone(condition.text(kind));
            case "step-overdue" -> new StepOverdue(condition.text(kind), condition.optionalDuration("by"));
            case "acknowledged" -> new Acknowledged(condition.text(kind));
            case "answered" -> new Answered(condition.text(kind));
            case "released" -> new Released(condition.text(kind));
            case "decided" -> new Decided(condition.text(kind), condition.optionalText("option"));
            case "criterion" -> new Shown(condition.one(kind, Labels.CRITERIA), messages(condition));
            case "lacks" -> new Lacking(condition.one(kind, Labels.CRITERIA), messages(condition));
            case "all" -> new All(condition.objects(kind, ConditionFormat::read));
            case "any" -> new Any(condition.objects(kind, ConditionFormat::read));
            default -> new Not(read(condition.object(kind)));
        };
    }

    private static Messages messages(FieldReader condition) {
        return new Messages(condition.optionalOne("audience", Labels.AUDIENCES), condition.optionalText("answering"));
    }

    public static ObjectNode write(Condition condition) {
        return switch (condition) {
            case StepDone done -> FieldWriter.of("step-done", done.step()).node();
            case StepOverdue overdue ->
                FieldWriter.of("step-overdue", overdue.step())
                        .putDuration("by", overdue.by())
                        .node();
            case Acknowledged acknowledged ->
                FieldWriter.of("acknowledged", acknowledged.inject()).node();
            case Answered answered ->
                FieldWriter.of("answered", answered.inject()).node();
            case Released released ->
                FieldWriter.of("released", released.inject()).node();
            case Decided decided ->
                FieldWriter.of("decided", decided.inject())
                        .putText("option", decided.option())
                        .node();
            case Shown shown -> messages("criterion", shown.criterion(), shown.among());
            case Lacking lacking -> messages("lacks", lacking.criterion(), lacking.among());
            case All all -> FieldWriter.empty().put("all", list(all.of())).node();
            case Any any -> FieldWriter.empty().put("any", list(any.of())).node();
            case Not not -> FieldWriter.empty().put("not", write(not.of())).node();
        };
    }

    private static ObjectNode messages(String key, Criterion criterion, Messages among) {
        return FieldWriter.empty()
                .put(key, criterion, Labels.CRITERIA)
                .put("audience", among.audience(), Labels.AUDIENCES)
                .putText("answering", among.answering())
                .node();
    }

    /** Written even if it is empty: the key is what tells the kind of condition. */
    private static ArrayNode list(List<Condition> conditions) {
        var list = JsonNodeFactory.instance.arrayNode();
        conditions.forEach(condition -> list.add(write(condition)));
        return list;
    }
}
