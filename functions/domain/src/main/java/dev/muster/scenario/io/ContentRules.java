package dev.muster.scenario.io;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import dev.muster.scenario.content.Distressing;
import dev.muster.scenario.content.WaysOut;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Warns of what in the texts that people read leads out of the exercise, or may distress without being announced. */
final class ContentRules {

    private ContentRules() {}

    static void check(Scenario scenario, Spot root) {
        TextRules.eachText(scenario, root, ContentRules::waysOut);
        for (var variable : scenario.variables()) {
            waysOut(variable.value(), root.in("variables").in(variable.name()).in("default"));
        }
        Distressing.of(scenario.language()).ifPresent(table -> unannounced(scenario, table, root));
    }

    /** Not the real contact: that one must be real. */
    static void check(Plan plan, Spot root) {
        waysOut(plan.title(), root.in("title"));
        plan.variables()
                .forEach((name, value) -> waysOut(value, root.in("variables").in(name)));
        each(plan.roles(), root.in("roles"), (role, spot) -> waysOut(role.duties(), spot.in("duties")));
        each(plan.contacts(), root.in("contacts"), (contact, spot) -> {
            waysOut(contact.name(), spot.in("name"));
            waysOut(contact.how(), spot.in("how"));
        });
        each(plan.templates(), root.in("templates"), (template, spot) -> {
            waysOut(template.title(), spot.in("title"));
            waysOut(template.text(), spot.in("text"));
        });
        each(plan.steps(), root.in("steps"), (step, spot) -> {
            waysOut(step.title(), spot.in("title"));
            waysOut(step.checklist(), spot.in("checklist"));
        });
    }

    static void check(Responses responses, Spot root) {
        waysOut(responses.title(), root.in("title"));
        each(responses.answers(), root.in("answers"), (answer, spot) -> check(answer.doing(), spot));
    }

    private static void check(Doing doing, Spot spot) {
        switch (doing) {
            case Doing.Message message ->
                waysOut(message.text(), spot.in("message").in("text"));
            case Doing.Refuse refuse ->
                waysOut(refuse.reason(), spot.in("refuse").in("reason"));
            case Doing.Action action ->
                waysOut(action.evidence(), spot.in("action").in("evidence"));
            case Doing.Decision decision ->
                waysOut(decision.reason(), spot.in("decision").in("reason"));
            case Doing.Assign assign -> waysOut(assign.what(), spot.in("assign").in("what"));
            case Doing.Note note -> waysOut(note.text(), spot.in("note"));
            case Doing.Acknowledge acknowledge -> {}
            case Doing.Approve approve -> {}
        }
    }

    /** Not how members are reached: they are real people. */
    static void check(Team team, Spot root) {
        waysOut(team.name(), root.in("name"));
        waysOut(team.charter().purpose(), root.in("charter").in("purpose"));
    }

    /** Once for each excerpt: who mends it mends it everywhere. */
    private static void waysOut(String text, Spot spot) {
        var seen = new HashSet<String>();
        for (var way : WaysOut.in(text)) {
            if (seen.add(text.substring(way.start(), way.end()))) {
                spot.warn(text, way.start(), way.end(), way.message());
            }
        }
    }

    private static void unannounced(Scenario scenario, Distressing table, Spot root) {
        var known = new HashSet<>(table.announced(scenario.distressing()));
        distressing(scenario.briefing(), table, known, root.in("briefing"));
        each(scenario.injects(), root.in("injects"), (inject, spot) -> distressing(inject, table, known, spot));
    }

    private static void distressing(Inject inject, Distressing table, Set<String> known, Spot spot) {
        distressing(inject.text(), table, known, spot.in("text"));
        each(inject.attachments(), spot.in("attachments"), (attachment, here) -> {
            distressing(attachment.title(), table, known, here.in("title"));
            distressing(attachment.alt(), table, known, here.in("alt"));
        });
        each(
                inject.options(),
                spot.in("options"),
                (option, here) -> distressing(option.text(), table, known, here.in("text")));
    }

    /** Once for each category: one announcement answers them all. */
    private static void distressing(String text, Distressing table, Set<String> known, Spot spot) {
        for (var found : table.in(text)) {
            if (known.add(found.category())) {
                spot.warn(
                        text,
                        found.start(),
                        found.end(),
                        "\"%s\" may distress whoever takes part (%s), and nothing under distressing announces it; add a short phrase there"
                                .formatted(text.substring(found.start(), found.end()), found.category()));
            }
        }
    }

    private static <T> void each(List<T> items, Spot list, BiConsumer<T, Spot> look) {
        for (var index = 0; index < items.size(); index++) {
            look.accept(items.get(index), list.item(index));
        }
    }
}
