package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Customer;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Variable;
import java.time.LocalTime;

/** The JSON form of a scenario, in files, in the database and in exported logs. */
public final class ScenarioFormat {

    private ScenarioFormat() {}

    /** @throws Unreadable if this is no scenario */
    public static Scenario read(JsonNode json) {
        var scenario = FieldReader.of(json);
        var customers = scenario.objects("customers", ScenarioFormat::customer);
        var starts = scenario.optionalTimeOfDay("starts");
        return new Scenario(
                scenario.text("scenario"),
                scenario.text("title"),
                scenario.one("kind", Labels.KINDS),
                scenario.integer("version"),
                scenario.text("language", "en"),
                starts,
                scenario.duration("duration"),
                scenario.one("fault", Labels.FAULTS, FaultStatus.UNKNOWN),
                scenario.texts("distressing"),
                scenario.objectsByName("variables", ScenarioFormat::variable),
                scenario.text("briefing"),
                scenario.texts("roles"),
                scenario.objects("objectives", ScenarioFormat::objective),
                customers,
                InjectFormat.read(scenario, starts, customers));
    }

    public static ObjectNode write(Scenario scenario) {
        return FieldWriter.of("scenario", scenario.id())
                .put("title", scenario.title())
                .put("kind", scenario.kind(), Labels.KINDS)
                .put("version", scenario.version())
                .put("language", scenario.language())
                .putText("starts", scenario.starts().map(LocalTime::toString))
                .put("duration", scenario.duration())
                .put("fault", scenario.fault(), Labels.FAULTS)
                .texts("distressing", scenario.distressing())
                .objectsByName("variables", scenario.variables(), Variable::name, ScenarioFormat::variable)
                .put("briefing", scenario.briefing())
                .texts("roles", scenario.roles())
                .objects("objectives", scenario.objectives(), ScenarioFormat::objective)
                .objects("customers", scenario.customers(), ScenarioFormat::customer)
                .objects("injects", scenario.injects(), InjectFormat::write)
                .node();
    }

    private static Variable variable(String name, FieldReader variable) {
        return new Variable(name, variable.text("default"), variable.text("description", ""));
    }

    private static JsonNode variable(Variable variable) {
        return FieldWriter.of("default", variable.value())
                .putUnlessEmpty("description", variable.description())
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

    private static Customer customer(FieldReader customer) {
        return new Customer(
                customer.text("id"), customer.text("name"), customer.text("contact", ""), customer.text("about", ""));
    }

    private static JsonNode customer(Customer customer) {
        return FieldWriter.of("id", customer.id())
                .put("name", customer.name())
                .putUnlessEmpty("contact", customer.contact())
                .putUnlessEmpty("about", customer.about())
                .node();
    }
}
