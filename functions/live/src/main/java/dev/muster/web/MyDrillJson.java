package dev.muster.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Message;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Plan;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;

/** A drill as one of its responders may see it, as JSON. Each field that is shown is named here. */
final class MyDrillJson {

    private final MyDrill mine;

    private MyDrillJson(MyDrill mine) {
        this.mine = mine;
    }

    static ObjectNode of(MyDrill mine, Instant now) {
        return new MyDrillJson(mine).json(now);
    }

    private ObjectNode json(Instant now) {
        var json = JsonNodeFactory.instance.objectNode();
        ClockJson.put(json, mine.drill(), now);
        ClockJson.putScenarioTime(json, mine.scenarioClock(), mine.drill(), now);
        json.put("realContact", mine.plan().realContact());
        json.put("briefing", mine.briefing());
        mine.distressing().forEach(json.putArray("distressing")::add);
        mine.nextUpdateBy().ifPresent(by -> json.put("nextUpdateBy", by.toString()));
        putMe(json.putObject("me"));
        putPrompts(json.putArray("prompts"));
        putDrafts(json.putArray("drafts"));
        putWritten(json.putArray("messages"));
        putAssignments(json.putArray("assignments"));
        putQuestions(json.putArray("questions"));
        putRoom(json.putArray("room"));
        putPlan(json.putObject("plan"), mine.plan());
        return json;
    }

    private void putMe(ObjectNode json) {
        var me = mine.member();
        json.put("member", me.id()).put("name", me.name());
        me.roles().forEach(json.putArray("roles")::add);
        me.deputyFor().forEach(json.putArray("deputyFor")::add);
    }

    private void putPrompts(ArrayNode into) {
        mine.items().forEach(item -> putPrompt(into.addObject(), item));
    }

    private void putPrompt(ObjectNode json, MyDrill.Item item) {
        var prompt = item.prompt();
        json.put("inject", prompt.inject());
        json.put("channel", prompt.channel().label()).put("from", prompt.from());
        prompt.to().forEach(json.putArray("to")::add);
        item.as().ifPresent(role -> json.put("as", role));
        json.put("text", prompt.text()).put("releasedAt", item.released().toString());
        ClockJson.putScenarioTime(json, mine.scenarioClock(), item.released());
        var attachments = json.putArray("attachments");
        prompt.attachments().forEach(file -> putFile(attachments.addObject(), file));
        item.acknowledgeBy().ifPresent(by -> json.put("acknowledgeBy", by.toString()));
        item.answerBy().ifPresent(by -> json.put("answerBy", by.toString()));
        json.put("acknowledged", item.acknowledged()).put("answered", item.answered());
        json.put("handedOver", item.handedOver());
        item.from().ifPresent(name -> json.put("handedBy", name));
        var options = json.putArray("options");
        prompt.options().forEach(one -> options.addObject().put("id", one.id()).put("text", one.text()));
        item.decision()
                .ifPresent(made ->
                        json.putObject("decision").put("option", made.option()).put("role", made.role()));
        putWaits(json.putArray("waitsFor"), item);
        putOthers(json.putArray("others"), item);
    }

    private static void putWaits(ArrayNode waits, MyDrill.Item item) {
        if (item.waitsForAcknowledgement()) {
            waits.add("acknowledgement");
        }
        if (item.waitsForDecision()) {
            waits.add("decision");
        }
    }

    private static void putOthers(ArrayNode into, MyDrill.Item item) {
        item.others().forEach(other -> into.addObject()
                .put("member", other.member())
                .put("name", other.name())
                .put("acknowledged", other.acknowledged())
                .put("answered", other.answered())
                .put("handedOver", other.handedOver()));
    }

    static void putFile(ObjectNode json, Prompt.File file) {
        json.put("name", file.name()).put("title", file.title()).put("alt", file.alt());
    }

    private void putDrafts(ArrayNode into) {
        mine.draftsForMe().forEach(draft -> putMessage(into.addObject(), draft).put("role", draft.role()));
    }

