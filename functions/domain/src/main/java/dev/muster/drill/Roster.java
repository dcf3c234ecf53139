package dev.muster.drill;

import dev.muster.scenario.Member;
import dev.muster.scenario.Team;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who takes part in a drill. */
public record Roster(List<Participant> participants) {

    public Roster {
        participants = List.copyOf(participants);
    }

    public static Roster of(Team team) {
        return new Roster(team.members().stream()
                .map(member -> new Participant(member, Optional.empty()))
                .toList());
    }

    public Optional<Participant> participant(String id) {
        return participants.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Member> member(String id) {
        return participant(id).map(Participant::member);
    }

    /** The roster with the substitute at its end. */
    public Roster after(Substitution substitution) {
        var stayed = participants.stream().map(one -> substitution
                .left()
                .filter(left -> left.id().equals(one.id()))
                .map(left -> new Participant(left, one.revokedBefore()))
                .orElse(one));
        return new Roster(Stream.concat(stayed, Stream.of(new Participant(substitution.arriving(), Optional.empty())))
                .toList());
    }

    /** Who receives what is addressed to these roles: their holders, or the deputies of a role that nobody holds. */
    public Set<Member> inRoles(List<String> roles) {
        return roles.stream().flatMap(role -> inRole(role).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private List<Member> inRole(String role) {
        var members = participants.stream().map(Participant::member).toList();
        var holders = members.stream().filter(member -> member.holds(role)).toList();
        return holders.isEmpty()
                ? members.stream().filter(member -> member.mayAct(role)).toList()
                : holders;
    }
}
