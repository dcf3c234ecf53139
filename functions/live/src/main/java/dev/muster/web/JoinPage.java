package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where people come in who have a drill's join link, on their own device or on one that others use.
 *
 * @param token the last part of the page's address
 * @param roles that a substitute may take
 */
public record JoinPage(String title, String token, List<Person> people, List<Role> roles) {

    /** Somebody on the roster, with the names of the roles. */
    public record Person(String id, String name, String roles) {}

    static JoinPage of(Drill drill, Roster roster, Plan plan, String token) {
        var people = roster.participants().stream()
                .map(Participant::member)
                .map(member -> new Person(member.id(), member.name(), roles(member, plan)))
                .toList();
        return new JoinPage(drill.title(), token, people, plan.roles());
    }

    private static String roles(Member member, Plan plan) {
        return String.join(
                ", ",
                Stream.concat(member.roles().stream(), member.deputyFor().stream())
                        .distinct()
                        .map(id -> plan.role(id).map(Role::name).orElse(id))
                        .toList());
    }
}
