package dev.muster.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Acknowledged;
import dev.muster.drill.DrillEvent.Assigned;
import dev.muster.drill.DrillEvent.DecisionMade;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.MessageApproved;
import dev.muster.drill.DrillEvent.MessageDrafted;
import dev.muster.drill.DrillEvent.MessageRefused;
import dev.muster.drill.DrillEvent.MessageSent;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A drill as one of its responders may see it: what was released to the responder's roles, what waits for an answer, and
 * the plan. It is made from the log and the plan alone and names each field that it shows, so that nothing of the script
 * (what is to come, what is expected, why something came) can slip in.
 */
final class MyDrill {

    private final Drill drill;
    private final Plan plan;
    private final Caller.Responder me;
    private final List<LogEntry> log;
    private final Map<String, DrillEvent> rulings = new HashMap<>();

    MyDrill(Drill drill, Plan plan, Caller.Responder me, List<LogEntry> log) {
        this.drill = drill;
        this.plan = plan;
        this.me = me;
        this.log = log;
        log.stream().map(LogEntry::event).forEach(this::noteRuling);
    }

    /** One inject that was released to me, and what of it still waits for me. */
    record Item(
            Prompt prompt,
            Duration released,
            Optional<Duration> acknowledgeBy,
            boolean acknowledged,
            Optional<DecisionMade> decision,
            boolean answered) {

        boolean waitsForAcknowledgement() {
            return !acknowledged && !answered;
        }

        boolean waitsForDecision() {
            return !prompt.options().isEmpty() && decision.isEmpty();
        }

        boolean waits() {
            return waitsForAcknowledgement() || waitsForDecision();
        }
    }

    Drill drill() {
        return drill;
    }

    Plan plan() {
        return plan;
    }

    Member member() {
        return me.member();
    }

    /** What responders are told before StartEx. */
    String briefing() {
        return scheduled().map(DrillEvent.Scheduled::briefing).orElse("");
    }

    /** Content that is announced, so that anybody may step out. */
    List<String> distressing() {
        return scheduled().map(DrillEvent.Scheduled::distressing).orElse(List.of());
    }

    /** What people in the story see on the wall, if the scenario has a clock of its own. */
    Optional<ScenarioClock> scenarioClock() {
        return EventLog.of(log).scenarioClock();
    }

    private Optional<DrillEvent.Scheduled> scheduled() {
        return log.stream()
                .map(LogEntry::event)
                .filter(DrillEvent.Scheduled.class::isInstance)
                .map(DrillEvent.Scheduled.class::cast)
                .findFirst();
    }

    /** What was released to me; what waits for me first, then the latest first. */
    List<Item> items() {
        return log.stream()
                .filter(entry -> entry.event() instanceof InjectReleased released && concernsMe(released.prompt()))
                .sorted(LogEntry.ORDER.reversed())
                .map(this::item)
                .sorted(Comparator.comparing(item -> !item.waits()))
                .toList();
    }

    /** What came with it. */
    Stream<Prompt.File> files() {
        return items().stream().flatMap(item -> item.prompt().attachments().stream());
    }

    /** Drafts of others that I may let out or refuse. */
    List<Message> draftsForMe() {
        var mayDecide = plan.approval().by().stream().anyMatch(me.member()::mayAct);
        return mayDecide
                ? drafts().filter(draft -> !draft.member().equals(me.member().id()) && !rulings.containsKey(draft.id()))
                        .toList()
                : List.of();
    }

    ObjectNode json(Instant now) {
        var json = JsonNodeFactory.instance.objectNode();
        ClockJson.put(json, drill, now);
        ClockJson.putScenarioTime(json, scenarioClock(), drill, now);
        json.put("realContact", plan.realContact());
        json.put("briefing", briefing());
        distressing().forEach(json.putArray("distressing")::add);
        putMe(json.putObject("me"));
        putPrompts(json.putArray("prompts"));
        putDrafts(json.putArray("drafts"));
        putMine(json.putArray("messages"));
        putAssignments(json.putArray("assignments"));
        putPlan(json.putObject("plan"));
        return json;
    }

    private void noteRuling(DrillEvent event) {
        if (event instanceof MessageApproved approved) {
            rulings.put(approved.message(), approved);
        } else if (event instanceof MessageRefused refused) {
            rulings.put(refused.message(), refused);
        }
    }

