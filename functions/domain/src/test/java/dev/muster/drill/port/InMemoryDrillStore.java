package dev.muster.drill.port;

import static dev.muster.drill.DrillState.CANCELLED;
import static dev.muster.drill.DrillState.ENDED;
import static dev.muster.drill.DrillState.RUNNING;
import static dev.muster.drill.DrillState.SCHEDULED;
import static dev.muster.drill.DrillState.SCORED;
import static java.util.Comparator.comparing;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.Hold;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.drill.Substitution;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A store for tests that forgets everything. It keeps {@link DrillStoreContract}, as every store does. */
public final class InMemoryDrillStore implements DrillStore {

    private static final int SHARDS = 4;

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, Instant> revocations = new HashMap<>();
    private final Map<String, Instant> joinRevocations = new HashMap<>();
    private Optional<Hold> hold = Optional.empty();

    /** All that is kept of one drill. */
    private static final class File {
        final Scenario scenario;
        final Plan plan;
        final Map<String, LogEntry> log = new LinkedHashMap<>();
        final Map<String, DueItem> dues = new TreeMap<>();
        Roster roster;
        Drill drill;
        Optional<Scorecard> scorecard = Optional.empty();

        File(Drill drill, Scenario scenario, Plan plan, Roster roster) {
            this.drill = drill;
            this.scenario = scenario;
            this.plan = plan;
            this.roster = roster;
        }

        boolean in(DrillState state) {
            return drill.state() == state;
        }

        boolean seen(Drill seen) {
            return drill.epoch() == seen.epoch();
        }

        boolean pending(DueItem item) {
            return Optional.ofNullable(dues.get(item.key()))
                    .filter(stored -> stored.drillTime().equals(item.drillTime()))
                    .isPresent();
        }

        void add(List<DueItem> items) {
            items.forEach(item -> dues.merge(item.key(), item, File::keepOrIndex));
        }

        private static DueItem keepOrIndex(DueItem stored, DueItem added) {
            return stored.wakeAt().isPresent() ? stored : indexed(stored, added.wakeAt(), stored.epoch());
        }
    }

    private record Scorecard(String json, long revision) {}

    // ---- looking

    @Override
    public synchronized Optional<Drill> drill(String drill) {
        return Optional.ofNullable(files.get(drill)).map(file -> file.drill);
    }

    @Override
    public synchronized Optional<Wake> wake(String drill, String dueKey) {
        return drill(drill)
                .map(found -> new Wake(
                        found, hold, Optional.ofNullable(file(drill).dues.get(dueKey))));
    }

    @Override
    public synchronized List<LogEntry> log(String drill) {
        return Optional.ofNullable(files.get(drill)).stream()
                .flatMap(file -> file.log.values().stream())
                .sorted(LogEntry.ORDER)
                .toList();
    }

    @Override
    public synchronized Optional<LogEntry> entry(String drill, String entry) {
        return Optional.ofNullable(files.get(drill)).map(file -> file.log.get(entry));
    }

