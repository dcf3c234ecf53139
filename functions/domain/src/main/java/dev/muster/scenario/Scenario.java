package dev.muster.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A scripted crisis; its injects are the MSEL.
 *
 * @param starts what the scenario's own clock shows at StartEx, if it has one
 * @param duration drill time from StartEx to EndEx
 * @param fault the fault status at StartEx; injects may change it
 * @param variables what an organisation may replace with its own
 * @param roles ids of the roles that take part
 * @param customers simulated customers, who write some of the injects
 */
public record Scenario(
        String id,
        String title,
        CrisisKind kind,
        int version,
        String language,
        Optional<LocalTime> starts,
        Duration duration,
        FaultStatus fault,
        List<String> distressing,
        List<Variable> variables,
        String briefing,
        List<String> roles,
        List<Objective> objectives,
        List<Customer> customers,
        List<Inject> injects) {

    public Scenario {
        distressing = List.copyOf(distressing);
        variables = List.copyOf(variables);
        roles = List.copyOf(roles);
        objectives = List.copyOf(objectives);
        customers = List.copyOf(customers);
        injects = List.copyOf(injects);
    }

    public Optional<Inject> inject(String id) {
        return injects.stream().filter(inject -> inject.id().equals(id)).findFirst();
    }

    public Optional<Customer> customer(String id) {
        return customers.stream().filter(customer -> customer.id().equals(id)).findFirst();
    }

    /** Whether the scenario's own clock has leapt ahead by this drill time. */
    public boolean jumpedBy(Duration at) {
        return injects.stream()
                .filter(inject -> inject.jump().isPresent())
                .anyMatch(inject -> inject.release() instanceof Release.Scripted scripted
                        && scripted.at().compareTo(at) <= 0);
    }

    /** The same scenario with other injects. */
    public Scenario with(List<Inject> others) {
        return with(roles, objectives, others);
    }

    /** The same scenario with other roles, objectives and injects. */
    public Scenario with(List<String> otherRoles, List<Objective> otherObjectives, List<Inject> otherInjects) {
        return new Scenario(
                id,
                title,
                kind,
                version,
                language,
                starts,
                duration,
                fault,
                distressing,
                variables,
                briefing,
                otherRoles,
                otherObjectives,
                customers,
                otherInjects);
    }
}
