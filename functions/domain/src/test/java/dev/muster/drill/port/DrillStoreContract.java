package dev.muster.drill.port;

import static dev.muster.drill.DrillState.CANCELLED;
import static dev.muster.drill.DrillState.EMERGENCY;
import static dev.muster.drill.DrillState.ENDED;
import static dev.muster.drill.DrillState.PAUSED;
import static dev.muster.drill.DrillState.RUNNING;
import static dev.muster.drill.DrillState.SCORED;
import static dev.muster.drill.port.Outcome.ALREADY;
import static dev.muster.drill.port.Outcome.DONE;
import static dev.muster.drill.port.Outcome.STALE;
import static dev.muster.drill.port.Rehearsal.NOON;
import static dev.muster.drill.port.Rehearsal.TEN_MINUTES;
import static dev.muster.drill.port.Rehearsal.note;
import static dev.muster.drill.port.Rehearsal.scenario;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.drill.Drill;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.Hold;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.drill.Substitution;
import dev.muster.scenario.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every store of drills does. A store's own test extends it; drills of other tests may be in the store. */
public abstract class DrillStoreContract {

    private static final Due INJECT = new Due.Release("i-0");
    private static final Due NEXT = new Due.Publish("i-0");

    protected abstract DrillStore store();

    /** How often two teammates answer at the same instant. */
    protected int instants() {
        return 1_000;
    }

    // ---- every change that the log records

    /** Makes one change to a drill as it was seen, in which {@link #INJECT} was due; {@link #NEXT} follows from it. */
    private interface Move {
        Outcome make(DrillStore store, Drill seen, LogEntry entry);
    }

    /** Moves of whoever saw the drill. */
    private static final Map<String, Move> BOUND_TO_THE_EPOCH = Map.of(
            "release", (store, seen, entry) -> store.release(seen, due(seen), entry, next(seen)),
            "withhold", (store, seen, entry) -> store.withhold(seen, due(seen), entry, next(seen)),
            "remind", (store, seen, entry) -> store.remind(seen, due(seen), entry),
            "trigger",
                    (store, seen, entry) ->
                            store.trigger(seen, entry, next(seen).getFirst()),
            "command",
                    (store, seen, entry) ->
                            store.command(seen, paused(seen), entry, Optional.of(due(seen)), next(seen)),
            "retime", (store, seen, entry) -> store.retime(seen, paused(seen), entry, due(seen), next(seen)),
            "direct",
                    (store, seen, entry) ->
                            store.direct(seen, paused(seen), entry, "i-0", Optional.of(due(seen)), next(seen)));

    private static final Map<String, Move> OTHERS = Map.of(
            "conclude", (store, seen, entry) -> store.conclude(due(seen), entry),
            "rate", (store, seen, entry) -> store.rate(due(seen), entry, next(seen)),
            "record", (store, seen, entry) -> store.record(seen.id(), entry, next(seen)),
            "giveUp", (store, seen, entry) -> store.giveUp(entry, next(seen).getFirst()),
            "interrupt", (store, seen, entry) -> store.interrupt(seen.id(), EMERGENCY, NOON, entry, next(seen)));

    private static final Set<String> ENDING_WHAT_WAS_DUE =
            Set.of("release", "withhold", "remind", "command", "conclude", "rate");
    private static final Set<String> LEAVING_NOTHING_DUE = Set.of("remind", "conclude");

    @TestFactory
    Stream<DynamicTest> eachChangeHappensWhollyAndToItsDrillOnly() {
        return each(all(), (name, move) -> {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var other = Rehearsal.in(store()).startedWith(INJECT);

            assertThat(move.make(store(), rehearsal.drill(), note("it"))).isEqualTo(DONE);

            assertThat(store().entry(rehearsal.id(), "it")).contains(note("it"));
            assertThat(rehearsal.isPending(NEXT)).isEqualTo(!LEAVING_NOTHING_DUE.contains(name));
            assertThat(rehearsal.isPending(INJECT)).isEqualTo(!ENDING_WHAT_WAS_DUE.contains(name));
            assertUnchanged(other, other.drill());
        });
    }

