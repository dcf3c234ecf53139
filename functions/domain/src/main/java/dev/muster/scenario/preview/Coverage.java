package dev.muster.scenario.preview;

import static java.util.stream.Collectors.toCollection;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which practices of a plan are exercised by which scenarios: an inject expects a step of which the score counts, and which
 * names the practice as its source.
 */
public final class Coverage {

    private final Plan plan;
    private final List<Scenario> scenarios;

    public Coverage(Plan plan, Collection<Scenario> scenarios) {
        this.plan = plan;
        this.scenarios = List.copyOf(scenarios);
    }

    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** The ids of the scenarios that exercise the practice. */
    public List<String> exercising(String practice) {
        return scenarios.stream()
                .filter(scenario -> !steps(practice, scenario).isEmpty())
                .map(Scenario::id)
                .toList();
    }

    /** The steps by which the scenario exercises the practice, in the order of its injects. */
    public Set<String> steps(String practice, Scenario scenario) {
        return exercised(scenario).stream()
                .filter(step -> step.source().contains(practice))
                .map(Step::id)
                .collect(toCollection(LinkedHashSet::new));
    }

    /** The plan's steps that injects of the scenario expect. */
    public Set<Step> exercised(Scenario scenario) {
        return scenario.injects().stream()
                .flatMap(inject -> inject.expects().stream())
                .map(plan::step)
                .flatMap(Optional::stream)
                .filter(Step::scored)
                .collect(toCollection(LinkedHashSet::new));
    }
}
