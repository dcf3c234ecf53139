package dev.muster.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A team in the roles of a plan. Who holds a role of the default plan holds the plan's role that stands for it; what is
 * none of the plan's stays as it is. A team that was not made for the plan cannot know the roles that are the plan's alone:
 * whoever leads deputises for them.
 *
 * @param findings what a trainer should know before the drill
 */
public record AdaptedTeam(Team team, List<String> findings) {

    public AdaptedTeam {
        findings = List.copyOf(findings);
    }

    public static AdaptedTeam of(Team team, Plan plan) {
        var members = team.members().stream()
                .map(member ->
                        member.inRoles(role -> plan.roleFor(role).map(Role::id).orElse(role)))
                .toList();
        var wasMadeForThePlan = members.equals(team.members());
        return wasMadeForThePlan ? new AdaptedTeam(team, List.of()) : withDeputies(team, members, plan);
    }

    private static AdaptedTeam withDeputies(Team team, List<Member> members, Plan plan) {
        var lead = plan.standIn().id();
        var alone = plan.roles().stream()
                .filter(role -> role.standsFor().isEmpty())
                .map(Role::id)
                .filter(role -> members.stream().noneMatch(member -> member.mayAct(role)))
                .toList();
        var findings = new ArrayList<String>();
        if (!alone.isEmpty()) {
            findings.add("nobody in team \"%s\" knows the role %s; \"%s\" deputises"
                    .formatted(
                            team.id(),
                            String.join(
                                    " or ",
                                    alone.stream().map(it -> '"' + it + '"').toList()),
                            lead));
        }
        var adapted = members.stream()
                .map(member -> member.holds(lead) ? member.deputisingFor(alone) : member)
                .toList();
        return new AdaptedTeam(new Team(team.id(), team.name(), team.zone(), team.charter(), adapted), findings);
    }
}
