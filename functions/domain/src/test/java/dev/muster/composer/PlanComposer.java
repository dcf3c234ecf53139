package dev.muster.composer;

import dev.muster.scenario.Approval;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Bands;
import dev.muster.scenario.Cadence;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Composes a plan: {@code aPlan().with(aStep("recognise").within(5)).updatingEvery(30, 1, CUSTOMERS)}. */
public final class PlanComposer {

    private final List<Step> steps = new ArrayList<>();
    private Optional<Cadence> cadence = Optional.empty();
    private Approval approval = Approval.NONE;
    private String id = "plan";
    private List<Role> roles = Stream.of("crisis-lead", "communications", "customer-care", "operations", "legal")
            .map(name -> new Role(name, name, "", List.of()))
            .toList();

    private PlanComposer() {}

    public static PlanComposer aPlan() {
        return new PlanComposer();
    }

    public PlanComposer called(String id) {
        this.id = id;
        return this;
    }

    public PlanComposer with(StepComposer... composed) {
        Stream.of(composed).map(StepComposer::compose).forEach(steps::add);
        return this;
    }

    /** In the place of the roles that it has anyway: {@code "boss: crisis-lead legal"} stands for the other two. */
    public PlanComposer withRoles(String... composed) {
        roles = Stream.of(composed)
                .map(role -> role.split("[: ]+"))
                .map(names -> new Role(names[0], names[0], "", List.of(names).subList(1, names.length)))
                .toList();
        return this;
    }

    /** @param minutes the longest silence that it allows, for two hours; then twice as much */
    public PlanComposer updatingEvery(int minutes, double weight, Audience... audiences) {
        var every = Duration.ofMinutes(minutes);
        cadence =
                Optional.of(new Cadence(Set.of(audiences), every, Duration.ofHours(2), every.multipliedBy(2), weight));
        return this;
    }

    public PlanComposer approvedBy(String role, Audience... audiences) {
        approval = new Approval(Set.of(audiences), Set.of(role));
        return this;
    }

    public Plan compose() {
        return new Plan(
                id,
                "Plan",
                1,
                "Head of Customer Operations",
                LocalDate.of(2026, 9, 1),
                "Duty manager, +44 20 7946 0000",
                Bands.DEFAULT,
                roles,
                Set.of(),
                approval,
                cadence,
                List.of(),
                Map.of(),
                List.of(),
                steps);
    }
}
