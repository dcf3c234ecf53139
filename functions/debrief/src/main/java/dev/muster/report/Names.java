package dev.muster.report;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import dev.muster.scoring.Debriefing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the report calls things: ids become names, messages get numbers in the order in which they were written. */
final class Names {

    private final Debriefing debriefing;
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final Map<String, Message> written = new HashMap<>();

    Names(Debriefing debriefing) {
        this.debriefing = debriefing;
        debriefing.log().forEach(this::number);
    }

    private void number(LogEntry entry) {
        switch (entry.event()) {
            case DrillEvent.MessageDrafted draft -> number(draft.message());
            case DrillEvent.MessageSent sent -> number(sent.message());
            default -> {}
        }
    }

    private void number(Message message) {
        messages.putIfAbsent(message.id(), "M" + (messages.size() + 1));
        written.putIfAbsent(message.id(), message);
    }

    /** The messages in the order of their numbers. */
    List<Message> messages() {
        return new ArrayList<>(messages.keySet().stream().map(written::get).toList());
    }

    String message(String id) {
        return messages.getOrDefault(id, id);
    }

    String role(String id) {
        return debriefing.plan().role(id).map(Role::name).orElse(id);
    }

    /** Who did it: the role, or the person in it where the charter allows that. */
    String actor(DrillEvent.Response response) {
        return debriefing
                .roster()
                .member(response.member())
                .filter(member -> debriefing.namesPeople())
                .map(member -> "%s (%s)".formatted(member.name(), role(response.role())))
                .orElseGet(() -> role(response.role()));
    }

    /** A member outside of a role. */
    String member(String id) {
        return debriefing
                .roster()
                .member(id)
                .map(member -> debriefing.namesPeople()
                        ? member.name()
                        : Words.list(member.roles().stream().map(this::role).toList()))
                .orElse(id);
    }

    String inject(String id) {
        return debriefing.scenario().inject(id).map(Inject::title).orElse(id);
    }

    String step(String id) {
        return debriefing.plan().step(id).map(Step::title).orElse(id);
    }

    String criterion(Criterion criterion) {
        return criterion.label().replace('_', ' ');
    }

    /** A scorer's reason with names in place of ids. */
    String reason(String reason) {
        var text = reason;
        for (var message : messages.entrySet()) {
            text = text.replace("message " + message.getKey() + " ", "message " + message.getValue() + " ");
        }
        for (var inject : debriefing.scenario().injects()) {
            text = text.replace("asked for by " + inject.id() + ")", "asked for by “" + inject.title() + "”)");
        }
        for (var criterion : Criterion.values()) {
            text = text.replace(criterion.label(), criterion(criterion));
        }
        return Words.capital(text);
    }

    /** A rule of docs/scoring.md, in words. */
    String rule(String rule) {
        var dot = rule.indexOf('.');
        var of = dot < 0 ? "" : rule.substring(dot + 1).replace('_', ' ');
        return switch (dot < 0 ? rule : rule.substring(0, dot)) {
            case "covered" -> "Done";
            case "owner" -> "By its owner";
            case "channels" -> "Channels";
            case "criterion" -> "Shows " + of;
            case "without" -> "Free of " + of;
            case "timeliness" -> "In time";
            case "absence" -> "Absence";
            case "missed" -> "Missed";
            case "claimed" -> "Claimed";
            case "cadence" -> "Cadence";
            default -> Words.capital(rule.replace('-', ' '));
        };
    }
}
