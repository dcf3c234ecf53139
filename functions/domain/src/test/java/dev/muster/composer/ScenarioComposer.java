package dev.muster.composer;

import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Composes a scenario: {@code aScenario().lasting(60).with(anInject("alert").expecting("recognise"))}. */
public final class ScenarioComposer {

    private final List<Inject> injects = new ArrayList<>();
    private final List<Objective> objectives = new ArrayList<>();
    private Duration duration = Duration.ofMinutes(60);
    private FaultStatus fault = FaultStatus.PREVENTABLE;

    private ScenarioComposer() {}

    /** An hour of a crisis that could have been prevented. */
    public static ScenarioComposer aScenario() {
        return new ScenarioComposer();
    }

    public ScenarioComposer lasting(int minutes) {
        duration = Duration.ofMinutes(minutes);
        return this;
    }

    public ScenarioComposer withFault(FaultStatus status) {
        fault = status;
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
                "scenario",
                "Scenario",
                CrisisKind.OUTAGE,
                1,
                "en",
                duration,
                fault,
                List.of(),
                "A briefing.",
                List.of("crisis-lead", "communications", "customer-care", "operations", "legal"),
                objectives,
                injects);
    }
}
