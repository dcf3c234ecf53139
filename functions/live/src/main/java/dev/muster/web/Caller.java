package dev.muster.web;

import dev.muster.scenario.Member;

/** Whoever signed in, as far as a request needs to know. A role is no part of it: nobody behind the router asks for one. */
sealed interface Caller {

    /** A trainer or a leader, who acts under an account. */
    record Account(String id) implements Caller {}

    /** Whoever came by a drill's join link, and may only say who it is. */
    record Joiner(String drill) implements Caller {}

    /** A member who takes part in one drill and reaches nothing outside of it. */
    record Responder(String drill, Member member) implements Caller {}
}
