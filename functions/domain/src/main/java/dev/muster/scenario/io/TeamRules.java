package dev.muster.scenario.io;

import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.util.List;

/** What must hold in a team, and in a scenario that a team is to play. */
final class TeamRules {

    private static final List<Rule<Team>> RULES =
            List.of(TeamRules::membersHaveTheirOwnIds, TeamRules::retentionIsATime, TeamRules::everybodyHasADuty);

    private TeamRules() {}

    static void check(Team team, Spot root) {
        Rule.checkAll(RULES, team, root);
    }

    /** Every role of the scenario is held by somebody, or has a deputy. */
    static void checkStaffing(Scenario scenario, Team team, Spot scenarioRoot) {
        for (var index = 0; index < scenario.injects().size(); index++) {
            isStaffed(
                    scenario.injects().get(index).to(),
                    team,
                    scenarioRoot.in("injects").item(index).in("to"));
        }
        for (var index = 0; index < scenario.roles().size(); index++) {
            var role = scenario.roles().get(index);
            if (scenario.injects().stream().noneMatch(inject -> inject.to().contains(role))) {
                isStaffed(role, "role", team, scenarioRoot.in("roles").item(index));
            }
        }
    }

    /** How many roles of the scenario the team can neither fill nor deputise. */
    static long unstaffed(Scenario scenario, Team team) {
        return scenario.roles().stream().filter(role -> !staffs(team, role)).count();
    }

    private static boolean staffs(Team team, String role) {
        return team.members().stream().anyMatch(member -> member.mayAct(role));
    }

    private static void isStaffed(List<String> roles, Team team, Spot spot) {
        for (var index = 0; index < roles.size(); index++) {
            isStaffed(roles.get(index), "inject to a role", team, spot.item(index));
        }
    }

    private static void isStaffed(String role, String what, Team team, Spot spot) {
        if (!staffs(team, role)) {
            spot.reject("%s that nobody has: \"%s\"; let somebody in team \"%s\" hold it or deputise for it"
                    .formatted(what, role, team.id()));
        }
    }

    private static void membersHaveTheirOwnIds(Team team, Spot root) {
        Rule.uniqueIds("member", team.members().stream().map(Member::id).toList(), root.in("members"));
    }

    private static void retentionIsATime(Team team, Spot root) {
        Rule.positive(team.charter().retention(), root.in("charter").in("retention"));
    }

    private static void everybodyHasADuty(Team team, Spot root) {
        for (var index = 0; index < team.members().size(); index++) {
            var member = team.members().get(index);
            if (member.roles().isEmpty() && member.deputyFor().isEmpty()) {
                root.in("members")
                        .item(index)
                        .reject("member \"%s\" neither holds a role nor deputises for one".formatted(member.id()));
            }
        }
    }
}
