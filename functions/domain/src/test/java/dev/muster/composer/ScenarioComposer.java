package dev.muster.composer;

import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Variable;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Composes a scenario: {@code aScenario().lasting(60).with(anInject("alert").expecting("recognise"))}. */
public final class ScenarioComposer {

    private final List<Inject> injects = new ArrayList<>();
    private final List<Objective> objectives = new ArrayList<>();
    private Duration duration = Duration.ofMinutes(60);
    private String id = "scenario";
    private String title = "Scenario";
    private List<Variable> variables = List.of();
    private FaultStatus fault = FaultStatus.PREVENTABLE;
    private Optional<LocalTime> starts = Optional.empty();

    private ScenarioComposer() {}

    /** An hour of a crisis that could have been prevented. */
    public static ScenarioComposer aScenario() {
        return new ScenarioComposer();
    }

    public ScenarioComposer named(String name) {
        id = name;
        return this;
    }

    /** Gives it a clock of its own. */
    public ScenarioComposer startingAt(LocalTime time) {
        starts = Optional.of(time);
        return this;
    }

    public ScenarioComposer lasting(int minutes) {
        duration = Duration.ofMinutes(minutes);
        return this;
    }

    public ScenarioComposer withFault(FaultStatus status) {
        fault = status;
        return this;
    }

    /** @param names the variables in the title; the default of each says so */
    public ScenarioComposer calling(String words, String... names) {
        title = words;
        variables = Stream.of(names)
                .map(name -> new Variable(name, "default " + name, ""))
                .toList();
        return this;
    }

    public ScenarioComposer with(InjectComposer... composed) {
        Stream.of(composed).map(InjectComposer::compose).forEach(injects::add);
        return this;
    }

    public ScenarioComposer aimingAt(String objective, String... steps) {
        objectives.add(new Objective(objective, objective, List.of(steps)));
        return this;
    }

    public Scenario compose() {
        return new Scenario(
                id,
                title,
                CrisisKind.OUTAGE,
                1,
                "en",
                starts,
                duration,
                fault,
                List.of(),
                variables,
                "A briefing.",
                List.of("crisis-lead", "communications", "customer-care", "operations", "legal"),
                objectives,
                List.of(),
                injects);
    }
}
