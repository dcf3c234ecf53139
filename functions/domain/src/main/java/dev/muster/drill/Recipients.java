package dev.muster.drill;

import dev.muster.drill.DrillEvent.Assigned;
import dev.muster.drill.DrillEvent.HandedOver;
import dev.muster.scenario.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has an inject in the list: whoever receives for the roles that it was put to, whoever somebody handed it over to, and
 * whoever receives for a role to which somebody passed it on with work.
 */
public record Recipients(Roster roster, EventLog log) {

    public Set<Member> of(Prompt prompt) {
        var members = new LinkedHashSet<>(inCharge(prompt));
        log.all(Assigned.class)
                .map(Occurrence::event)
                .filter(work -> work.inject().filter(prompt.inject()::equals).isPresent())
                .forEach(work -> members.addAll(roster.inRoles(List.of(work.to()))));
        return members;
    }

    /** Those of whom an acknowledgement is awaited: without those who handed it over, with those whom they handed it to. */
    public Set<Member> awaited(Prompt prompt) {
        return inCharge(prompt).stream()
                .filter(member -> !handedOver(prompt.inject(), member.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean has(Member member, Prompt prompt) {
        return of(prompt).stream().anyMatch(one -> one.id().equals(member.id()));
    }

    /** Whether the member handed the inject over to somebody else. */
    public boolean handedOver(String inject, String member) {
        return handovers(inject).anyMatch(one -> one.member().equals(member));
    }

    /** Who handed the inject over to this member, the first of them. */
    public Optional<HandedOver> handedTo(String inject, String member) {
        return handovers(inject).filter(one -> one.to().contains(member)).findFirst();
    }

    /**
     * Who stands in for a member who hands the inject over: the deputies of the roles under which the member got it, or
     * else their other holders; nobody who has handed it over already.
     */
    public Set<String> standIns(Prompt prompt, Member member) {
        var roles = rolesOf(prompt, member);
        var deputies = others(prompt, member)
                .filter(one -> one.deputyFor().stream().anyMatch(roles::contains))
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
        return deputies.isEmpty()
                ? others(prompt, member)
                        .filter(one -> one.roles().stream().anyMatch(roles::contains))
                        .map(Member::id)
                        .collect(Collectors.toUnmodifiableSet())
                : deputies;
    }

    private Stream<Member> others(Prompt prompt, Member member) {
        return roster.participants().stream()
                .map(Participant::member)
                .filter(one -> !one.id().equals(member.id()) && !handedOver(prompt.inject(), one.id()));
    }

    private static List<String> rolesOf(Prompt prompt, Member member) {
        var held = prompt.to().stream().filter(member::holds).toList();
        return held.isEmpty() ? prompt.to().stream().filter(member::mayAct).toList() : held;
    }

    private Set<Member> inCharge(Prompt prompt) {
        var members = new LinkedHashSet<>(roster.inRoles(prompt.to()));
        handovers(prompt.inject()).flatMap(one -> one.to().stream()).forEach(id -> roster.member(id)
                .ifPresent(members::add));
        return members;
    }

    private Stream<HandedOver> handovers(String inject) {
        return log.all(HandedOver.class).map(Occurrence::event).filter(one -> one.inject()
                .equals(inject));
    }
}
