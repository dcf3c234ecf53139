package dev.muster.scenario;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The people who rehearse together. */
public record Team(String id, String name, ZoneId zone, Charter charter, List<Member> members) {

    public Team {
        members = List.copyOf(members);
    }

    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
