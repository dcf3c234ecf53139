package dev.muster.report;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Option;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import dev.muster.scoring.Debriefing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the report calls things: ids become names, messages get numbers in the order in which they were written. */
final class Names {

    private static final String LABELS =
            Stream.of(Criterion.values()).map(Criterion::label).collect(joining("|", "(?:", ")"));

    private static final Pattern LABEL = Pattern.compile(LABELS);

    /** Where a scorer's reason names criteria. */
    private static final Pattern SHOWN =
            Pattern.compile("((?:shows no|shows|rated for|free of) )(%1$s(?:, %1$s)*)".formatted(LABELS));

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

    String objective(String id) {
        return debriefing.scenario().objectives().stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst()
                .map(Objective::title)
                .orElse(id);
    }

    /** What a message shows, as a noun. */
    String criterion(Criterion criterion) {
        return switch (criterion) {
            case ACKNOWLEDGES -> "acknowledgement";
            case ACTION -> "action taken";
            case CUSTOMER_IMPACT -> "meaning for customers";
            case NEXT_UPDATE -> "time of the next update";
            case SUPPORT_ROUTE -> "way to get help";
            case DOWNPLAY -> "downplaying";
            case HEATED -> "heated words";
            default -> criterion.label();
        };
    }

    /** The text of an option, by its id. */
    String option(String inject, String id) {
        return debriefing.scenario().inject(inject).stream()
                .flatMap(one -> one.options().stream())
                .filter(option -> option.id().equals(id))
                .findFirst()
                .map(Option::text)
                .orElse(id);
    }

    /** A reason with names in place of ids, as a sentence. */
    String reason(String reason) {
        return Words.capital(spelled(reason));
    }

    /** A reason with names in place of ids. */
    String spelled(String reason) {
        var text = reason;
        for (var message : messages.entrySet()) {
            text = text.replace("message " + message.getKey() + " ", "message " + message.getValue() + " ");
        }
        for (var inject : debriefing.scenario().injects()) {
            text = text.replace("asked for by " + inject.id() + ")", "asked for by “" + inject.title() + "”)");
        }
        for (var role : debriefing.plan().roles()) {
            text = text.replace("done as " + role.id(), "done as " + role.name())
                    .replace("the plan names " + role.id(), "the plan names " + role.name())
                    .replace("done by " + role.id() + " at", "done by " + role.name() + " at");
        }
        return SHOWN.matcher(text)
                .replaceAll(shown -> Matcher.quoteReplacement(
                        shown.group(1) + LABEL.matcher(shown.group(2)).replaceAll(label -> labelled(label.group()))));
    }

    /** A rule of docs/scoring.md, in words. */
    String rule(String rule) {
        var parts = rule.split("\\.", 2);
        var of = parts.length == 1 ? "" : labelled(parts[1]);
        return switch (parts[0]) {
            case "covered" -> "Done";
            case "owner" -> "By its owner";
            case "channels" -> "Channels";
            case "criterion" -> "Shows " + of;
            case "without" -> "Free of " + of;
            case "timeliness" -> "In time";
            default -> Words.capital((parts[0] + " " + of).strip().replace('-', ' '));
        };
    }

    private String labelled(String label) {
        return Stream.of(Criterion.values())
                .filter(criterion -> criterion.label().equals(label))
                .findFirst()
                .map(this::criterion)
                .orElse(label);
    }
}
