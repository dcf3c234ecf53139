package dev.muster.web;

import dev.muster.scenario.Member;

/** Whoever signed in, as far as a request needs to know. */
sealed interface Caller {

    Role role();

    /** A trainer or a leader, who acts under an account. */
    record Account(Role role, String id) implements Caller {}

    /** Whoever came by a drill's join link, and may only say who it is. */
    record Joiner(String drill) implements Caller {
        @Override
        public Role role() {
            return Role.JOINER;
        }
    }

    /** A member who takes part in one drill and reaches nothing outside of it. */
    record Responder(String drill, Member member) implements Caller {
        @Override
        public Role role() {
            return Role.RESPONDER;
        }
    }
}
