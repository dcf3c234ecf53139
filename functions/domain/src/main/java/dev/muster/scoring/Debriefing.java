package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Roster;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.util.List;

/**
 * All that can be told of a drill that is over.
 *
 * @param log in {@link LogEntry#ORDER}
 * @param namesPeople whether the team's charter lets a report name people; otherwise it names roles
 */
public record Debriefing(
        Drill drill,
        Plan plan,
        Scenario scenario,
        Roster roster,
        boolean namesPeople,
        List<LogEntry> log,
        Scorecard scorecard) {

    public Debriefing {
        log = List.copyOf(log);
    }
}
