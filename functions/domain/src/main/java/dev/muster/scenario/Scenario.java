package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A scripted crisis; its injects are the MSEL.
 *
 * @param duration drill time from StartEx to EndEx
 * @param fault the fault status at StartEx; injects may change it
 * @param roles ids of the roles that take part
 */
public record Scenario(
        String id,
        String title,
        CrisisKind kind,
        int version,
        String language,
        Duration duration,
        FaultStatus fault,
        List<String> distressing,
        String briefing,
        List<String> roles,
        List<Objective> objectives,
        List<Inject> injects) {

    public Scenario {
        distressing = List.copyOf(distressing);
        roles = List.copyOf(roles);
        objectives = List.copyOf(objectives);
        injects = List.copyOf(injects);
    }

    public Optional<Inject> inject(String id) {
        return injects.stream().filter(inject -> inject.id().equals(id)).findFirst();
    }
}
