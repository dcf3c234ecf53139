package dev.muster.scenario.io;

import dev.muster.scenario.Condition;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.io.ScenarioRules.Script;
import dev.muster.scenario.preview.Outlook;
import dev.muster.scenario.preview.Prospects;
import java.time.Duration;
import java.util.List;

/** Warns of conditions that leave the team no say: what they hang on can never come, or always comes. */
final class ConditionAdvice {

    private final Script script;
    private final Prospects prospects;

    private ConditionAdvice(Script script) {
        this.script = script;
        this.prospects = Prospects.of(script.plan(), script.scenario());
    }

    static void conditionsCanGoEitherWay(Script script, Spot root) {
        var advice = new ConditionAdvice(script);
        var injects = script.scenario().injects();
        for (var index = 0; index < injects.size(); index++) {
            advice.look(injects.get(index), root.in("injects").item(index));
        }
    }

    private void look(Inject inject, Spot spot) {
        switch (inject.release()) {
            case Release.Scripted scripted -> {}
            case Release.Ready ready -> {}
            case Release.Contingency contingency -> look(contingency, spot);
            case Release.Reactive reactive -> look(reactive, spot.in("after"));
        }
    }

    private void look(Release.Contingency contingency, Spot spot) {
        var outlook = prospects.outlook(contingency.condition(), contingency.at());
        var key = spot.has("unless") ? "unless" : "when";
        var because = outlook.because().isEmpty() ? "its condition contradicts itself" : outlook.because();
        switch (outlook.kind()) {
            case NEVER -> spot.in(key).warnKey("never comes at %s: %s".formatted(contingency.at(), because));
            case ALWAYS ->
                spot.in(key)
                        .warnKey("always comes at %s, so that it needs no \"%s\": %s"
                                .formatted(contingency.at(), key, because));
            case OPEN -> {
                var written = key.equals("unless") && contingency.condition() instanceof Condition.Not not
                        ? not.of()
                        : contingency.condition();
                lookAtParts(written, spot.in(key), contingency.at());
            }
        }
    }

    /** A part of a combination that can go one way only stands there for nothing. */
    private void lookAtParts(Condition condition, Spot spot, Duration at) {
        switch (condition) {
            case Condition.All all -> lookAtEach(all.of(), spot.in("all"), at);
            case Condition.Any any -> lookAtEach(any.of(), spot.in("any"), at);
            case Condition.Not not -> lookAtParts(not.of(), spot.in("not"), at);
            default -> {}
        }
    }

    private void lookAtEach(List<Condition> parts, Spot spot, Duration at) {
        for (var index = 0; index < parts.size(); index++) {
            var outlook = prospects.outlook(parts.get(index), at);
            if (outlook.kind() == Outlook.Kind.OPEN) {
                lookAtParts(parts.get(index), spot.item(index), at);
            } else {
                spot.item(index)
                        .warn("this part %s at %s%s"
                                .formatted(
                                        outlook.kind() == Outlook.Kind.NEVER ? "never holds" : "always holds",
                                        at,
                                        outlook.because().isEmpty() ? "" : ": " + outlook.because()));
            }
        }
    }

    private void look(Release.Reactive reactive, Spot spot) {
        var end = script.scenario().duration();
        var from = prospects.earliest(reactive.condition());
        if (from.isEmpty()) {
            var because = prospects.outlook(reactive.condition(), end).because();
            spot.warnKey("never comes: " + (because.isEmpty() ? "its condition contradicts itself" : because));
        } else if (from.get().plus(reactive.delay()).compareTo(end) > 0) {
            spot.warnKey(
                    "never comes: what it waits for is possible from %s, with its delay that is %s, and the scenario ends at %s"
                            .formatted(from.get(), from.get().plus(reactive.delay()), end));
        }
    }
}