    @TestFactory
    Stream<DynamicTest> aChangeWhoseEntryStandsInTheLogIsNotMadeAgain() {
        return each(all(), (name, move) -> {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var before = rehearsal.drill();
            store().record(rehearsal.id(), note("it"), List.of());

            assertThat(move.make(store(), before, note("it"))).isEqualTo(ALREADY);

            assertThat(rehearsal.drill()).isEqualTo(before);
            assertThat(rehearsal.isPending(INJECT)).isTrue();
            assertThat(rehearsal.isPending(NEXT)).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> aChangeThatWasMadeIsFoundInTheLogWhenItIsRepeated() {
        return each(all(), (name, move) -> {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var seen = rehearsal.drill();
            move.make(store(), seen, note("it"));
            var after = rehearsal.drill();
            var pending = store().pending(rehearsal.id());

            assertThat(move.make(store(), seen, note("it"))).isEqualTo(ALREADY);

            assertThat(rehearsal.drill()).isEqualTo(after);
            assertThat(store().pending(rehearsal.id())).isEqualTo(pending);
        });
    }

    @TestFactory
    Stream<DynamicTest> aChangeByWhoeverSawAnOlderEpochIsStaleAndChangesNothing() {
        return each(BOUND_TO_THE_EPOCH, (name, move) -> {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var seen = rehearsal.drill();
            store().command(seen, seen.with(RUNNING, seen.clock()), note("speed"), Optional.empty(), List.of());
            var after = rehearsal.drill();

            assertThat(move.make(store(), seen, note("it"))).isEqualTo(STALE);

            assertUnchanged(rehearsal, after);
        });
    }

    @TestFactory
    Stream<DynamicTest> aChangeThatEndsWhatWasDueIsStaleIfOthersEndedOrMovedIt() {
        var endings = new TreeMap<>(all());
        endings.keySet().retainAll(ENDING_WHAT_WAS_DUE);
        return each(endings, (name, move) -> {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var seen = rehearsal.drill();
            var moved = DueItem.atDrillTime(seen, INJECT, TEN_MINUTES.plusSeconds(1));
            store().retime(seen, seen.with(RUNNING, seen.clock()), note("retimed"), moved, List.of());
            assertThat(move.make(store(), rehearsal.drill(), note("it"))).isEqualTo(STALE);
            assertThat(rehearsal.pending(INJECT)).isEqualTo(moved);

            store().drop(moved);
            assertThat(move.make(store(), rehearsal.drill(), note("it"))).isEqualTo(STALE);
            assertThat(store().entry(rehearsal.id(), "it")).isEmpty();
            assertThat(rehearsal.isPending(NEXT)).isFalse();
        });
    }

    private static void assertUnchanged(Rehearsal rehearsal, Drill before) {
        assertThat(rehearsal.drill()).isEqualTo(before);
        assertThat(rehearsal.entries()).doesNotContain("it");
        assertThat(rehearsal.isPending(INJECT)).isTrue();
        assertThat(rehearsal.isPending(NEXT)).isFalse();
    }

    private static Map<String, Move> all() {
        var all = new TreeMap<>(BOUND_TO_THE_EPOCH);
        all.putAll(OTHERS);
        return all;
    }

    private static Stream<DynamicTest> each(Map<String, Move> moves, BiConsumer<String, Move> behaviour) {
        return moves.entrySet().stream()
                .map(move -> dynamicTest(move.getKey(), () -> behaviour.accept(move.getKey(), move.getValue())));
    }

    private static DueItem due(Drill seen) {
        return DueItem.atDrillTime(seen, INJECT, TEN_MINUTES);
    }

    private static List<DueItem> next(Drill seen) {
        return List.of(DueItem.atWallTime(seen.id(), NEXT, NOON.plusSeconds(61)));
    }

    private static Drill paused(Drill seen) {
        return seen.with(PAUSED, seen.clock().stopped(NOON.plusSeconds(60)));
    }

    // ---- scheduling

    @Test
    void aScheduledDrillIsThereWithAllThatBelongsToIt() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var id = rehearsal.id();

        assertThat(store().drill(id)).contains(rehearsal.planned());
        assertThat(store().scenario(id)).isEqualTo(rehearsal.scenario());
        assertThat(store().plan(id)).isEqualTo(Rehearsal.plan());
        assertThat(store().roster(id)).isEqualTo(rehearsal.roster());
        assertThat(store().participant(id, "m-zoe"))
                .isEqualTo(rehearsal.roster().participant("m-zoe"));
        assertThat(store().pending(id)).containsExactly(rehearsal.startItem());
        assertThat(store().log(id)).extracting(LogEntry::id).containsExactly("scheduled");
    }

    @Test
    void proceedingsAreRosterAndLogTogether() {
        var rehearsal = Rehearsal.in(store()).started();
        store().record(rehearsal.id(), Rehearsal.note("it"), List.of());

        var proceedings = store().proceedings(rehearsal.id());

        assertThat(proceedings.roster()).isEqualTo(rehearsal.roster());
        assertThat(proceedings.log()).isEqualTo(store().log(rehearsal.id())).hasSize(3);
        assertThat(store().proceedings("d-none")).isEqualTo(new Proceedings(new Roster(List.of()), List.of()));
    }

    @Test
    void schedulingTwiceSchedulesOnce() {
        var rehearsal = Rehearsal.in(store()).started();

        assertThat(rehearsal.schedule()).isEqualTo(ALREADY);

        assertThat(rehearsal.drill().state()).isEqualTo(RUNNING);
        assertThat(store().pending(rehearsal.id())).isEmpty();
    }

    @Test
    void schedulingAgainWithAnotherScenarioLeavesTheSnapshotAsItWas() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var snapshot = rehearsal.scenario();

        assertThat(rehearsal.of(scenario(1, "Edited meanwhile.")).schedule()).isEqualTo(ALREADY);

        assertThat(store().scenario(rehearsal.id())).isEqualTo(snapshot);
    }

    @Test
    void whatNobodyScheduledIsNotThere() {
        assertThat(store().drill("d-none")).isEmpty();
        assertThat(store().wake("d-none", "start")).isEmpty();
        assertThat(store().log("d-none")).isEmpty();
        assertThat(store().pending("d-none")).isEmpty();
        assertThat(store().participant("d-none", "m-ana")).isEmpty();
        assertThat(store().scorecard("d-none")).isEmpty();
        assertThat(store().linksRevokedBefore("t-none")).isEmpty();
    }

    @Test
    void aScenarioThatIsTooBigForOneItemComesBackWhole() {
        var noise = new byte[1_000_000];
        new Random(7).nextBytes(noise);
        var huge = scenario(2, Base64.getEncoder().encodeToString(noise));

        var rehearsal = Rehearsal.in(store()).of(huge).scheduled();

        assertThat(store().scenario(rehearsal.id())).isEqualTo(huge);
    }

    @Test
    void aCrewOfAHundredAndFiftyIsScheduledInItsOrder() {
        var rehearsal = Rehearsal.in(store()).withCrewOf(150).scheduled();

        assertThat(store().roster(rehearsal.id())).isEqualTo(rehearsal.roster());
    }

    @Test
    void allDrillsAreListedLatestStartFirst() {
        var one = Rehearsal.in(store()).scheduled();
        var other = Rehearsal.in(store()).started();

        eventually(() -> store().drills(), drills -> drills.contains(one.drill()) && drills.contains(other.drill()));

        assertThat(store().drills()).isSortedAccordingTo((a, b) -> b.startsAt().compareTo(a.startsAt()));
    }

    // ---- arming and starting

    @Test
    void armingIsSafeToRepeatAndKeepsWhatIsThere() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var script = script(rehearsal, 250);
        assertThat(store().arm(rehearsal.drill(), script.subList(0, 120))).isEqualTo(DONE);
        var first = script.getFirst();
        var moved = new DueItem(first.drill(), first.due(), first.drillTime(), Optional.of(NOON), 0);
        store().refile(moved);

        assertThat(store().arm(rehearsal.drill(), script)).isEqualTo(DONE);
        assertThat(store().arm(rehearsal.drill(), script)).isEqualTo(DONE);

        assertThat(store().pending(rehearsal.id())).hasSize(251).contains(moved).containsAll(script.subList(1, 250));
    }

