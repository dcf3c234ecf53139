package dev.muster.scenario;

import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts values into the texts of a scenario, and of recorded responses to it. What an organisation does not choose keeps the scenario's default; a choice
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

    /** The recorded responses as they are given in this scenario, whose variables say which values were taken. */
    public static Responses fill(Responses responses, Scenario scenario) {
        var values = new HashMap<String, String>();
        scenario.variables().forEach(variable -> values.put(variable.name(), variable.value()));
        var filling = new Filling(values);
        return new Responses(
                responses.id(),
                responses.scenario(),
                filling.filled(responses.title()),
                responses.answers().stream()
                        .map(one -> new Answer(one.role(), one.when(), one.ref(), filling.filled(one.doing())))
                        .toList());
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

    private Doing filled(Doing doing) {
        return switch (doing) {
            case Doing.Acknowledge it -> it;
            case Doing.Message it ->
                new Doing.Message(
                        it.channel(), it.audience(), filled(it.text()), it.answers(), it.steps(), it.sendAnyway());
            case Doing.Approve it -> it;
            case Doing.Refuse it -> new Doing.Refuse(it.message(), filled(it.reason()));
            case Doing.Action it -> new Doing.Action(it.step(), filled(it.evidence()));
            case Doing.Decision it -> new Doing.Decision(it.inject(), it.option(), filled(it.reason()));
            case Doing.Assign it -> new Doing.Assign(filled(it.what()), it.to(), it.step());
            case Doing.Note it -> new Doing.Note(filled(it.text()));
        };
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
