package dev.muster.scenario;

import java.util.List;

/** What the rehearsal is for: a capability, shown by steps of the plan. */
public record Objective(String id, String title, List<String> steps) {

    public Objective {
        steps = List.copyOf(steps);
    }
}
