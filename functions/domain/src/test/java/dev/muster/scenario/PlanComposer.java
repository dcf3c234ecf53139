package dev.muster.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Composes plans for tests: {@code aPlan().with(aStep("holding-statement").ownedBy("communications"))}. */
public final class PlanComposer {

    private String id = "a-plan";
    private List<String> roles = List.of("crisis-lead", "communications", "customer-care");
    private Set<String> speakers = Set.of();
    private Approval approval = Approval.NONE;
    private Optional<Cadence> cadence = Optional.empty();
    private Bands bands = Bands.DEFAULT;
    private final List<Step> steps = new ArrayList<>();

    private PlanComposer() {}

    /** A plan with three roles (crisis-lead, communications, customer-care), and nothing else yet. */
    public static PlanComposer aPlan() {
        return new PlanComposer();
    }

    public PlanComposer called(String id) {
        this.id = id;
        return this;
    }

    public PlanComposer withRoles(String... roles) {
        this.roles = List.of(roles);
        return this;
    }

    public PlanComposer speakingThrough(String... roles) {
        this.speakers = Set.of(roles);
        return this;
    }

    /** Messages to the audience need the approval of one of the roles. */
    public PlanComposer approving(Audience audience, String... by) {
        this.approval = new Approval(Set.of(audience), Set.of(by));
        return this;
    }

    public PlanComposer updating(Cadence cadence) {
        this.cadence = Optional.of(cadence);
        return this;
    }

    public PlanComposer rating(Bands bands) {
        this.bands = bands;
        return this;
    }

    public PlanComposer with(StepComposer... steps) {
        Stream.of(steps).map(StepComposer::build).forEach(this.steps::add);
        return this;
    }

    public Plan build() {
        return new Plan(
                id,
                "A plan called " + id,
                1,
                "Head of Customer Operations",
                LocalDate.of(2026, 9, 1),
                "Duty manager, +44 20 7946 0000",
                bands,
                roles.stream().map(role -> new Role(role, role, "")).toList(),
                speakers,
                approval,
                cadence,
                List.of(),
                steps);
    }
}
