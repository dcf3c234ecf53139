package dev.muster.drill;

import dev.muster.scenario.Member;
import java.util.Optional;

/**
 * Somebody who was not on the roster takes a role over.
 *
 * @param arriving the substitute, who holds the role
 * @param relieved who gives the role up, as last seen; empty if whoever holds it keeps it
 */
public record Substitution(Member arriving, String role, Optional<Member> relieved) {

    /** What becomes of the member who gives the role up. */
    public Optional<Member> left() {
        return relieved.map(member -> member.without(role));
    }
}
