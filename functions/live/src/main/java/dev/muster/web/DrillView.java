package dev.muster.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.ConditionWords;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Acknowledged;
import dev.muster.drill.DrillEvent.InjectAdded;
import dev.muster.drill.DrillEvent.InjectEdited;
import dev.muster.drill.DrillEvent.InjectFired;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.InjectWithheld;
import dev.muster.drill.DrillEvent.ReactionTriggered;
import dev.muster.drill.DrillEvent.Retimed;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.Proceedings;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.io.ConditionFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A drill as its trainer sees it: what came, what is still to come and under which condition. */
final class DrillView {

    private final Drill drill;
    private final Scenario scenario;
    private final Optional<ScenarioClock> scenarioClock;
    private final ConditionWords words;
    private final List<LogEntry> log;
    private final Map<String, Duration> times = new HashMap<>();
    private final Map<String, Set<String>> acknowledgedBy = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> edited = new HashSet<>();

    private DrillView(Drill drill, Plan plan, Scenario script, List<LogEntry> log) {
        var events = EventLog.of(log);
        this.drill = drill;
        this.scenario = events.played(script);
        this.scenarioClock = events.scenarioClock();
        this.words = new ConditionWords(plan, scenario);
        this.log = log;
        log.forEach(this::note);
    }

    static ObjectNode of(Drill drill, Plan plan, Scenario scenario, Proceedings proceedings, Instant now) {
        var log = proceedings.log();
        var view = new DrillView(drill, plan, scenario, log);
        var json = summary(drill, now);
        json.put("revision", log.size());
        ClockJson.putScenarioTime(json, view.scenarioClock, drill, now);
        putFitted(json, log);
        view.putReleased(json.putArray("released"));
        view.putWithheld(json.putArray("withheld"));
        view.putPending(json.putArray("pending"));
        var console = new ConsoleComposer(drill, plan, scenario, proceedings.roster(), log, now).compose();
        return json.setAll((ObjectNode) Console.JSON.writeTree(console));
    }

    /** What a list of drills says of each. */
    static ObjectNode summary(Drill drill, Instant now) {
        var json = JsonNodeFactory.instance.objectNode();
        ClockJson.put(json, drill, now);
        json.put("scenario", drill.scenario()).put("plan", drill.plan()).put("team", drill.team());
        if (drill.running()) {
            json.put("endsAt", drill.clock().wallTimeOf(drill.length()).toString());
        }
        return json;
    }

    /** What the plan does otherwise than the scenario asks, as it was when the drill was scheduled. */
    static void putFitted(ObjectNode json, List<LogEntry> log) {
        for (var entry : log) {
            if (entry.event() instanceof DrillEvent.Scheduled scheduled) {
                scheduled.fitted().ifPresent(words -> words.forEach(json.withArray("fitted")::add));
            }
        }
    }

    private void note(LogEntry entry) {
        switch (entry.event()) {
            case InjectReleased it -> settled.add(it.prompt().inject());
            case InjectWithheld it -> settled.add(it.inject());
            case ReactionTriggered it -> times.put(it.inject(), it.due());
            case InjectFired it -> times.put(it.inject(), entry.drillTime());
            case InjectAdded it -> times.put(it.inject().id(), entry.drillTime());
            case InjectEdited it -> edited.add(it.inject().id());
            case Retimed it -> times.put(it.inject(), it.to());
            case Acknowledged it ->
                acknowledgedBy
                        .computeIfAbsent(it.inject(), inject -> new TreeSet<>())
                        .add(it.member());
            default -> {
                // Nothing that the list of injects shows.
            }
        }
    }

    private void putReleased(ArrayNode into) {
        for (var entry : log) {
            if (entry.event() instanceof InjectReleased released) {
                var prompt = released.prompt();
                var json = into.addObject();
                json.put("inject", prompt.inject()).put("title", prompt.title());
                json.put("channel", prompt.channel().label()).put("from", prompt.from());
                prompt.to().forEach(json.putArray("to")::add);
                json.put("drillTime", entry.drillTime().toString())
                        .put("at", entry.at().toString());
                ClockJson.putScenarioTime(json, scenarioClock, entry.drillTime());
                json.put("due", released.due().toString()).put("late", released.late());
                json.put("reason", released.reason());
                var attachments = json.putArray("attachments");
                prompt.attachments().forEach(file -> MyDrillJson.putFile(attachments.addObject(), file));
                acknowledgedBy.getOrDefault(prompt.inject(), Set.of()).forEach(json.putArray("acknowledgedBy")::add);
            }
        }
    }

    private void putWithheld(ArrayNode into) {
        for (var entry : log) {
            if (entry.event() instanceof InjectWithheld withheld) {
                into.addObject()
                        .put("inject", withheld.inject())
                        .put("drillTime", entry.drillTime().toString())
                        .put("reason", withheld.reason());
            }
        }
    }

    private void putPending(ArrayNode into) {
        if (drill.state().over()) {
            return;
        }
        for (var inject : scenario.injects()) {
            if (!settled.contains(inject.id())) {
                putPending(inject, into.addObject());
            }
        }
    }

    private void putPending(Inject inject, ObjectNode json) {
        json.put("inject", inject.id()).put("title", inject.title());
        json.put("channel", inject.channel().label()).put("from", inject.from());
        inject.to().forEach(json.putArray("to")::add);
        json.put("release", inject.release().label());
        if (inject.release() instanceof Release.Ready ready) {
            json.put("ready", ready.hint());
        }
        time(inject).ifPresent(at -> {
            json.put("drillTime", at.toString());
            if (!drill.state().suspended()) {
                json.put("at", drill.clock().wallTimeOf(at).toString());
            }
        });
        inject.release().hangsOn().ifPresent(condition -> json.set("condition", ConditionFormat.write(condition)));
        json.put("when", words.of(inject.release()));
        inject.expects().forEach(json.putArray("expects")::add);
        json.put("text", inject.text()).put("edited", edited.contains(inject.id()));
    }

    /** When it is due, in drill time; empty while nothing has triggered it. */
    private Optional<Duration> time(Inject inject) {
        return Optional.ofNullable(times.get(inject.id())).or(inject.release()::planned);
    }
}
