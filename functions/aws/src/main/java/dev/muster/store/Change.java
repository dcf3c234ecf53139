package dev.muster.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.Outcome;
import dev.muster.store.Keys.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One atomic change, clause by clause. Its conditions, not what anybody read before, decide every race: a clause that
 * marks the change as made, such as an entry of the log, makes it ALREADY when it fails, any other one STALE.
 */
final class Change {

    /** DynamoDB's limit to one transaction. */
    static final int MOST_CLAUSES = 100;

    private static final String FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient dynamo;
    private final String table;
    private final List<TransactWriteItem> clauses = new ArrayList<>();
    private final Set<Integer> marks = new HashSet<>();

    Change(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Makes the change. Its token makes one of it, however often the client repeats a call that it got no answer to. */
    Outcome commit() {
        try {
            dynamo.transactWriteItems(request ->
                    request.clientRequestToken(UUID.randomUUID().toString()).transactItems(clauses));
            return Outcome.DONE;
        } catch (TransactionCanceledException cancelled) {
            return outcome(cancelled.cancellationReasons()).orElseThrow(() -> cancelled);
        }
    }

    // ---- the log, and other items that are written once

    Change append(String drill, LogEntry entry) {
        return create(EventItems.of(drill, entry));
    }

    Change create(Item item) {
        return mark(put(item, Expression.ABSENT));
    }

    /** Only while there is no such item. */
    Change absent(Key key) {
        return also(check(key, Expression.ABSENT));
    }

    /** Writes the item, whatever stood there. */
    Change put(Item item) {
        return also(TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item.attributes()))
                .build());
    }

    Change remove(Key key) {
        return mark(delete(key, Expression.PRESENT));
    }

    /** Sets the item's attributes and leaves its others as they are. */
    Change alter(Item attributes, Expression condition) {
        return update(attributes.key(), Expression.set(attributes), condition);
    }

    Change replaceUnlessNewer(Item item, String revision) {
        var notNewer = Expression.of("attribute_not_exists(#pk) OR #%s <= :given".formatted(revision))
                .with(":given", fromN(item.number(revision)));
        return also(put(item, notNewer));
    }

    // ---- the drill

    /** Only while the drill is in the epoch that was seen. */
    Change inEpoch(Drill seen) {
        return check(seen, epoch(seen));
    }

    /** Only while the drill is in the epoch that was seen and in this state. */
    Change inEpoch(Drill seen, DrillState state) {
        return check(seen, epoch(seen).and(in(state)));
    }

    /** Only while the drill is in the epoch that was seen and not over. */
    Change inEpochAndNotOver(Drill seen) {
        return check(seen, epoch(seen).and(notOver()));
    }

    /** From one state to another in the epoch that was seen. */
    Change move(Drill seen, DrillState from, DrillState to) {
        return update(Keys.drill(seen.id()), state(to), epoch(seen).and(in(from)));
    }

    /** To a state from one of these, whatever the epoch. */
    Change move(String drill, Set<DrillState> from, DrillState to) {
        return update(Keys.drill(drill), state(to), in(from.toArray(DrillState[]::new)));
    }

    /** What a clock command makes of the drill. */
    Change replace(Drill seen, Drill next) {
        var moved = Expression.set(DrillItems.inMotion(next));
        var stopped = next.clock().running() ? Expression.of("REMOVE #" + DrillItems.STOPPED_AT) : Expression.of("");
        return update(Keys.drill(seen.id()), moved.then(stopped), epoch(seen));
    }

    /** Stops the drill's clock, whatever anybody saw: here a reader's epoch must not decide. */
    Change interrupt(String drill, DrillState to, Instant at) {
        var stop = state(to)
                .then(Expression.of(", #epoch = #epoch + :one, #stoppedAt = if_not_exists(#stoppedAt, :at)")
                        .with(":one", fromN("1"))
                        .with(":at", fromS(at.toString())));
        return update(Keys.drill(drill), stop, to == DrillState.CANCELLED ? in(DrillState.SCHEDULED) : notOver());
    }

    // ---- what falls due

    /**
     * Adds what is not there. A stored item stays as it is, only that a parked one comes back into the index: never a
     * condition, as it must not keep the rest from happening.
     */
    Change add(List<DueItem> items) {
        items.forEach(item -> also(TransactWriteItem.builder()
                .update(update -> {
                    var absent = Expression.setIfAbsent(DueItems.of(item));
                    update.tableName(table)
                            .key(Keys.due(item.drill(), item.key()).attributes())
                            .updateExpression(absent.words())
                            .expressionAttributeNames(absent.names())
                            .expressionAttributeValues(absent.values());
                })
                .build()));
        return this;
    }

    Change takeOut(DueItem done) {
        return also(delete(Keys.due(done.drill(), done.key()), atDrillTimeOf(done)));
    }

    /** Moves a pending item to another drill time. */
    Change retime(DueItem moved) {
        return index(moved, Expression.PRESENT);
    }

    /** Indexes a pending item anew, unless somebody did under a later epoch. */
    Change refile(DueItem item) {
        return index(item, atDrillTimeOf(item).and(notIndexedAfter(item.epoch())));
    }

    /** Takes an item out of the index, unless somebody indexed it under a later epoch; its drill time stays as it is. */
    Change park(DueItem item, long epoch) {
        return index(
                new DueItem(item.drill(), item.due(), Optional.empty(), Optional.empty(), epoch),
                Expression.PRESENT.and(notIndexedAfter(epoch)));
    }

    private Change index(DueItem item, Expression condition) {
        var filed = Expression.set(DueItems.of(item));
        var parked = item.wakeAt().isPresent()
                ? Expression.of("")
                : Expression.of("REMOVE #%s, #%s".formatted(Keys.DUE_SHARD, Keys.DUE_AT));
        return update(Keys.due(item.drill(), item.key()), filed.then(parked), condition);
    }

    // ---- conditions

    private static Expression epoch(Drill seen) {
        return Expression.of("#epoch = :seen").with(":seen", fromN(Long.toString(seen.epoch())));
    }

    private static Expression notIndexedAfter(long epoch) {
        return Expression.of("#epoch <= :since").with(":since", fromN(Long.toString(epoch)));
    }

    private static Expression atDrillTimeOf(DueItem item) {
        return item.drillTime()
                .map(time -> Expression.of("#drillTime = :planned").with(":planned", fromS(time.toString())))
                .orElse(Expression.PRESENT.and(Expression.of("attribute_not_exists(#drillTime)")));
    }

    private static Expression notOver() {
        var over = Arrays.stream(DrillState.values()).filter(DrillState::over).toArray(DrillState[]::new);
        var in = in(over);
        return Expression.PRESENT.and(new Expression("NOT (" + in.words() + ")", in.values()));
    }

    private static Expression in(DrillState... states) {
        var in = Expression.of("#state IN (%s)"
                .formatted(String.join(
                        ", ", Arrays.stream(states).map(Change::placeholder).toList())));
        for (var state : states) {
            in = in.with(placeholder(state), value(state));
        }
        return in;
    }

    private static Expression state(DrillState to) {
        return Expression.of("SET #state = :to").with(":to", value(to));
    }

    private static String placeholder(DrillState state) {
        return ":in_" + state.label();
    }

    private static AttributeValue value(DrillState state) {
        return fromS(state.label());
    }

    // ---- clauses

    private Change check(Drill seen, Expression condition) {
        return also(check(Keys.drill(seen.id()), condition));
    }

    private TransactWriteItem check(Key key, Expression condition) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(condition.words())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(orNull(condition)))
                .build();
    }

    private TransactWriteItem put(Item item, Expression condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(condition.words())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(orNull(condition)))
                .build();
    }

    private TransactWriteItem delete(Key key, Expression condition) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(condition.words())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(orNull(condition)))
                .build();
    }

    private Change update(Key key, Expression change, Expression condition) {
        var both = change.and(condition);
        return also(TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key.attributes())
                        .updateExpression(change.words())
                        .conditionExpression(condition.words())
                        .expressionAttributeNames(both.names())
                        .expressionAttributeValues(both.values()))
                .build());
    }

    private Change mark(TransactWriteItem clause) {
        marks.add(clauses.size());
        return also(clause);
    }

    private Change also(TransactWriteItem clause) {
        clauses.add(clause);
        return this;
    }

    /** Empty if it failed for another reason than its conditions. */
    private Optional<Outcome> outcome(List<CancellationReason> reasons) {
        var failed = IntStream.range(0, reasons.size())
                .filter(at -> FAILED.equals(reasons.get(at).code()))
                .boxed()
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(failed.stream().anyMatch(marks::contains) ? Outcome.ALREADY : Outcome.STALE);
    }

    /** DynamoDB refuses an empty map of values. */
    private static Map<String, AttributeValue> orNull(Expression expression) {
        return expression.values().isEmpty() ? null : expression.values();
    }
}