    private void putWritten(ArrayNode into) {
        mine.written().forEach(written -> {
            var json = putMessage(into.addObject(), written.message()).put("state", written.state());
            written.reason().ifPresent(reason -> json.put("reason", reason));
            if (!written.marks().isEmpty()) {
                putMarks(json.putArray("marks"), written);
            }
        });
    }

    private static void putMarks(ArrayNode into, MyDrill.Written written) {
        new TreeMap<>(written.marks()).forEach((criterion, mark) -> {
            var json = into.addObject().put("criterion", criterion.label()).put("present", mark.present());
            json.put("unsure", mark.unsure());
            mark.quotes().forEach(json.putArray("quotes")::add);
        });
    }

    private static ObjectNode putMessage(ObjectNode json, Message message) {
        json.put("message", message.id());
        json.put("channel", message.channel().label());
        json.put("audience", message.audience().label());
        json.put("text", message.text());
        message.answers().ifPresent(inject -> json.put("answers", inject));
        return json;
    }

    private void putAssignments(ArrayNode into) {
        mine.assignments().forEach(it -> {
            var json =
                    into.addObject().put("what", it.what()).put("to", it.to()).put("by", it.role());
            it.step().ifPresent(step -> json.put("step", step));
            it.inject().ifPresent(inject -> json.put("inject", inject));
        });
    }

    private void putQuestions(ArrayNode into) {
        mine.questions().forEach(it -> {
            var json = into.addObject()
                    .put("question", it.entry())
                    .put("askedAt", it.at().toString());
            json.put("mine", it.mine()).put("text", it.text());
            it.inject().ifPresent(inject -> json.put("inject", inject));
            it.reply().ifPresent(reply -> json.putObject("answer")
                    .put("answeredAt", reply.at().toString())
                    .put("text", reply.text())
                    .put("toAll", reply.toAll()));
        });
    }

    private void putRoom(ArrayNode into) {
        mine.room().forEach(deed -> {
            var json = into.addObject()
                    .put("entry", deed.entry())
                    .put("kind", deed.kind().label());
            json.put("drillTime", deed.at().toString());
            json.put("name", deed.name()).put("role", deed.role());
            deed.channel().ifPresent(channel -> json.put("channel", channel.label()));
            deed.audience().ifPresent(audience -> json.put("audience", audience.label()));
            json.put("what", deed.what()).put("text", deed.text());
        });
    }

    private static void putPlan(ObjectNode json, Plan plan) {
        json.put("id", plan.id()).put("title", plan.title()).put("version", plan.version());
        var roles = json.putArray("roles");
        plan.roles().forEach(it -> roles.addObject()
                .put("id", it.id())
                .put("name", it.name())
                .put("duties", it.duties()));
        new TreeSet<>(plan.speakers()).forEach(json.putArray("speakers")::add);
        var approval = json.putObject("approval");
        plan.approval().audiences().stream().sorted().map(Audience::label).forEach(approval.putArray("audiences")::add);
        new TreeSet<>(plan.approval().by()).forEach(approval.putArray("by")::add);
        var contacts = json.putArray("contacts");
        plan.contacts()
                .forEach(it -> contacts.addObject().put("name", it.name()).put("how", it.how()));
        putTemplates(json.putArray("templates"), plan);
        var steps = json.putArray("steps");
        plan.steps().forEach(it -> steps.addObject()
                .put("id", it.id())
                .put("title", it.title())
                .put("phase", it.phase().label())
                .put("owner", it.owner())
                .put("checklist", it.checklist()));
    }

    private static void putTemplates(ArrayNode into, Plan plan) {
        plan.templates().forEach(it -> {
            var json = into.addObject().put("id", it.id()).put("title", it.title());
            it.channel().ifPresent(channel -> json.put("channel", channel.label()));
            it.audience().ifPresent(audience -> json.put("audience", audience.label()));
            it.steps().forEach(json.putArray("steps")::add);
            json.put("text", it.text());
        });
    }
}
