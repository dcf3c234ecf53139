package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Roster;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.util.List;

/**
 * All that can be told of a drill that is over.
 *
 * @param scenario as it was played: with the injects that trainers added to the script
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
        scenario = EventLog.of(log).played(scenario);
    }
}
