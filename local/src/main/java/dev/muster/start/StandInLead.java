package dev.muster.start;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Team;
import dev.muster.start.MusterApi.ProblemAnswer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Approves what people draft among a recorded team, as a rehearsed lead would: nobody recorded a ruling on what nobody
 * recorded.
 *
 * @param role in which approval is given
 * @param api as the member who gives it
 * @param people whose drafts are meant
 */
public record StandInLead(String role, MusterApi api, Set<String> people) {

    /** Whoever may approve by the plan and is not played by people; empty if nobody is. */
    static Optional<StandInLead> of(Plan plan, Team team, Map<String, MusterApi> apiOf, Set<String> people) {
        return plan.roles().stream()
                .map(Role::id)
                .filter(plan.approval().by()::contains)
                .flatMap(role -> team.members().stream()
                        .filter(member -> member.holds(role) && !people.contains(member.id()))
                        .map(member -> new StandInLead(role, apiOf.get(member.id()), people)))
                .findFirst();
    }

    void approve(Collection<LogEntry> log) {
        var logged = log.stream().map(LogEntry::id).collect(Collectors.toSet());
        for (var entry : log) {
            if (entry.event() instanceof DrillEvent.MessageDrafted drafted
                    && people.contains(drafted.member())
                    && !logged.contains(Entries.ruling(drafted.message().id()))) {
                approve(drafted.message().id());
            }
        }
    }

    private void approve(String message) {
        var body = MusterApi.object().put("role", role).put("message", message).put("approve", true);
        try {
            api.post("/my/approvals", "stand-in-" + Entries.ruling(message), body);
        } catch (ProblemAnswer refused) {
            // The drill is paused or over, or somebody was faster.
        }
    }
}