    private boolean concernsMe(Prompt prompt) {
        return me.roster().inRoles(prompt.to()).stream()
                .anyMatch(member -> member.id().equals(me.member().id()));
    }

    private Item item(LogEntry entry) {
        var prompt = ((InjectReleased) entry.event()).prompt();
        return new Item(
                prompt,
                entry.drillTime(),
                prompt.acknowledge().map(entry.drillTime()::plus),
                events(Acknowledged.class)
                        .anyMatch(it -> isMine(it) && it.inject().equals(prompt.inject())),
                events(DecisionMade.class)
                        .filter(it -> it.inject().equals(prompt.inject()))
                        .findFirst(),
                messages()
                        .anyMatch(it -> it.member().equals(me.member().id())
                                && it.answers().filter(prompt.inject()::equals).isPresent()));
    }

    private boolean isMine(DrillEvent.Response response) {
        return response.member().equals(me.member().id());
    }

    private <E extends DrillEvent> Stream<E> events(Class<E> type) {
        return log.stream().map(LogEntry::event).filter(type::isInstance).map(type::cast);
    }

    private Stream<Message> drafts() {
        return events(MessageDrafted.class).map(MessageDrafted::message);
    }

    private Stream<Message> messages() {
        return Stream.concat(drafts(), events(MessageSent.class).map(MessageSent::message));
    }

    private void putMe(ObjectNode json) {
        json.put("member", me.member().id()).put("name", me.member().name());
        me.member().roles().forEach(json.putArray("roles")::add);
        me.member().deputyFor().forEach(json.putArray("deputyFor")::add);
    }

    private void putPrompts(ArrayNode into) {
        var own = scenarioClock();
        for (var item : items()) {
            var prompt = item.prompt();
            var json = into.addObject();
            json.put("inject", prompt.inject()).put("title", prompt.title());
            json.put("channel", prompt.channel().label()).put("from", prompt.from());
            prompt.to().forEach(json.putArray("to")::add);
            json.put("text", prompt.text()).put("releasedAt", item.released().toString());
            ClockJson.putScenarioTime(json, own, item.released());
            var attachments = json.putArray("attachments");
            prompt.attachments().forEach(file -> putFile(attachments.addObject(), file));
            item.acknowledgeBy().ifPresent(by -> json.put("acknowledgeBy", by.toString()));
            json.put("acknowledged", item.acknowledged()).put("answered", item.answered());
            var options = json.putArray("options");
            prompt.options()
                    .forEach(one -> options.addObject().put("id", one.id()).put("text", one.text()));
            item.decision().ifPresent(made -> json.putObject("decision")
                    .put("option", made.option())
                    .put("role", made.role()));
            var waits = json.putArray("waitsFor");
            if (item.waitsForAcknowledgement()) {
                waits.add("acknowledgement");
            }
            if (item.waitsForDecision()) {
                waits.add("decision");
            }
        }
    }

    static void putFile(ObjectNode json, Prompt.File file) {
        json.put("name", file.name()).put("title", file.title()).put("alt", file.alt());
    }

    private void putDrafts(ArrayNode into) {
        draftsForMe().forEach(draft -> putMessage(into.addObject(), draft).put("role", draft.role()));
    }

    private void putMine(ArrayNode into) {
        messages().filter(message -> message.member().equals(me.member().id())).forEach(message -> {
            var json = putMessage(into.addObject(), message);
            json.put("state", state(message));
            if (rulings.get(message.id()) instanceof MessageRefused refused) {
                json.put("reason", refused.reason());
            }
        });
    }

    private String state(Message message) {
        if (rulings.get(message.id()) instanceof MessageRefused) {
            return "refused";
        }
        return waits(message) ? "draft" : "sent";
    }

    private boolean waits(Message message) {
        return !rulings.containsKey(message.id())
                && drafts().anyMatch(draft -> draft.id().equals(message.id()));
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
        events(Assigned.class).filter(it -> me.member().mayAct(it.to())).forEach(it -> {
            var json =
                    into.addObject().put("what", it.what()).put("to", it.to()).put("by", it.role());
            it.step().ifPresent(step -> json.put("step", step));
        });
    }

    private void putPlan(ObjectNode json) {
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
        var steps = json.putArray("steps");
        plan.steps().forEach(it -> steps.addObject()
                .put("id", it.id())
                .put("title", it.title())
                .put("phase", it.phase().label())
                .put("owner", it.owner())
                .put("checklist", it.checklist()));
    }
}
