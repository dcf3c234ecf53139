package dev.muster.store;

import static java.util.Comparator.comparingInt;

import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Member;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A drill's roster: one item for each member, so that a person can be erased alone. */
final class RosterItems {

    private static final String ROLES = "roles";
    private static final String POSITION = "position";

    private RosterItems() {}

    static List<Item> of(String drill, Roster roster) {
        var participants = roster.participants();
        return IntStream.range(0, participants.size())
                .mapToObj(at -> of(drill, participants.get(at), at))
                .toList();
    }

    static Item of(String drill, Participant participant, int position) {
        return of(drill, participant).with(POSITION, position);
    }

    /** The roles that a member holds, and nothing else of the member. */
    static Item rolesOf(String drill, Member member) {
        return Item.at(Keys.member(drill, member.id())).with(ROLES, member.roles());
    }

    /** Only while the member holds the roles that were seen. */
    static Expression inRolesOf(Member seen) {
        return Expression.of("#roles = :seen")
                .with(
                        ":seen",
                        AttributeValue.fromL(
                                seen.roles().stream().map(AttributeValue::fromS).toList()));
    }

    static Roster roster(Stream<Item> items) {
        return new Roster(items.sorted(comparingInt(item -> Integer.parseInt(item.number(POSITION))))
                .map(RosterItems::read)
                .toList());
    }

    static Participant read(Item item) {
        return new Participant(member(item), item.optional(Keys.REVOKED_BEFORE).map(Instant::parse));
    }

    private static Item of(String drill, Participant participant) {
        var member = participant.member();
        return Item.at(Keys.member(drill, member.id()))
                .with("name", member.name())
                .with("email", member.email())
                .with("phone", member.phone())
                .with("chat", member.chat())
                .with("language", member.language())
                .with(ROLES, member.roles())
                .with("deputyFor", member.deputyFor())
                .with("reach", member.reach().stream().map(Channel::label).toList())
                .with(Keys.REVOKED_BEFORE, participant.revokedBefore());
    }

    private static Member member(Item item) {
        return new Member(
                item.key().sk().substring(Keys.MEMBERS.length()),
                item.string("name"),
                item.optional("email"),
                item.optional("phone"),
                item.optional("chat"),
                item.string("language"),
                item.strings(ROLES),
                item.strings("deputyFor"),
                item.strings("reach").stream().map(RosterItems::channel).toList());
    }

    private static Channel channel(String label) {
        return Channel.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