    @Override
    public synchronized List<LogEntry> entries(String drill, Set<String> ids) {
        return log(drill).stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    @Override
    public synchronized List<DueItem> pending(String drill) {
        return Optional.ofNullable(files.get(drill)).stream()
                .flatMap(file -> file.dues.values().stream())
                .toList();
    }

    @Override
    public synchronized Roster roster(String drill) {
        return Optional.ofNullable(files.get(drill)).map(file -> file.roster).orElse(new Roster(List.of()));
    }

    @Override
    public synchronized Proceedings proceedings(String drill) {
        return new Proceedings(roster(drill), log(drill));
    }

    @Override
    public synchronized Optional<Participant> participant(String drill, String member) {
        return Optional.ofNullable(files.get(drill)).flatMap(file -> file.roster.participant(member));
    }

    @Override
    public synchronized Scenario scenario(String drill) {
        return file(drill).scenario;
    }

    @Override
    public synchronized Plan plan(String drill) {
        return file(drill).plan;
    }

    @Override
    public synchronized List<Drill> drills() {
        return files.values().stream()
                .map(file -> file.drill)
                .sorted(comparing(Drill::startsAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Hold> hold() {
        return hold;
    }

    @Override
    public int dueShards() {
        return SHARDS;
    }

    @Override
    public synchronized List<DueItem> dueUntil(int shard, Instant until) {
        return files.values().stream()
                .flatMap(file -> file.dues.values().stream())
                .filter(item -> shardOf(item) == shard)
                .filter(item -> item.wakeAt().filter(at -> !at.isAfter(until)).isPresent())
                .sorted(comparing((DueItem item) -> item.wakeAt().orElseThrow()))
                .toList();
    }

    // ---- before and at the start

    @Override
    public synchronized Outcome schedule(
            Drill drill, Scenario scenario, Plan plan, Roster roster, LogEntry scheduled, DueItem start) {
        if (files.containsKey(drill.id())) {
            return Outcome.ALREADY;
        }
        files.put(drill.id(), new File(drill, scenario, plan, roster));
        return append(drill.id(), scheduled, List.of(start));
    }

    @Override
    public synchronized Outcome arm(Drill seen, List<DueItem> items) {
        var file = file(seen);
        if (!file.seen(seen) || !file.in(SCHEDULED)) {
            return Outcome.STALE;
        }
        file.add(items);
        return Outcome.DONE;
    }

    @Override
    public synchronized Outcome start(Drill seen, DueItem done, LogEntry started, List<DueItem> next) {
        var file = file(seen);
        var may = file.seen(seen) && file.in(SCHEDULED) && file.pending(done);
        return change(file, may, started, () -> {
            file.dues.remove(done.key());
            file.drill = in(RUNNING, file.drill);
            file.add(next);
        });
    }

    // ---- the script

    @Override
    public synchronized Outcome release(Drill seen, DueItem done, LogEntry released, List<DueItem> next) {
        var file = file(seen);
        return conclude(file, file.seen(seen) && file.in(RUNNING), done, released, next);
    }

    @Override
    public synchronized Outcome withhold(Drill seen, DueItem done, LogEntry withheld, List<DueItem> next) {
        var file = file(seen);
        return conclude(file, file.seen(seen), done, withheld, next);
    }

    @Override
    public synchronized Outcome conclude(DueItem done, LogEntry entry) {
        return conclude(file(done.drill()), true, done, entry, List.of());
    }

    @Override
    public synchronized Outcome remind(Drill seen, DueItem done, LogEntry reminded) {
        return release(seen, done, reminded, List.of());
    }

    @Override
    public synchronized Outcome trigger(Drill seen, LogEntry triggered, DueItem inject) {
        var file = file(seen);
        var may = file.seen(seen) && !file.drill.state().over();
        return change(file, may, triggered, () -> file.add(List.of(inject)));
    }

    @Override
    public synchronized Outcome giveUp(LogEntry undecided, DueItem tell) {
        return append(tell.drill(), undecided, List.of(tell));
    }

    // ---- the responders

    @Override
    public synchronized Outcome record(String drill, LogEntry response, List<DueItem> next) {
        return append(drill, response, next);
    }

    @Override
    public synchronized Outcome substitute(String drill, LogEntry joined, Substitution substitution) {
        var file = file(drill);
        var may = substitution
                .relieved()
                .map(seen -> file.roster.member(seen.id()).filter(seen::equals).isPresent())
                .orElse(true);
        return change(file, may, joined, () -> file.roster = file.roster.after(substitution));
    }

    @Override
    public synchronized Outcome rate(DueItem done, LogEntry rated, List<DueItem> next) {
        return conclude(file(done.drill()), true, done, rated, next);
    }

    // ---- the clock

    @Override
    public synchronized Outcome command(
            Drill seen, Drill next, LogEntry entry, Optional<DueItem> done, List<DueItem> dues) {
        var file = file(seen);
        var may = file.seen(seen) && done.map(file::pending).orElse(true);
        return change(file, may, entry, () -> {
            file.drill = next;
            done.ifPresent(item -> file.dues.remove(item.key()));
            file.add(dues);
        });
    }

    @Override
    public synchronized Outcome retime(Drill seen, Drill next, LogEntry entry, DueItem moved, List<DueItem> dues) {
        var file = file(seen);
        var may = file.seen(seen) && file.dues.containsKey(moved.key());
        return change(file, may, entry, () -> {
            file.drill = next;
            file.dues.put(moved.key(), moved);
            file.add(dues);
        });
    }

    @Override
    public synchronized Outcome direct(
            Drill seen, Drill next, LogEntry entry, String inject, Optional<DueItem> due, List<DueItem> dues) {
        var file = file(seen);
        var may = file.seen(seen) && !file.log.containsKey(Entries.inject(inject));
        return change(file, may, entry, () -> {
            file.drill = next;
            due.ifPresent(item -> file.dues.put(item.key(), item));
            file.add(dues);
        });
    }

    @Override
    public synchronized Outcome interrupt(String drill, DrillState to, Instant at, LogEntry entry, List<DueItem> dues) {
        var file = file(drill);
        var may = to == CANCELLED ? file.in(SCHEDULED) : !file.drill.state().over();
        return change(file, may, entry, () -> {
            file.drill = file.drill.with(to, file.drill.clock().stopped(at));
            file.add(dues);
        });
    }

    // ---- the due index

    @Override
    public synchronized Outcome refile(DueItem item) {
        var file = file(item.drill());
        return index(file, item, item.wakeAt(), item.epoch(), file.pending(item));
    }

    @Override
    public synchronized Outcome park(DueItem item, long epoch) {
        var file = file(item.drill());
        return index(file, item, Optional.empty(), epoch, file.dues.containsKey(item.key()));
    }

    @Override
    public synchronized void drop(DueItem item) {
        file(item.drill()).dues.remove(item.key());
    }

    // ---- the hold, and after the drill

    @Override
    public synchronized Outcome placeHold(Hold placed) {
        if (hold.isPresent()) {
            return Outcome.ALREADY;
        }
        hold = Optional.of(placed);
        return Outcome.DONE;
    }

    @Override
    public synchronized Outcome liftHold() {
        if (hold.isEmpty()) {
            return Outcome.ALREADY;
        }
        hold = Optional.empty();
        return Outcome.DONE;
    }

    @Override
    public synchronized Outcome keepScorecard(String drill, String scorecard, long revision) {
        var file = file(drill);
        var over = file.in(ENDED) || file.in(SCORED);
        if (!over || file.scorecard.filter(kept -> kept.revision() > revision).isPresent()) {
            return Outcome.STALE;
        }
        file.scorecard = Optional.of(new Scorecard(scorecard, revision));
        file.drill = in(SCORED, file.drill);
        return Outcome.DONE;
    }

    @Override
    public synchronized Optional<String> scorecard(String drill) {
        return Optional.ofNullable(files.get(drill))
                .flatMap(file -> file.scorecard)
                .map(Scorecard::json);
    }

    @Override
    public synchronized Optional<Instant> linksRevokedBefore(String account) {
        return Optional.ofNullable(revocations.get(account));
    }

    @Override
    public synchronized void revokeLinks(String account, Instant before) {
        revocations.put(account, before);
    }

    @Override
    public synchronized Outcome revokeLink(String drill, String member, Instant before) {
        if (participant(drill, member).isEmpty()) {
            return Outcome.STALE;
        }
        var file = file(drill);
        file.roster = new Roster(file.roster.participants().stream()
                .map(one -> one.id().equals(member) ? new Participant(one.member(), Optional.of(before)) : one)
                .toList());
        return Outcome.DONE;
    }

    @Override
    public synchronized Optional<Instant> joinLinksRevokedBefore(String drill) {
        return Optional.ofNullable(joinRevocations.get(drill));
    }

    @Override
    public synchronized void revokeJoinLinks(String drill, Instant before) {
        joinRevocations.put(drill, before);
    }

    // ---- what only tests do

    /** A drill's entries in the order in which they were written, whatever their clocks said. */
    public synchronized List<LogEntry> written(String drill) {
        return List.copyOf(file(drill).log.values());
    }

    // ---- how

    private Outcome append(String drill, LogEntry entry, List<DueItem> next) {
        var file = file(drill);
        return change(file, true, entry, () -> file.add(next));
    }

    private static Outcome conclude(File file, boolean may, DueItem done, LogEntry entry, List<DueItem> next) {
        return change(file, may && file.pending(done), entry, () -> {
            file.dues.remove(done.key());
            file.add(next);
        });
    }

    private static Outcome change(File file, boolean may, LogEntry entry, Runnable effect) {
        if (file.log.containsKey(entry.id())) {
            return Outcome.ALREADY;
        }
        if (!may) {
            return Outcome.STALE;
        }
        file.log.put(entry.id(), entry);
        effect.run();
        return Outcome.DONE;
    }

    private static Outcome index(File file, DueItem item, Optional<Instant> wakeAt, long epoch, boolean may) {
        var stored = file.dues.get(item.key());
        if (!may || stored.epoch() > epoch) {
            return Outcome.STALE;
        }
        file.dues.put(item.key(), indexed(stored, wakeAt, epoch));
        return Outcome.DONE;
    }

    private static DueItem indexed(DueItem item, Optional<Instant> wakeAt, long epoch) {
        return new DueItem(item.drill(), item.due(), item.drillTime(), wakeAt, epoch);
    }

    private static Drill in(DrillState state, Drill drill) {
        return new Drill(
                drill.id(),
                drill.title(),
                drill.scenario(),
                drill.plan(),
                drill.team(),
                drill.zone(),
                drill.startsAt(),
                drill.length(),
                state,
                drill.clock(),
                drill.epoch());
    }

    private File file(Drill drill) {
        return file(drill.id());
    }

    private File file(String drill) {
        return Optional.ofNullable(files.get(drill))
                .orElseThrow(() -> new NoSuchElementException("there is no drill " + drill));
    }

    private static int shardOf(DueItem item) {
        return Math.floorMod((item.drill() + item.key()).hashCode(), SHARDS);
    }
}
