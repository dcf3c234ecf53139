package dev.muster.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.muster.store.Keys.Key;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The one table. Its reads are consistent, but those of an index, which DynamoDB cannot read so. */
record Table(DynamoDbClient dynamo, String name) {

    /** DynamoDB's limit to one batch of reads. */
    private static final int MOST_READS = 100;

    Optional<Item> get(Key key) {
        return Item.read(dynamo.getItem(
                        request -> request.tableName(name).key(key.attributes()).consistentRead(true))
                .item());
    }

    /** Those of the items that there are, in no order. What the service leaves for later is asked for again. */
    Stream<Item> getAll(Collection<Key> keys) {
        return Chunks.of(List.copyOf(keys), MOST_READS).stream().flatMap(this::getChunk);
    }

    /** The items of a partition whose sort keys begin so, in the order of the sort keys. */
    Stream<Item> query(String partition, String prefix) {
        return query(Expression.of("#pk = :pk AND begins_with(#sk, :prefix)")
                .with(":pk", fromS(partition))
                .with(":prefix", fromS(prefix)));
    }

    /** The items of a partition whose sort keys are between these two, both included, in the order of the sort keys. */
    Stream<Item> queryBetween(String partition, String first, String last) {
        return query(Expression.of("#pk = :pk AND #sk BETWEEN :first AND :last")
                .with(":pk", fromS(partition))
                .with(":first", fromS(first))
                .with(":last", fromS(last)));
    }

    private Stream<Item> query(Expression words) {
        return dynamo
                .queryPaginator(query -> query.tableName(name)
                        .keyConditionExpression(words.words())
                        .expressionAttributeNames(words.names())
                        .expressionAttributeValues(words.values())
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::of);
    }

    /** The items that an index has; it may lag behind. */
    Stream<Item> queryIndex(String index, Expression words) {
        return dynamo
                .queryPaginator(query -> query.tableName(name)
                        .indexName(index)
                        .keyConditionExpression(words.words())
                        .expressionAttributeNames(words.names())
                        .expressionAttributeValues(words.values()))
                .items()
                .stream()
                .map(Item::of);
    }

    /** Writes the item, whatever stood there. */
    void put(Item item) {
        dynamo.putItem(request -> request.tableName(name).item(item.attributes()));
    }

    void delete(Key key) {
        dynamo.deleteItem(request -> request.tableName(name).key(key.attributes()));
    }

    Change change() {
        return new Change(dynamo, name);
    }

    private Stream<Item> getChunk(List<Key> keys) {
        var attributes = keys.stream().map(Key::attributes).toList();
        return dynamo
                .batchGetItemPaginator(request -> request.requestItems(Map.of(
                        name,
                        KeysAndAttributes.builder()
                                .keys(attributes)
                                .consistentRead(true)
                                .build())))
                .stream()
                .flatMap(page -> page.responses().getOrDefault(name, List.of()).stream())
                .map(Item::of);
    }
}
