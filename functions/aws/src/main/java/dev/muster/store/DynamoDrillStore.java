package dev.muster.store;

import static dev.muster.drill.DrillState.ENDED;
import static dev.muster.drill.DrillState.RUNNING;
import static dev.muster.drill.DrillState.SCHEDULED;
import static dev.muster.drill.DrillState.SCORED;
import static java.util.Comparator.comparing;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.Hold;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.drill.Substitution;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Proceedings;
import dev.muster.drill.port.Wake;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Drills in one DynamoDB table. {@link Keys} says where what stands, the classes named after items how it is written,
 * {@link Change} how a change becomes a transaction.
 *
 * <p>Its client must repeat what failed in passing, transaction conflicts included; see {@code
 * dev.muster.cloud.AwsClients}.
 */
public final class DynamoDrillStore implements DrillStore {

    /** Sorts behind whatever an id begins with. */
    private static final char LAST = '~';

    private final Table table;
    private final Snapshots snapshots;

    public DynamoDrillStore(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
        this.snapshots = new Snapshots(this.table);
    }

    // ---- looking

    @Override
    public Optional<Drill> drill(String drill) {
        return table.get(Keys.drill(drill)).map(DrillItems::read);
    }

    /**
     * A batch rather than a transaction of reads: that one costs twice as much and is refused while somebody writes. What
     * changes between its three reads does no harm, as the conditions of the change that follows decide.
     */
    @Override
    public Optional<Wake> wake(String drill, String dueKey) {
        var due = Keys.due(drill, dueKey);
        var found = table.getAll(List.of(Keys.drill(drill), Keys.hold(), due))
                .collect(Collectors.toMap(Item::key, Function.identity()));
        return Optional.ofNullable(found.get(Keys.drill(drill)))
                .map(DrillItems::read)
                .map(seen -> new Wake(
                        seen,
                        Optional.ofNullable(found.get(Keys.hold())).map(HoldItems::read),
                        Optional.ofNullable(found.get(due)).map(DueItems::read)));
    }

    @Override
    public List<LogEntry> log(String drill) {
        return table.query(Keys.drillPartition(drill), Keys.EVENTS)
                .map(EventItems::read)
                .sorted(LogEntry.ORDER)
                .toList();
    }

    @Override
    public Optional<LogEntry> entry(String drill, String entry) {
        return table.get(Keys.event(drill, entry)).map(EventItems::read);
    }

    @Override
    public List<LogEntry> entries(String drill, Set<String> ids) {
        var keys = ids.stream().map(id -> Keys.event(drill, id)).toList();
        return table.getAll(keys).map(EventItems::read).toList();
    }

    @Override
    public List<DueItem> pending(String drill) {
        return table.query(Keys.drillPartition(drill), Keys.DUES)
                .map(DueItems::read)
                .toList();
    }

    @Override
    public Roster roster(String drill) {
        return RosterItems.roster(table.query(Keys.drillPartition(drill), Keys.MEMBERS));
    }

    /** Members stand right behind the entries, and nothing else stands between them. */
    @Override
    public Proceedings proceedings(String drill) {
        var items = table.queryBetween(Keys.drillPartition(drill), Keys.EVENTS, Keys.MEMBERS + LAST)
                .collect(Collectors.partitioningBy(item -> item.key().sk().startsWith(Keys.EVENTS)));
        var log = items.get(true).stream()
                .map(EventItems::read)
                .sorted(LogEntry.ORDER)
                .toList();
        return new Proceedings(RosterItems.roster(items.get(false).stream()), log);
    }

    @Override
    public Optional<Participant> participant(String drill, String member) {
        return table.get(Keys.member(drill, member)).map(RosterItems::read);
    }

    @Override
    public Scenario scenario(String drill) {
        return snapshots.scenario(drill);
    }

    @Override
    public Plan plan(String drill) {
        return snapshots.plan(drill);
    }

