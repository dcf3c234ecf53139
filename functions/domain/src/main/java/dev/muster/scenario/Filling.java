package dev.muster.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts values into the texts of a scenario. What an organisation does not choose keeps the scenario's default; a choice
 * for a variable that the scenario does not have is left alone, since a plan chooses for all scenarios at once.
 */
public final class Filling {

    private final Map<String, String> values;

    private Filling(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The scenario with its texts filled. Its variables then say which values were taken.
     *
     * @param chosen values by variable; the first choice that names a variable counts
     */
    public static Scenario fill(Scenario scenario, List<Map<String, String>> chosen) {
        var values = new HashMap<String, String>();
        for (var variable : scenario.variables()) {
            values.put(variable.name(), choice(variable, chosen));
        }
        return new Filling(values).filled(scenario);
    }

    private static String choice(Variable variable, List<Map<String, String>> chosen) {
        for (var choice : chosen) {
            if (choice.containsKey(variable.name())) {
                return choice.get(variable.name());
            }
        }
        return variable.value();
    }

    private Scenario filled(Scenario scenario) {
        return new Scenario(
                scenario.id(),
                filled(scenario.title()),
                scenario.kind(),
                scenario.version(),
                scenario.language(),
                scenario.starts(),
                scenario.duration(),
                scenario.fault(),
                filled(scenario.distressing()),
                scenario.variables().stream()
                        .map(one -> new Variable(one.name(), values.get(one.name()), one.description()))
                        .toList(),
                filled(scenario.briefing()),
                scenario.roles(),
                scenario.objectives().stream()
                        .map(one -> new Objective(one.id(), filled(one.title()), one.steps()))
                        .toList(),
                scenario.customers().stream().map(this::filled).toList(),
                scenario.injects().stream().map(this::filled).toList());
    }

    private Customer filled(Customer customer) {
        return new Customer(
                customer.id(), filled(customer.name()), filled(customer.contact()), filled(customer.about()));
    }

    private Inject filled(Inject inject) {
        return new Inject(
                inject.id(),
                filled(inject.title()),
                inject.release() instanceof Release.Ready ready
                        ? new Release.Ready(filled(ready.hint()))
                        : inject.release(),
                inject.channel(),
                filled(inject.from()),
                inject.customer(),
                inject.to(),
                filled(inject.text()),
                inject.attachments().stream()
                        .map(one -> new Attachment(one.file(), filled(one.title()), filled(one.alt())))
                        .toList(),
                inject.expects(),
                inject.acknowledge(),
                inject.options().stream()
                        .map(one -> new Option(one.id(), filled(one.text()), filled(one.consequence())))
                        .toList(),
                inject.fault(),
                inject.jump(),
                filled(inject.guidance()));
    }

    private Guidance filled(Guidance guidance) {
        return new Guidance(
                filled(guidance.outcome()), filled(guidance.learning()), guidance.controller(), guidance.notes());
    }

    private List<String> filled(List<String> texts) {
        return texts.stream().map(this::filled).toList();
    }

    private String filled(String text) {
        return new Template(text).filled(values);
    }
}