    @Test
    void armingIsStaleOnceTheDrillHasStartedOrMovedOn() {
        var started = Rehearsal.in(store()).started();
        assertThat(store().arm(started.drill(), script(started, 2))).isEqualTo(STALE);

        var moved = Rehearsal.in(store()).scheduled();
        var seen = moved.drill();
        store().command(seen, seen.with(seen.state(), seen.clock()), note("later"), Optional.empty(), List.of());
        assertThat(store().arm(seen, script(moved, 2))).isEqualTo(STALE);
        assertThat(store().pending(moved.id())).containsExactly(moved.startItem());
    }

    @Test
    void aDrillStartsOnceInTheSameEpoch() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var seen = rehearsal.drill();

        assertThat(store().start(seen, rehearsal.startItem(), note("started"), next(rehearsal.planned())))
                .isEqualTo(DONE);
        assertThat(store().start(seen, rehearsal.startItem(), note("started"), next(rehearsal.planned())))
                .isEqualTo(ALREADY);
        assertThat(store().start(seen, rehearsal.startItem(), note("again"), next(rehearsal.planned())))
                .isEqualTo(STALE);

        assertThat(rehearsal.drill().state()).isEqualTo(RUNNING);
        assertThat(rehearsal.drill().epoch()).isEqualTo(seen.epoch());
        assertThat(store().pending(rehearsal.id())).isEqualTo(next(rehearsal.planned()));
    }

    // ---- the script

    @Test
    void nothingIsReleasedOrRemindedInADrillThatIsNotRunning() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        store().interrupt(rehearsal.id(), EMERGENCY, NOON, note("emergency"), List.of());
        var due = rehearsal.pending(INJECT);

        assertThat(store().release(rehearsal.drill(), due, note("it"), List.of()))
                .isEqualTo(STALE);
        assertThat(store().remind(rehearsal.drill(), due, note("it"))).isEqualTo(STALE);
        assertThat(store().withhold(rehearsal.drill(), due, note("it"), List.of()))
                .isEqualTo(DONE);
    }

    @Test
    void nothingIsTriggeredInADrillThatIsOver() {
        var rehearsal = Rehearsal.in(store()).ended();

        assertThat(store().trigger(rehearsal.drill(), note("it"), rehearsal.soon(INJECT)))
                .isEqualTo(STALE);
        assertThat(rehearsal.isPending(INJECT)).isFalse();
    }

    @Test
    void aTriggerLeavesAPendingInjectWhereItIs() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var before = rehearsal.pending(INJECT);
        var sooner = DueItem.atDrillTime(rehearsal.drill(), INJECT, Duration.ofMinutes(2));

        assertThat(store().trigger(rehearsal.drill(), note("it"), sooner)).isEqualTo(DONE);

        assertThat(rehearsal.pending(INJECT)).isEqualTo(before);
    }

    @Test
    void whatAChangeAddsBringsAParkedItemBackIntoTheIndex() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        store().park(rehearsal.pending(INJECT), 0);
        var sooner = DueItem.atDrillTime(rehearsal.drill(), INJECT, Duration.ofMinutes(2));

        assertThat(store().trigger(rehearsal.drill(), note("it"), sooner)).isEqualTo(DONE);

        assertThat(rehearsal.pending(INJECT).wakeAt()).isEqualTo(sooner.wakeAt());
        assertThat(rehearsal.pending(INJECT).drillTime()).contains(TEN_MINUTES);
    }

    @Test
    void aReleaseLeavesEverythingThatFollowsFromIt() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var publish = rehearsal.soon(new Due.Publish("i-0"));
        var remind = DueItem.atDrillTime(rehearsal.drill(), new Due.Remind("i-0"), Duration.ofMinutes(15));

        store().release(rehearsal.drill(), rehearsal.pending(INJECT), note("it"), List.of(publish, remind));

        assertThat(store().pending(rehearsal.id())).containsExactlyInAnyOrder(publish, remind);
    }

    // ---- the clock

    @Test
    void aCommandSetsTheWholeClock() {
        var rehearsal = Rehearsal.in(store()).started();
        var paused = paused(rehearsal.drill());
        store().command(rehearsal.drill(), paused, note("pause"), Optional.empty(), List.of());
        assertThat(rehearsal.drill()).isEqualTo(paused);

        var resumed = paused.with(RUNNING, paused.clock().runningFrom(NOON.plusSeconds(600), 12.5));
        assertThat(store().command(paused, resumed, note("resume"), Optional.empty(), List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.drill()).isEqualTo(resumed);
    }

    @Test
    void aRetimedInjectIsDueAtItsNewTimeAndStaleIfItIsNotPending() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var next = rehearsal.drill().with(RUNNING, rehearsal.drill().clock());
        var moved = DueItem.atDrillTime(next, INJECT, Duration.ofMinutes(42));

        assertThat(store().retime(rehearsal.drill(), next, note("retimed"), moved, List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(moved);

        store().drop(moved);
        assertThat(store().retime(next, next.with(RUNNING, next.clock()), note("again"), moved, List.of()))
                .isEqualTo(STALE);
        assertThat(rehearsal.drill()).isEqualTo(next);
    }

    @Test
    void anInjectIsDirectedWhetherItIsPendingOrNotButNotOnceItIsSettled() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var next = rehearsal.drill().with(RUNNING, rehearsal.drill().clock());
        var due = DueItem.atDrillTime(next, INJECT, Duration.ofMinutes(3));
        assertThat(store().direct(rehearsal.drill(), next, note("now"), "i-0", Optional.of(due), List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(due);

        store().drop(due);
        var later = next.with(RUNNING, next.clock());
        var again = DueItem.atDrillTime(later, INJECT, Duration.ofMinutes(4));
        assertThat(store().direct(next, later, note("again"), "i-0", Optional.of(again), List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(again);

        var last = later.with(RUNNING, later.clock());
        store().record(rehearsal.id(), note(Entries.inject("i-0")), List.of());
        assertThat(store().direct(later, last, note("late"), "i-0", Optional.empty(), List.of()))
                .isEqualTo(STALE);
        assertThat(rehearsal.drill()).isEqualTo(later);
        assertThat(rehearsal.entries()).doesNotContain("late");
    }

    @Test
    void anInterruptStopsTheClockAndBumpsTheEpochWhateverItIs() {
        var rehearsal = Rehearsal.in(store()).started();
        var at = NOON.plusSeconds(90);

        assertThat(store().interrupt(rehearsal.id(), EMERGENCY, at, note("emergency"), List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.drill().state()).isEqualTo(EMERGENCY);
        assertThat(rehearsal.drill().clock().stoppedAt()).contains(at);
        assertThat(rehearsal.drill().epoch()).isEqualTo(1);

        assertThat(store().interrupt(rehearsal.id(), ENDED, at.plusSeconds(9), note("end"), List.of()))
                .isEqualTo(DONE);
        assertThat(rehearsal.drill().clock().stoppedAt()).contains(at);
        assertThat(rehearsal.drill().epoch()).isEqualTo(2);
    }

    @Test
    void anInterruptOfADrillThatIsOverIsStale() {
        var rehearsal = Rehearsal.in(store()).ended();
        var before = rehearsal.drill();

        assertThat(store().interrupt(rehearsal.id(), EMERGENCY, NOON, note("emergency"), List.of()))
                .isEqualTo(STALE);
        assertThat(rehearsal.drill()).isEqualTo(before);
    }

    @Test
    void aDrillIsCancelledOnlyBeforeItsStart() {
        var waiting = Rehearsal.in(store()).scheduled();
        assertThat(store().interrupt(waiting.id(), CANCELLED, NOON, note("cancelled"), List.of()))
                .isEqualTo(DONE);
        assertThat(waiting.drill().state()).isEqualTo(CANCELLED);

        var started = Rehearsal.in(store()).started();
        assertThat(store().interrupt(started.id(), CANCELLED, NOON, note("cancelled"), List.of()))
                .isEqualTo(STALE);
    }

    // ---- the due index

    @Test
    void whatIsDueIsFoundInOneShardFromItsMomentOn() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var at = rehearsal.startItem().wakeAt().orElseThrow();

        eventually(() -> dueOf(rehearsal, at), found -> !found.isEmpty());

        assertThat(dueOf(rehearsal, at)).containsExactly(rehearsal.startItem());
        assertThat(dueOf(rehearsal, at.minusNanos(1_000))).isEmpty();
    }

    @Test
    void theDueItemsOfOneDrillSpreadOverTheShardsEarliestFirst() {
        var rehearsal = Rehearsal.in(store()).scheduled();
        var script = script(rehearsal, 90);
        store().arm(rehearsal.drill(), script);
        var end = NOON.plus(Duration.ofDays(1));
        eventually(() -> dueOf(rehearsal, end), found -> found.size() == 91);

        for (var shard = 0; shard < store().dueShards(); shard++) {
            assertThat(store().dueUntil(shard, end))
                    .isNotEmpty()
                    .extracting(item -> item.wakeAt().orElseThrow())
                    .isSorted();
        }
    }

    @Test
    void aParkedItemIsPendingButNotInTheIndexUntilItIsRefiled() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var item = rehearsal.pending(INJECT);
        var at = item.wakeAt().orElseThrow();
        eventually(() -> dueOf(rehearsal, at), found -> found.contains(item));

        assertThat(store().park(item, 0)).isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT).wakeAt()).isEmpty();
        assertThat(rehearsal.pending(INJECT).drillTime()).contains(TEN_MINUTES);
        eventually(() -> dueOf(rehearsal, at), List::isEmpty);

        assertThat(store().refile(item)).isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(item);
        eventually(() -> dueOf(rehearsal, at), found -> found.contains(item));
    }

    @Test
    void whatWasIndexedUnderALaterEpochIsNeitherParkedNorRefiledByAnEarlierOne() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var old = rehearsal.pending(INJECT);
        var anew = new DueItem(old.drill(), INJECT, old.drillTime(), Optional.of(NOON.plusSeconds(999)), 5);
        assertThat(store().refile(anew)).isEqualTo(DONE);

        assertThat(store().refile(old)).isEqualTo(STALE);
        assertThat(store().park(old, 4)).isEqualTo(STALE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(anew);

        assertThat(store().park(old, 6)).isEqualTo(DONE);
        assertThat(store().refile(anew)).isEqualTo(STALE);
    }

    @Test
    void whatIsGoneIsNeitherParkedNorRefiled() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var item = rehearsal.pending(INJECT);
        store().drop(item);
        store().drop(item);

        assertThat(store().refile(item)).isEqualTo(STALE);
        assertThat(store().park(item, 9)).isEqualTo(STALE);
        assertThat(rehearsal.isPending(INJECT)).isFalse();
    }

    @Test
    void whoeverFilesFromAnOldLookDoesNotUndoARetime() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var old = rehearsal.pending(INJECT);
        var next = rehearsal.drill().with(RUNNING, rehearsal.drill().clock());
        var moved = DueItem.atDrillTime(next, INJECT, Duration.ofMinutes(42));
        store().retime(rehearsal.drill(), next, note("retimed"), moved, List.of());

        var late = new DueItem(old.drill(), INJECT, old.drillTime(), old.wakeAt(), next.epoch());
        assertThat(store().refile(late)).isEqualTo(STALE);
        assertThat(rehearsal.pending(INJECT)).isEqualTo(moved);
    }

    @Test
    void whoeverParksFromAnOldLookDoesNotUndoARetime() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var old = rehearsal.pending(INJECT);
        var next = rehearsal.drill().with(PAUSED, rehearsal.drill().clock().stopped(NOON.plusSeconds(60)));
        var moved = DueItem.atDrillTime(next, INJECT, Duration.ofMinutes(42));
        store().retime(rehearsal.drill(), next, note("retimed"), moved, List.of());

        // The item was read before the retime, the drill after it.
        assertThat(store().park(old, next.epoch())).isEqualTo(DONE);
        assertThat(rehearsal.pending(INJECT).wakeAt()).isEmpty();
        assertThat(rehearsal.pending(INJECT).drillTime()).isEqualTo(moved.drillTime());
    }

    // ---- the log

    @Test
    void anEntryKeepsWhatTheRespondersDeviceSaidTheTimeWas() {
        var rehearsal = Rehearsal.in(store()).started();
        var note = note("a");
        var response = new LogEntry("a", note.at(), note.drillTime(), Optional.of(NOON.minusSeconds(7)), note.event());
        store().record(rehearsal.id(), response, List.of());

        assertThat(store().entry(rehearsal.id(), "a")).contains(response);
    }

    @Test
    void theLogIsReadInItsOrder() {
        var rehearsal = Rehearsal.in(store()).started();
        var late = new LogEntry(
                "a", NOON.plusSeconds(99), Duration.ofSeconds(99), note("a").event());
        store().record(rehearsal.id(), late, List.of());
        store().record(rehearsal.id(), note("c"), List.of());
        store().record(rehearsal.id(), note("b"), List.of());

        assertThat(store().log(rehearsal.id()))
                .isSortedAccordingTo(LogEntry.ORDER)
                .extracting(LogEntry::id)
                .containsExactly("b", "c", "scheduled", "started", "a");
    }

    @Test
    void entriesAreFoundByTheirIdsAndOthersLeftOut() {
        var rehearsal = Rehearsal.in(store()).started();
        store().record(rehearsal.id(), note("a"), List.of());
        var ids = new HashSet<>(Set.of("a", "started"));
        IntStream.range(0, 150).forEach(at -> ids.add("missing-" + at));

        assertThat(store().entries(rehearsal.id(), ids))
                .extracting(LogEntry::id)
                .containsExactlyInAnyOrder("a", "started");
        assertThat(store().entries(rehearsal.id(), Set.of())).isEmpty();
    }

    // ---- who comes, and whose links count

    @Test
    void aSubstituteComesOntoTheRosterAndTakesTheRoleOver() {
        var rehearsal = Rehearsal.in(store()).started();
        var other = Rehearsal.in(store()).started();
        var substitution = substitution(rehearsal, "sub-1", "m-ana");

        assertThat(store().substitute(rehearsal.id(), note("joined"), substitution))
                .isEqualTo(DONE);

        assertThat(store().roster(rehearsal.id())).isEqualTo(rehearsal.roster().after(substitution));
        assertThat(store().participant(rehearsal.id(), "m-ana").orElseThrow().member())
                .isEqualTo(rehearsal.roster().member("m-ana").orElseThrow().without("legal"));
        assertThat(store().participant(rehearsal.id(), "m-ana").orElseThrow().revokedBefore())
                .contains(NOON);
        assertThat(store().entry(rehearsal.id(), "joined")).isPresent();
        assertThat(store().roster(other.id())).isEqualTo(other.roster());
    }

    @Test
    void aSubstituteForNobodyLeavesTheOthersAsTheyAre() {
        var rehearsal = Rehearsal.in(store()).started();
        var arriving = substitution(rehearsal, "sub-1", "m-ana").arriving();
        var substitution = new Substitution(arriving, "legal", Optional.empty());

        assertThat(store().substitute(rehearsal.id(), note("joined"), substitution))
                .isEqualTo(DONE);

        assertThat(store().roster(rehearsal.id()).participants())
                .startsWith(rehearsal.roster().participants().toArray(Participant[]::new))
                .hasSize(3);
    }

    @Test
    void aSubstituteThatIsRepeatedOrComesTooLateChangesNothing() {
        var rehearsal = Rehearsal.in(store()).started();
        var first = substitution(rehearsal, "sub-1", "m-ana");
        store().substitute(rehearsal.id(), note("joined"), first);
        var roster = store().roster(rehearsal.id());

        assertThat(store().substitute(rehearsal.id(), note("joined"), first)).isEqualTo(ALREADY);
        assertThat(store().substitute(rehearsal.id(), note("again"), substitution(rehearsal, "sub-2", "m-ana")))
                .isEqualTo(STALE);

        assertThat(store().roster(rehearsal.id())).isEqualTo(roster);
        assertThat(store().entry(rehearsal.id(), "again")).isEmpty();
    }

    @Test
    void ofTwoSubstitutesForOneMemberAtOnceOneComes() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).started();

            var outcomes = race(List.of(
                    () -> store().substitute(
                                    rehearsal.id(), note("joined.1"), substitution(rehearsal, "sub-1", "m-ana")),
                    () -> store().substitute(
                                    rehearsal.id(), note("joined.2"), substitution(rehearsal, "sub-2", "m-ana"))));

            assertThat(outcomes).containsExactlyInAnyOrder(DONE, STALE);
            assertThat(store().roster(rehearsal.id()).participants()).hasSize(3);
        }
    }

    private static Substitution substitution(Rehearsal rehearsal, String id, String insteadOf) {
        var relieved = rehearsal.roster().member(insteadOf).orElseThrow();
        var arriving = new Member(
                id,
                "नूर",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "en",
                List.of("legal"),
                List.of(),
                List.of());
        return new Substitution(arriving, "legal", Optional.of(relieved));
    }

    @Test
    void linksAreRevokedForOneMemberOfOneDrill() {
        var rehearsal = Rehearsal.in(store()).started();
        var other = Rehearsal.in(store()).started();

        assertThat(store().revokeLink(rehearsal.id(), "m-zoe", NOON.plusSeconds(9)))
                .isEqualTo(DONE);
        assertThat(store().revokeLink(rehearsal.id(), "m-none", NOON)).isEqualTo(STALE);

        var zoe = store().participant(rehearsal.id(), "m-zoe").orElseThrow();
        assertThat(zoe)
                .isEqualTo(new Participant(
                        rehearsal.roster().member("m-zoe").orElseThrow(), Optional.of(NOON.plusSeconds(9))));
        assertThat(store().roster(rehearsal.id()).participants()).hasSize(2);
        assertThat(store().roster(other.id())).isEqualTo(other.roster());
    }

    @Test
    void linksAreRevokedForOneAccountAndForTheJoinLinksOfOneDrill() {
        var drill = Rehearsal.in(store()).scheduled().id();
        var account = "t-" + drill;

        store().revokeLinks(account, NOON);
        store().revokeLinks(account, NOON.plusSeconds(1));
        store().revokeJoinLinks(drill, NOON.plusSeconds(2));

        assertThat(store().linksRevokedBefore(account)).contains(NOON.plusSeconds(1));
        assertThat(store().joinLinksRevokedBefore(drill)).contains(NOON.plusSeconds(2));
        assertThat(store().joinLinksRevokedBefore(account)).isEmpty();
        assertThat(store().linksRevokedBefore(drill)).isEmpty();
    }

    // ---- waking, the hold, the scorecard

    @Test
    void whoeverIsWokenSeesDrillHoldAndItem() {
        var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
        var hold = new Hold("t-1", "fire in the building", NOON);
        try {
            assertThat(store().placeHold(hold)).isEqualTo(DONE);
            var wake = store().wake(rehearsal.id(), INJECT.key()).orElseThrow();
            assertThat(wake)
                    .isEqualTo(new Wake(rehearsal.drill(), Optional.of(hold), Optional.of(rehearsal.pending(INJECT))));
        } finally {
            store().liftHold();
        }
        assertThat(store().wake(rehearsal.id(), NEXT.key()))
                .contains(new Wake(rehearsal.drill(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aHoldIsSetOnceAndLiftedOnce() {
        var hold = new Hold("l-1", "strike", NOON);
        try {
            assertThat(store().placeHold(hold)).isEqualTo(DONE);
            assertThat(store().placeHold(new Hold("t-2", "me too", NOON))).isEqualTo(ALREADY);
            assertThat(store().hold()).contains(hold);
        } finally {
            assertThat(store().liftHold()).isEqualTo(DONE);
        }
        assertThat(store().liftHold()).isEqualTo(ALREADY);
        assertThat(store().hold()).isEmpty();
    }

    @Test
    void onlyAScorecardOfAsLongALogReplacesAScorecard() {
        var rehearsal = Rehearsal.in(store()).ended();
        var id = rehearsal.id();

        assertThat(store().keepScorecard(id, "{\"score\":1}", 10)).isEqualTo(DONE);
        assertThat(rehearsal.drill().state()).isEqualTo(SCORED);
        assertThat(store().keepScorecard(id, "{\"score\":0}", 9)).isEqualTo(STALE);
        assertThat(store().scorecard(id)).contains("{\"score\":1}");
        assertThat(store().keepScorecard(id, "{\"score\":\"é\"}", 11)).isEqualTo(DONE);
        assertThat(store().scorecard(id)).contains("{\"score\":\"é\"}");
    }

    @Test
    void aDrillThatIsNotOverGetsNoScorecard() {
        var rehearsal = Rehearsal.in(store()).started();

        assertThat(store().keepScorecard(rehearsal.id(), "{}", 1)).isEqualTo(STALE);
        assertThat(store().scorecard(rehearsal.id())).isEmpty();
        assertThat(rehearsal.drill().state()).isEqualTo(RUNNING);
    }

    // ---- races

    @Test
    void anInjectIsReleasedOnceWhenManyWorkersRace() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var seen = rehearsal.drill();
            var due = rehearsal.pending(INJECT);

            var outcomes = race(nCopies(12, () -> store().release(seen, due, note("it"), next(rehearsal.planned()))));

            assertThat(outcomes).containsOnlyOnce(DONE).containsOnly(DONE, ALREADY);
        }
    }

    @Test
    void twoTeammatesWhoAnswerAtTheSameInstantBothCount() {
        var rehearsal = Rehearsal.in(store()).started();
        for (var instant = 0; instant < instants(); instant++) {
            var ana = note("response.m-ana." + instant);
            var zoe = note("response.m-zoe." + instant);

            var outcomes = race(List.of(() -> answer(rehearsal, ana), () -> answer(rehearsal, zoe)));

            assertThat(outcomes).containsExactly(DONE, DONE);
        }
        assertThat(store().log(rehearsal.id())).hasSize(2 + 2 * instants());
        assertThat(store().pending(rehearsal.id())).hasSize(2 * instants());
    }

    private Outcome answer(Rehearsal rehearsal, LogEntry answer) {
        return store().record(rehearsal.id(), answer, List.of(rehearsal.soon(new Due.React(answer.id()))));
    }

    @Test
    void oneOfTwoCommandsFromTheSameEpochWins() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).started();
            var seen = rehearsal.drill();
            var paused = paused(rehearsal.drill());
            var faster = seen.with(RUNNING, seen.clock().runningFrom(NOON.plusSeconds(60), 4));

            var outcomes = race(List.of(
                    () -> store().command(seen, paused, note("pause"), Optional.empty(), List.of()),
                    () -> store().command(seen, faster, note("speed"), Optional.empty(), List.of())));

            assertThat(outcomes).containsExactlyInAnyOrder(DONE, STALE);
            assertThat(rehearsal.drill()).isEqualTo(outcomes.getFirst() == DONE ? paused : faster);
        }
    }

    @Test
    void aReleaseThatRacesAPauseComesBeforeItOrNotAtAll() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var seen = rehearsal.drill();
            var due = rehearsal.pending(INJECT);
            var paused = paused(rehearsal.drill());

            var outcomes = race(List.of(
                    () -> store().command(seen, paused, note("pause"), Optional.empty(), List.of()),
                    () -> store().release(seen, due, note("it"), next(rehearsal.planned()))));

            assertThat(outcomes.getFirst()).isEqualTo(DONE);
            assertThat(outcomes.getLast()).isIn(DONE, STALE);
            assertThat(rehearsal.drill().state()).isEqualTo(PAUSED);
            assertThat(rehearsal.isPending(INJECT)).isEqualTo(outcomes.getLast() == STALE);
            assertThat(rehearsal.isPending(NEXT)).isEqualTo(outcomes.getLast() == DONE);
        }
    }

    @Test
    void anEmergencyBeatsACommandThatRacesIt() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).started();
            var seen = rehearsal.drill();
            var faster = seen.with(RUNNING, seen.clock().runningFrom(NOON.plusSeconds(60), 4));
            var at = NOON.plusSeconds(61);

            var outcomes = race(List.of(
                    () -> store().interrupt(rehearsal.id(), EMERGENCY, at, note("emergency"), List.of()),
                    () -> store().command(seen, faster, note("speed"), Optional.empty(), List.of())));

            assertThat(outcomes.getFirst()).isEqualTo(DONE);
            assertThat(rehearsal.drill().state()).isEqualTo(EMERGENCY);
            assertThat(rehearsal.drill().clock().stoppedAt()).contains(at);
            assertThat(rehearsal.drill().epoch()).isEqualTo(outcomes.getLast() == DONE ? 2 : 1);
        }
    }

    @Test
    void anItemThatAResumeRefilesIsNotParkedByWhoeverSawThePause() {
        for (var round = 0; round < 10; round++) {
            var rehearsal = Rehearsal.in(store()).startedWith(INJECT);
            var item = rehearsal.pending(INJECT);
            var refiled = new DueItem(item.drill(), INJECT, item.drillTime(), item.wakeAt(), 2);

            var outcomes = race(List.of(() -> store().refile(refiled), () -> store().park(item, 1)));

            assertThat(outcomes.getFirst()).isEqualTo(DONE);
            assertThat(rehearsal.pending(INJECT)).isEqualTo(refiled);
        }
    }

    // ---- how

    /** What each of these gives when all begin at the same instant. */
    private static List<Outcome> race(List<Callable<Outcome>> racers) {
        var start = new CyclicBarrier(racers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = racers.stream()
                    .map(racer -> threads.submit(() -> {
                        start.await();
                        return racer.call();
                    }))
                    .toList();
            return running.stream().map(DrillStoreContract::result).toList();
        }
    }

    private static Outcome result(Future<Outcome> racer) {
        try {
            return racer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a racer fell", e);
        }
    }

    /** Looks until an index that may lag shows it. */
    private static <T> void eventually(Supplier<T> look, Predicate<T> shown) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!shown.test(look.get())) {
            assertThat(System.nanoTime())
                    .as("the index still shows %s", look.get())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<DueItem> script(Rehearsal rehearsal, int injects) {
        var script = new ArrayList<DueItem>();
        for (var at = 0; at < injects; at++) {
            script.add(
                    DueItem.atDrillTime(rehearsal.planned(), new Due.Release("i-" + at), Duration.ofSeconds(10 + at)));
        }
        return script;
    }

    private List<DueItem> dueOf(Rehearsal rehearsal, Instant until) {
        return IntStream.range(0, store().dueShards())
                .mapToObj(shard -> store().dueUntil(shard, until))
                .flatMap(List::stream)
                .filter(item -> item.drill().equals(rehearsal.id()))
                .toList();
    }
}
