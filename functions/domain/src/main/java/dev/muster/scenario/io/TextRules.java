package dev.muster.scenario.io;

import dev.muster.scenario.Attachment;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Template;
import dev.muster.scenario.Variable;
import java.util.List;
import java.util.function.BiConsumer;

/** What must hold in the texts of a scenario that people read. */
final class TextRules {

    private TextRules() {}

    static void variablesAreDeclared(ScenarioRules.Script script, Spot root) {
        var known = script.scenario().variables().stream().map(Variable::name).toList();
        for (var name : known) {
            if (!Template.isName(name)) {
                root.in("variables")
                        .in(name)
                        .rejectKey(
                                "not a variable's name: \"%s\"; use lower-case letters, digits and _, starting with a letter"
                                        .formatted(name));
            }
        }
        eachText(script.scenario(), root, (text, spot) -> new Template(text)
                .slots()
                .forEach(slot -> check(slot, known, spot)));
    }

    private static void check(Template.Slot slot, List<String> known, Spot spot) {
        if (!slot.wellFormed()) {
            spot.reject(
                    slot.written(),
                    "not a variable: \"%s\"; write {{name}}, or \\{{ for two braces".formatted(slot.written()));
        } else if (!known.contains(slot.name())) {
            spot.reject(
                    slot.written(),
                    "the scenario has no such variable: \"%s\"%s"
                            .formatted(slot.name(), Wording.suggestion(slot.name(), known)));
        }
    }

    /** Each text of the scenario in which variables may stand, with its place. */
    static void eachText(Scenario scenario, Spot root, BiConsumer<String, Spot> look) {
        look.accept(scenario.title(), root.in("title"));
        look.accept(scenario.briefing(), root.in("briefing"));
        each(scenario.distressing(), root.in("distressing"), look);
        each(scenario.objectives(), root.in("objectives"), (one, spot) -> look.accept(one.title(), spot.in("title")));
        each(scenario.customers(), root.in("customers"), (one, spot) -> {
            look.accept(one.name(), spot.in("name"));
            look.accept(one.contact(), spot.in("contact"));
            look.accept(one.about(), spot.in("about"));
        });
        each(scenario.injects(), root.in("injects"), (one, spot) -> eachText(one, spot, look));
    }

    private static void eachText(Inject inject, Spot spot, BiConsumer<String, Spot> look) {
        look.accept(inject.title(), spot.in("title"));
        if (spot.has("from")) {
            look.accept(inject.from(), spot.in("from"));
        }
        look.accept(inject.text(), spot.in("text"));
        look.accept(inject.guidance().outcome(), spot.in("outcome"));
        look.accept(inject.guidance().learning(), spot.in("learning"));
        if (inject.release() instanceof Release.Ready ready) {
            look.accept(ready.hint(), spot.in("ready"));
        }
        each(inject.options(), spot.in("options"), (one, option) -> {
            look.accept(one.text(), option.in("text"));
            look.accept(one.consequence(), option.in("consequence"));
        });
        each(inject.attachments(), spot.in("attachments"), (one, attachment) -> eachText(one, attachment, look));
    }

    private static void eachText(Attachment attachment, Spot spot, BiConsumer<String, Spot> look) {
        look.accept(attachment.title(), spot.in("title"));
        look.accept(attachment.alt(), spot.in("alt"));
    }

    private static <T> void each(List<T> items, Spot list, BiConsumer<T, Spot> look) {
        for (var index = 0; index < items.size(); index++) {
            look.accept(items.get(index), list.item(index));
        }
    }
}
