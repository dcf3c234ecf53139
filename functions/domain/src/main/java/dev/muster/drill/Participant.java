package dev.muster.drill;

import dev.muster.scenario.Member;
import java.time.Instant;
import java.util.Optional;

/**
 * A member on a drill's roster.
 *
 * @param revokedBefore links issued before this moment are void; empty if none was revoked
 */
public record Participant(Member member, Optional<Instant> revokedBefore) {

    public String id() {
        return member.id();
    }
}
