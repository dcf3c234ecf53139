package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.Participant;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The links into a drill, as its trainer hands them out.
 *
 * @param join a link for whoever is in the room
 * @param expires until when that link works, in the drill's zone
 */
public record LinksPage(
        String drill, String title, String join, QrPicture code, String expires, List<Person> people, Notice notice) {

    /**
     * @param roles that the person holds, by name
     * @param deputy roles that the person stands in for; empty if none
     */
    public record Person(String id, String name, String roles, String deputy, String url) {}

    /** @param signer for the address under which the trainer reaches us */
    static LinksPage of(Drill drill, DrillStore store, LinkSigner signer, Instant now, Words words, Notice notice) {
        var plan = store.plan(drill.id());
        var join =
                signer.at(later(now, store.joinLinksRevokedBefore(drill.id()))).joiner(drill);
        var people = store.roster(drill.id()).participants().stream()
                .map(one -> person(one, drill, plan, signer.at(later(now, one.revokedBefore()))))
                .toList();
        return new LinksPage(
                drill.id(),
                drill.title(),
                join.url(),
                QrPicture.of(join.url()),
                words.dateAndTime(join.expiresAt(), drill.zone()),
                people,
                notice);
    }

    private static Person person(Participant one, Drill drill, Plan plan, LinkSigner signer) {
        var member = one.member();
        return new Person(
                one.id(),
                member.name(),
                names(member.roles(), plan),
                names(member.deputyFor(), plan),
                signer.responder(drill, one.id()));
    }

    private static String names(List<String> roles, Plan plan) {
        return roles.stream()
                .map(id -> plan.role(id).map(Role::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    /** A revocation counts to the end of its second; a link of that second must come after it. */
    private static Instant later(Instant now, Optional<Instant> revoked) {
        return revoked.filter(now::isBefore).orElse(now);
    }

    public String newKey() {
        return UUID.randomUUID().toString();
    }
}
