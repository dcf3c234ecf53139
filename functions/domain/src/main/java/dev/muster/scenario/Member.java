package dev.muster.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A person of a team.
 *
 * @param roles roles that the person holds
 * @param deputyFor roles that the person stands in for
 * @param reach the channels on which drill messages reach the person, in order of preference
 */
public record Member(
        String id,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> chat,
        String language,
        List<String> roles,
        List<String> deputyFor,
        List<Channel> reach) {

    public Member {
        roles = List.copyOf(roles);
        deputyFor = List.copyOf(deputyFor);
        reach = List.copyOf(reach);
    }

    /** The same person in other roles, each role put through {@code naming}; what falls together is held once. */
    Member inRoles(UnaryOperator<String> naming) {
        return new Member(
                id,
                name,
                email,
                phone,
                chat,
                language,
                roles.stream().map(naming).distinct().toList(),
                deputyFor.stream().map(naming).distinct().toList(),
                reach);
    }

    /** The same person, who stands in for these roles, too. */
    Member deputisingFor(List<String> others) {
        return new Member(
                id,
                name,
                email,
                phone,
                chat,
                language,
                roles,
                Stream.concat(deputyFor.stream(), others.stream()).distinct().toList(),
                reach);
    }

    /** The same person, who no longer holds this role. */
    public Member without(String role) {
        return new Member(
                id,
                name,
                email,
                phone,
                chat,
                language,
                roles.stream().filter(held -> !held.equals(role)).toList(),
                deputyFor,
                reach);
    }

    public boolean holds(String role) {
        return roles.contains(role);
    }

    /** Whether the person may act in the role, as its holder or as a deputy. */
    public boolean mayAct(String role) {
        return holds(role) || deputyFor.contains(role);
    }
}
