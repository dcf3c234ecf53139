package dev.muster.drill.port;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.DueItem;
import dev.muster.drill.Hold;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.drill.Substitution;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where drills are kept. Reads are consistent unless they say otherwise; each other method is one atomic change that
 * happens wholly or not at all, and may be repeated. A change that a log entry records returns {@link Outcome#ALREADY}
 * if an entry with that id stands in the log.
 *
 * <p>Whoever passes a {@link Drill} as {@code seen} acts on it: if the stored drill has another epoch, the change is
 * {@link Outcome#STALE}. Whoever passes a {@link DueItem} as {@code done} takes it out of the due index with the change;
 * if it is no longer there, or at another drill time, the change is STALE. Items that a change adds stay as they are if they
 * are there already, only that a parked one comes back into the index.
 */
public interface DrillStore {

    // ---- looking

    Optional<Drill> drill(String drill);

    /** The drill, the hold and the due item in one look; empty if there is no such drill. */
    Optional<Wake> wake(String drill, String dueKey);

    /** The whole log in {@link LogEntry#ORDER}. */
    List<LogEntry> log(String drill);

    Optional<LogEntry> entry(String drill, String entry);

    /** The entries with these ids, in no order; ids that are not in the log are left out. */
    List<LogEntry> entries(String drill, Set<String> ids);

    /** Everything that is due in the drill, parked or not. */
    List<DueItem> pending(String drill);

    Roster roster(String drill);

    /** Roster and log in one look, for pages that ask again and again. Empty if there is no such drill. */
    Proceedings proceedings(String drill);

    Optional<Participant> participant(String drill, String member);

    /** The scenario as it was when the drill was scheduled. */
    Scenario scenario(String drill);

    /** The plan as it was when the drill was scheduled. */
    Plan plan(String drill);

    /** All drills, latest start first; may lag behind. */
    List<Drill> drills();

    Optional<Hold> hold();

    /** How many shards the due index has; {@link #dueUntil} takes 0 to this, exclusive. */
    int dueShards();

    /** What is due in a shard until then, earliest first; may lag behind. */
    List<DueItem> dueUntil(int shard, Instant until);

    // ---- before and at the start

    /**
     * Writes a new drill with its snapshots, its roster, the entry and its start item. The drill exists only when all of
     * it does. ALREADY if a drill with this id exists.
     */
    Outcome schedule(Drill drill, Scenario scenario, Plan plan, Roster roster, LogEntry scheduled, DueItem start);

    /**
     * Adds those of the items that are not there, in chunks that are safe to repeat; each chunk only while the drill is
     * {@link DrillState#SCHEDULED} in the epoch that was seen, otherwise STALE.
     */
    Outcome arm(Drill seen, List<DueItem> items);

    /** SCHEDULED to RUNNING, in the same epoch; {@code next} announces it. */
    Outcome start(Drill seen, DueItem done, LogEntry started, List<DueItem> next);

    // ---- the script

    /** Appends the release and moves the due item on to {@code next}; only while the drill is RUNNING. */
    Outcome release(Drill seen, DueItem done, LogEntry released, List<DueItem> next);

    /** Appends that the inject does not come; {@code next} tells the trainer, where there is something to tell. */
    Outcome withhold(Drill seen, DueItem done, LogEntry withheld, List<DueItem> next);

    /** Appends what a due item that needs no state of the drill did (a publication, an announcement), and ends it. */
    Outcome conclude(DueItem done, LogEntry entry);

    /** Appends a reminder; only while the drill is RUNNING. */
    Outcome remind(Drill seen, DueItem done, LogEntry reminded);

    /** Appends that the inject was triggered, and adds its due item if absent; only while the drill is not over. */
    Outcome trigger(Drill seen, LogEntry triggered, DueItem inject);

    /** Appends that a condition stays undecided, and tells the trainer. */
    Outcome giveUp(LogEntry undecided, DueItem tell);

    // ---- the responders

    /** Appends a response, or an evaluator's word, with what follows from it. Touches nothing that others write. */
    Outcome record(String drill, LogEntry response, List<DueItem> next);

    /**
     * Appends that a substitute joined and changes the roster by it. STALE if whoever gives the role up no longer has the
     * roles that were seen.
     */
    Outcome substitute(String drill, LogEntry joined, Substitution substitution);

    /** Appends a rating, ends its due item and adds what follows. */
    Outcome rate(DueItem done, LogEntry rated, List<DueItem> next);

    // ---- the clock

    /**
     * A clock command: the drill becomes {@code next}, whose epoch is one more than the seen one's, the entry is appended
     * and {@code dues} are added. {@code done}, if given, is taken out.
     */
    Outcome command(Drill seen, Drill next, LogEntry entry, Optional<DueItem> done, List<DueItem> dues);

    /** A clock command that also moves a due item to another drill time; STALE if it is not pending. */
    Outcome retime(Drill seen, Drill next, LogEntry entry, DueItem moved, List<DueItem> dues);

    /**
     * A clock command about an inject that is still to come; STALE if the log says that it came or was withheld.
     *
     * @param due when it falls due now, whenever it did before, if it did; empty if that stays as it is
     */
    Outcome direct(Drill seen, Drill next, LogEntry entry, String inject, Optional<DueItem> due, List<DueItem> dues);

    /**
     * Stop and real emergency: whatever the epoch, the clock stands still from {@code at} (if it did not before), the
     * state becomes {@code to} and the epoch grows. STALE only if the drill is over.
     */
    Outcome interrupt(String drill, DrillState to, Instant at, LogEntry entry, List<DueItem> dues);

    // ---- the due index

    /**
     * Indexes the item anew as given, unless it is gone, at another drill time, or was indexed under a later epoch
     * (STALE): whoever looked before a re-timing does not undo it.
     */
    Outcome refile(DueItem item);

    /**
     * Takes the item out of the index but not out of the drill, until a clock command refiles it; not if it was indexed
     * under a later epoch than {@code epoch} (STALE).
     */
    Outcome park(DueItem item, long epoch);

    /** Ends an item that has nothing more to say. */
    void drop(DueItem item);

    // ---- the hold, and after the drill

    /** Sets the hold; ALREADY if one is set. */
    Outcome placeHold(Hold hold);

    /** Lifts the hold; ALREADY if none is set. */
    Outcome liftHold();

    /**
     * Keeps the scorecard (as JSON), unless the stored one was made from a longer log (STALE), and takes the drill from
     * ENDED to SCORED.
     *
     * @param revision the number of log entries it was made from
     */
    Outcome keepScorecard(String drill, String scorecard, long revision);

    Optional<String> scorecard(String drill);

    // ---- links

    /** When the links of an account (a trainer, a leader) that were issued before are void; empty if none are. */
    Optional<Instant> linksRevokedBefore(String account);

    /** Voids the links of an account that were issued before this moment. */
    void revokeLinks(String account, Instant before);

    /** Voids a member's links into a drill that were issued before this moment; STALE if there is no such member. */
    Outcome revokeLink(String drill, String member, Instant before);

    /** When the drill's join links that were issued before are void; empty if none are. */
    Optional<Instant> joinLinksRevokedBefore(String drill);

    /** Voids the drill's join links that were issued before this moment. */
    void revokeJoinLinks(String drill, Instant before);
}