    @Override
    public List<Drill> drills() {
        return IntStream.range(0, Keys.LIST_SHARDS)
                .mapToObj(shard -> Expression.of("#listShard = :shard").with(":shard", fromS(Integer.toString(shard))))
                .flatMap(shard -> table.queryIndex(Keys.DRILLS_INDEX, shard))
                .map(DrillItems::read)
                .sorted(comparing(Drill::startsAt).reversed())
                .toList();
    }

    @Override
    public Optional<Hold> hold() {
        return table.get(Keys.hold()).map(HoldItems::read);
    }

    @Override
    public int dueShards() {
        return Keys.DUE_SHARDS;
    }

    @Override
    public List<DueItem> dueUntil(int shard, Instant until) {
        var due = Expression.of("#dueShard = :shard AND #dueAt <= :until")
                .with(":shard", fromS(Integer.toString(shard)))
                .with(":until", fromN(DueItems.millis(until).toPlainString()));
        return table.queryIndex(Keys.DUE_INDEX, due).map(DueItems::read).toList();
    }

    // ---- before and at the start

    @Override
    public Outcome schedule(
            Drill drill, Scenario scenario, Plan plan, Roster roster, LogEntry scheduled, DueItem start) {
        var item = snapshots.keep(drill.id(), scenario, plan).addedTo(DrillItems.of(drill));
        var members = RosterItems.of(drill.id(), roster);
        // A crew that one transaction cannot hold goes ahead of it, as the snapshots do: there is no drill before it.
        var inTransaction = Math.min(members.size(), Change.MOST_CLAUSES - 3);
        members.subList(inTransaction, members.size()).forEach(table::put);
        var change = change().create(item).append(drill.id(), scheduled).add(List.of(start));
        members.subList(0, inTransaction).forEach(change::put);
        return change.commit();
    }

    @Override
    public Outcome arm(Drill seen, List<DueItem> items) {
        return Chunks.of(items, Change.MOST_CLAUSES - 1).stream()
                .map(chunk -> change().inEpoch(seen, SCHEDULED).add(chunk).commit())
                .filter(Outcome.STALE::equals)
                .findFirst()
                .orElse(Outcome.DONE);
    }

    @Override
    public Outcome start(Drill seen, DueItem done, LogEntry started, List<DueItem> next) {
        return change().append(seen.id(), started)
                .move(seen, SCHEDULED, RUNNING)
                .takeOut(done)
                .add(next)
                .commit();
    }

    // ---- the script

    @Override
    public Outcome release(Drill seen, DueItem done, LogEntry released, List<DueItem> next) {
        return change().append(seen.id(), released)
                .inEpoch(seen, RUNNING)
                .takeOut(done)
                .add(next)
                .commit();
    }

    @Override
    public Outcome withhold(Drill seen, DueItem done, LogEntry withheld, List<DueItem> next) {
        return change().append(seen.id(), withheld)
                .inEpoch(seen)
                .takeOut(done)
                .add(next)
                .commit();
    }

    @Override
    public Outcome conclude(DueItem done, LogEntry entry) {
        return change().append(done.drill(), entry).takeOut(done).commit();
    }

    @Override
    public Outcome remind(Drill seen, DueItem done, LogEntry reminded) {
        return change().append(seen.id(), reminded)
                .inEpoch(seen, RUNNING)
                .takeOut(done)
                .commit();
    }

    @Override
    public Outcome trigger(Drill seen, LogEntry triggered, DueItem inject) {
        return change().append(seen.id(), triggered)
                .inEpochAndNotOver(seen)
                .add(List.of(inject))
                .commit();
    }

    @Override
    public Outcome giveUp(LogEntry undecided, DueItem tell) {
        return change().append(tell.drill(), undecided).add(List.of(tell)).commit();
    }

    // ---- the responders

    /** Only the entry's own item and due items under the entry's own name: two teammates never meet. */
    @Override
    public Outcome record(String drill, LogEntry response, List<DueItem> next) {
        return change().append(drill, response).add(next).commit();
    }

