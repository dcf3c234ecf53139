package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at a few fields of an inject before there is a scenario: could they stand in one that is played on the plan? */
public final class InjectCheck {

    private final Plan plan;
    private final Set<String> beforehand;

    public InjectCheck(Plan plan) {
        this.plan = plan;
        this.beforehand = flaws(JsonNodeFactory.instance.objectNode());
    }

    /** @param fields what an inject has besides its id, title, channel, sender, receivers and text */
    public boolean accepts(ObjectNode fields) {
        var flaws = new HashSet<>(flaws(fields));
        flaws.removeAll(beforehand);
        return flaws.isEmpty();
    }

    private Set<String> flaws(ObjectNode fields) {
        var scenario = around(inject(fields)).toString().getBytes(UTF_8);
        var checked = Checked.scenario(Document.of("the inject", scenario));
        checked.value().ifPresent(it -> ScenarioRules.check(it, plan, checked.root()));
        return checked.problems().stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .collect(Collectors.toSet());
    }

    private JsonNode inject(ObjectNode fields) {
        var inject = FieldWriter.of("id", "inject")
                .put("title", "title")
                .put("channel", "email")
                .put("from", "from")
                .texts("to", plan.roles().stream().map(Role::id).limit(1).toList())
                .put("text", "text")
                .node();
        if (!fields.has("after")) {
            inject.put("at", "PT0S");
        }
        return inject.setAll(fields);
    }

    private JsonNode around(JsonNode inject) {
        var objective = FieldWriter.of("id", "objective")
                .put("title", "title")
                .texts("steps", plan.steps().stream().map(Step::id).limit(1).toList())
                .node();
        var scenario = FieldWriter.of("scenario", "scenario")
                .put("title", "title")
                .put("kind", "outage")
                .put("version", 1)
                .put("language", "en")
                .put("duration", "P1D")
                .put("fault", "unknown")
                .put("briefing", "briefing")
                .texts("roles", plan.roles().stream().map(Role::id).toList())
                .node();
        scenario.putArray("objectives").add(objective);
        scenario.putArray("injects").add(inject);
        return scenario;
    }
}
