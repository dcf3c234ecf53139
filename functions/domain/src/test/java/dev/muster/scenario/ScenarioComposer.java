package dev.muster.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Composes scenarios for tests: {@code aScenario().lasting(ofMinutes(90)).with(anInject("soc-alert").to("legal"))}. */
public final class ScenarioComposer {

    private String id = "a-crisis";
    private CrisisKind kind = CrisisKind.OUTAGE;
    private Duration duration = Duration.ofMinutes(60);
    private FaultStatus fault = FaultStatus.UNKNOWN;
    private List<String> roles = List.of("crisis-lead", "communications", "customer-care");
    private final List<Objective> objectives = new ArrayList<>();
    private final List<Inject> injects = new ArrayList<>();

    private ScenarioComposer() {}

    /** An outage of an hour for three roles (crisis-lead, communications, customer-care), in which nothing happens yet. */
    public static ScenarioComposer aScenario() {
        return new ScenarioComposer();
    }

    public ScenarioComposer called(String id) {
        this.id = id;
        return this;
    }

    public ScenarioComposer about(CrisisKind kind) {
        this.kind = kind;
        return this;
    }

    public ScenarioComposer lasting(Duration duration) {
        this.duration = duration;
        return this;
    }

    public ScenarioComposer withFault(FaultStatus fault) {
        this.fault = fault;
        return this;
    }

    public ScenarioComposer withRoles(String... roles) {
        this.roles = List.of(roles);
        return this;
    }

    public ScenarioComposer aimingAt(String objective, String... steps) {
        objectives.add(new Objective(objective, "Show " + objective, List.of(steps)));
        return this;
    }

    public ScenarioComposer with(InjectComposer... injects) {
        Stream.of(injects).map(InjectComposer::build).forEach(this.injects::add);
        return this;
    }

    public Scenario build() {
        return new Scenario(
                id,
                "A crisis called " + id,
                kind,
                1,
                "en",
                duration,
                fault,
                List.of(),
                "It is an ordinary morning.",
                roles,
                objectives,
                injects);
    }
}