    @Override
    public Outcome substitute(String drill, LogEntry joined, Substitution substitution) {
        var arriving = new Participant(substitution.arriving(), Optional.empty());
        var last = roster(drill).participants().size();
        var change = change().append(drill, joined).create(RosterItems.of(drill, arriving, last));
        substitution
                .relieved()
                .ifPresent(seen -> change.alter(
                        RosterItems.rolesOf(drill, substitution.left().orElseThrow()), RosterItems.inRolesOf(seen)));
        return change.commit();
    }

    @Override
    public Outcome rate(DueItem done, LogEntry rated, List<DueItem> next) {
        return change().append(done.drill(), rated).takeOut(done).add(next).commit();
    }

    // ---- the clock

    @Override
    public Outcome command(Drill seen, Drill next, LogEntry entry, Optional<DueItem> done, List<DueItem> dues) {
        var change = change().append(seen.id(), entry).replace(seen, next).add(dues);
        done.ifPresent(change::takeOut);
        return change.commit();
    }

    @Override
    public Outcome retime(Drill seen, Drill next, LogEntry entry, DueItem moved, List<DueItem> dues) {
        return change().append(seen.id(), entry)
                .replace(seen, next)
                .retime(moved)
                .add(dues)
                .commit();
    }

    @Override
    public Outcome direct(
            Drill seen, Drill next, LogEntry entry, String inject, Optional<DueItem> due, List<DueItem> dues) {
        var change = change().append(seen.id(), entry)
                .absent(Keys.event(seen.id(), Entries.inject(inject)))
                .replace(seen, next)
                .add(dues);
        due.map(DueItems::of).ifPresent(change::put);
        return change.commit();
    }

    @Override
    public Outcome interrupt(String drill, DrillState to, Instant at, LogEntry entry, List<DueItem> dues) {
        return change().append(drill, entry).interrupt(drill, to, at).add(dues).commit();
    }

    // ---- the due index

    @Override
    public Outcome refile(DueItem item) {
        return change().refile(item).commit();
    }

    @Override
    public Outcome park(DueItem item, long epoch) {
        return change().park(item, epoch).commit();
    }

    @Override
    public void drop(DueItem item) {
        table.delete(Keys.due(item.drill(), item.key()));
    }

    // ---- the hold, and after the drill

    @Override
    public Outcome placeHold(Hold hold) {
        return change().create(HoldItems.of(hold)).commit();
    }

    @Override
    public Outcome liftHold() {
        return change().remove(Keys.hold()).commit();
    }

    @Override
    public Outcome keepScorecard(String drill, String scorecard, long revision) {
        return change().replaceUnlessNewer(ScorecardItems.of(drill, scorecard, revision), ScorecardItems.REVISION)
                .move(drill, Set.of(ENDED, SCORED), SCORED)
                .commit();
    }

    @Override
    public Optional<String> scorecard(String drill) {
        return table.get(Keys.scorecard(drill)).map(ScorecardItems::read);
    }

    @Override
    public Optional<Instant> linksRevokedBefore(String account) {
        return revokedBefore(Keys.account(account));
    }

    @Override
    public void revokeLinks(String account, Instant before) {
        table.put(revoked(Keys.account(account), before));
    }

    @Override
    public Outcome revokeLink(String drill, String member, Instant before) {
        return change().alter(revoked(Keys.member(drill, member), before), Expression.PRESENT)
                .commit();
    }

    @Override
    public Optional<Instant> joinLinksRevokedBefore(String drill) {
        return revokedBefore(Keys.joinLinks(drill));
    }

    @Override
    public void revokeJoinLinks(String drill, Instant before) {
        table.put(revoked(Keys.joinLinks(drill), before));
    }

    private Optional<Instant> revokedBefore(Keys.Key key) {
        return table.get(key)
                .flatMap(item -> item.optional(Keys.REVOKED_BEFORE))
                .map(Instant::parse);
    }

    private static Item revoked(Keys.Key key, Instant before) {
        return Item.at(key).with(Keys.REVOKED_BEFORE, before);
    }

    // ---- how

    private Change change() {
        return table.change();
    }
}
