package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import java.util.List;

/** The JSON form of a condition: an object whose one leading key says what kind it is. */
public final class ConditionFormat {

    private static final List<String> KINDS =
            List.of("step-done", "step-overdue", "acknowledged", "decided", "criterion", "all", "any", "not");

    private ConditionFormat() {}

    static Condition read(FieldReader condition) {
        var kinds = KINDS.stream().filter(condition::has).toList();
        if (kinds.size() != 1) {
            throw condition.unreadable(Wording.oneOf(KINDS, kinds));
        }
        var kind = kinds.getFirst();
        return switch (kind) {
            case "step-done" -> new StepDone(condition.text(kind));
            case "step-overdue" -> new StepOverdue(condition.text(kind));
            case "acknowledged" -> new Acknowledged(condition.text(kind));
            case "decided" -> new Decided(condition.text(kind), condition.optionalText("option"));
            case "criterion" ->
                new Shown(condition.one(kind, Labels.CRITERIA), condition.optionalOne("audience", Labels.AUDIENCES));
            case "all" -> new All(condition.objects(kind, ConditionFormat::read));
            case "any" -> new Any(condition.objects(kind, ConditionFormat::read));
            default -> new Not(read(condition.object(kind)));
        };
    }

    public static ObjectNode write(Condition condition) {
        return switch (condition) {
            case StepDone done -> FieldWriter.of("step-done", done.step()).node();
            case StepOverdue overdue ->
                FieldWriter.of("step-overdue", overdue.step()).node();
            case Acknowledged acknowledged ->
                FieldWriter.of("acknowledged", acknowledged.inject()).node();
            case Decided decided ->
                FieldWriter.of("decided", decided.inject())
                        .putText("option", decided.option())
                        .node();
            case Shown shown ->
                FieldWriter.empty()
                        .put("criterion", shown.criterion(), Labels.CRITERIA)
                        .put("audience", shown.audience(), Labels.AUDIENCES)
                        .node();
            case All all -> FieldWriter.empty().put("all", list(all.of())).node();
            case Any any -> FieldWriter.empty().put("any", list(any.of())).node();
            case Not not -> FieldWriter.empty().put("not", write(not.of())).node();
        };
    }

    /** Written even if it is empty: the key is what tells the kind of condition. */
    private static ArrayNode list(List<Condition> conditions) {
        var list = JsonNodeFactory.instance.arrayNode();
        conditions.forEach(condition -> list.add(write(condition)));
        return list;
    }
}
