package dev.muster.scenario.io;

import dev.muster.scenario.AdaptedTeam;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
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

    /**
     * Every role of the scenario is held by somebody, or has a deputy, in the plan on which it is played.
     *
     * @param adapted the scenario as it is played on the plan
     */
    static void checkStaffing(Scenario scenario, Scenario adapted, Team team, Plan plan, Spot scenarioRoot) {
        var staff = new Staff(AdaptedTeam.of(team, plan).team(), plan);
        for (var index = 0; index < scenario.injects().size(); index++) {
            staff.check(
                    scenario.injects().get(index).to(),
                    scenarioRoot.in("injects").item(index).in("to"));
        }
        for (var index = 0; index < scenario.roles().size(); index++) {
            var role = scenario.roles().get(index);
            if (scenario.injects().stream().noneMatch(inject -> inject.to().contains(role))) {
                staff.check(role, "role", scenarioRoot.in("roles").item(index));
            }
        }
        adapted.roles().stream()
                .filter(role -> scenario.roles().stream().map(staff::seat).noneMatch(role::equals))
                .forEach(role -> staff.check(role, "role of your plan", scenarioRoot.in("roles")));
    }

    /** How many roles of the scenario, as it is played on the plan, the team can neither fill nor deputise. */
    static long unstaffed(Scenario adapted, Team team, Plan plan) {
        var staff = new Staff(AdaptedTeam.of(team, plan).team(), plan);
        return adapted.roles().stream().filter(role -> !staff.has(role)).count();
    }

    /** A team in the roles of a plan. */
    private record Staff(Team team, Plan plan) {

        /** Who acts for a role of the script. */
        String seat(String role) {
            return plan.roleFor(role).orElseGet(plan::standIn).id();
        }

        boolean has(String role) {
            return team.members().stream().anyMatch(member -> member.mayAct(seat(role)));
        }

        void check(List<String> roles, Spot spot) {
            for (var index = 0; index < roles.size(); index++) {
                check(roles.get(index), "inject to a role", spot.item(index));
            }
        }

        void check(String role, String what, Spot spot) {
            if (!has(role)) {
                spot.reject("%s that nobody has: \"%s\"; let somebody in team \"%s\" hold it or deputise for it"
                        .formatted(what, seat(role), team.id()));
            }
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
