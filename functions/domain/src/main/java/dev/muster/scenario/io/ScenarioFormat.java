package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Condition;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Option;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import java.time.Duration;

/** The JSON form of a scenario, in files, in the database and in exported logs. */
public final class ScenarioFormat {

    private ScenarioFormat() {}

    /** @throws Unreadable if this is no scenario */
    public static Scenario read(JsonNode json) {
        var scenario = FieldReader.of(json);
        return new Scenario(
                scenario.text("scenario"),
                scenario.text("title"),
                scenario.one("kind", Labels.KINDS),
                scenario.integer("version"),
                scenario.text("language", "en"),
                scenario.duration("duration"),
                scenario.one("fault", Labels.FAULTS, FaultStatus.UNKNOWN),
                scenario.texts("distressing"),
                scenario.text("briefing"),
                scenario.texts("roles"),
                scenario.objects("objectives", ScenarioFormat::objective),
                scenario.objects("injects", ScenarioFormat::inject));
    }

    public static ObjectNode write(Scenario scenario) {
        return FieldWriter.of("scenario", scenario.id())
                .put("title", scenario.title())
                .put("kind", scenario.kind(), Labels.KINDS)
                .put("version", scenario.version())
                .put("language", scenario.language())
                .put("duration", scenario.duration())
                .put("fault", scenario.fault(), Labels.FAULTS)
                .texts("distressing", scenario.distressing())
                .put("briefing", scenario.briefing())
                .texts("roles", scenario.roles())
                .objects("objectives", scenario.objectives(), ScenarioFormat::objective)
                .objects("injects", scenario.injects(), ScenarioFormat::inject)
                .node();
    }

    private static Objective objective(FieldReader objective) {
        return new Objective(objective.text("id"), objective.text("title"), objective.texts("steps"));
    }

    private static JsonNode objective(Objective objective) {
        return FieldWriter.of("id", objective.id())
                .put("title", objective.title())
                .texts("steps", objective.steps())
                .node();
    }

    private static Inject inject(FieldReader inject) {
        return new Inject(
                inject.text("id"),
                inject.text("title"),
                release(inject),
                inject.one("channel", Labels.CHANNELS),
                inject.text("from"),
                inject.texts("to"),
                inject.text("text"),
                inject.texts("expects"),
                inject.optionalDuration("acknowledge"),
                inject.objects("options", ScenarioFormat::option),
                inject.optionalOne("fault", Labels.FAULTS));
    }

    private static JsonNode inject(Inject inject) {
        return release(FieldWriter.of("id", inject.id()).put("title", inject.title()), inject.release())
                .put("channel", inject.channel(), Labels.CHANNELS)
                .put("from", inject.from())
                .texts("to", inject.to())
                .put("text", inject.text())
                .texts("expects", inject.expects())
                .putDuration("acknowledge", inject.acknowledge())
                .objects("options", inject.options(), ScenarioFormat::option)
                .put("fault", inject.fault(), Labels.FAULTS)
                .node();
    }

    private static Option option(FieldReader option) {
        return new Option(option.text("id"), option.text("text"), option.text("consequence", ""));
    }

    private static JsonNode option(Option option) {
        return FieldWriter.of("id", option.id())
                .put("text", option.text())
                .putUnlessEmpty("consequence", option.consequence())
                .node();
    }

    private static Release release(FieldReader inject) {
        if (inject.has("at") == inject.has("after")) {
            throw inject.unreadable("needs either \"at\" (a time) or \"after\" (a condition)");
        }
        if (inject.has("after")) {
            return new Release.Reactive(condition(inject, "after"), inject.duration("delay", Duration.ZERO));
        }
        var at = inject.duration("at");
        if (inject.has("when") && inject.has("unless")) {
            throw inject.unreadable("unless", "only one of \"when\" and \"unless\" can stand here");
        }
        if (inject.has("unless")) {
            return new Release.Contingency(at, new Condition.Not(condition(inject, "unless")));
        }
        return inject.has("when") ? new Release.Contingency(at, condition(inject, "when")) : new Release.Scripted(at);
    }

    private static Condition condition(FieldReader inject, String key) {
        return ConditionFormat.read(inject.object(key));
    }

    private static FieldWriter release(FieldWriter inject, Release release) {
        return switch (release) {
            case Release.Scripted scripted -> inject.put("at", scripted.at());
            case Release.Contingency contingency -> contingency(inject, contingency);
            case Release.Reactive reactive ->
                inject.put("after", ConditionFormat.write(reactive.condition())).put("delay", reactive.delay());
        };
    }

    private static FieldWriter contingency(FieldWriter inject, Release.Contingency release) {
        var timed = inject.put("at", release.at());
        return release.condition() instanceof Condition.Not unless
                ? timed.put("unless", ConditionFormat.write(unless.of()))
                : timed.put("when", ConditionFormat.write(release.condition()));
    }
}
