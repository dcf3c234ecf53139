package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes links void that were issued until now. A token counts whole seconds: what was issued in this second is void, too,
 * and what takes its place counts as issued in the next.
 */
final class Revocations {

    private final DrillStore store;
    private final Clock clock;

    Revocations(DrillStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All links of a trainer or a leader. */
    void ofAccount(String account) {
        store.revokeLinks(account, nextSecond());
    }

    /**
     * All links of one member into a drill.
     *
     * @return the link that takes their place
     * @throws Problem 404 if the roster has no such member
     */
    String ofMember(Drill drill, String member, LinkSigner links) {
        var moment = nextSecond();
        if (store.revokeLink(drill.id(), member, moment) == Outcome.STALE) {
            throw Problem.notFound();
        }
        return links.at(moment).responder(drill, member);
    }

    /**
     * All join links of a drill.
     *
     * @return the link that takes their place
     */
    LinkSigner.JoinLink ofJoinLinks(Drill drill, LinkSigner links) {
        var moment = nextSecond();
        store.revokeJoinLinks(drill.id(), moment);
        return links.at(moment).joiner(drill);
    }

    private Instant nextSecond() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
