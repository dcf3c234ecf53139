package dev.muster.scenario;

import java.util.Set;

/** Which messages need somebody's approval before they go out, and which roles may give it. */
public record Approval(Set<Audience> audiences, Set<String> by) {

    public static final Approval NONE = new Approval(Set.of(), Set.of());

    public Approval {
        audiences = Set.copyOf(audiences);
        by = Set.copyOf(by);
    }

    public boolean demandedFor(Audience audience) {
        return audiences.contains(audience);
    }
}
