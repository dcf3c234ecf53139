package dev.muster.store;

import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.RANGE;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/** DynamoDB Local in this process, in memory, on a free port of the loopback interface; one for all tests of a run. */
public final class LocalTable {

    private static final LocalTable RUNNING = new LocalTable();

    private final Server server = new Server();
    private final AtomicInteger tables = new AtomicInteger();
    private final int port;

    private LocalTable() {
        try {
            SQLiteLibraryLoader.initialize();
            var requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
            server.start();
            port = connector.getLocalPort();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    /** The environment in which a function finds it. */
    public static Map<String, String> environment() {
        return Map.of(
                "AWS_REGION",
                "eu-central-1",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "http://127.0.0.1:" + RUNNING.port,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local");
    }

    /** The name of a new table with Muster's keys and indexes. */
    public static String createdBy(DynamoDbClient dynamo) {
        var name = "muster-" + RUNNING.tables.incrementAndGet();
        dynamo.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        text(Keys.PK),
                        text(Keys.SK),
                        text(Keys.DUE_SHARD),
                        attribute(Keys.DUE_AT, ScalarAttributeType.N),
                        text(Keys.LIST_SHARD),
                        text(Keys.LIST_SORT))
                .keySchema(key(Keys.PK, Keys.SK))
                .globalSecondaryIndexes(
                        index(Keys.DUE_INDEX, Keys.DUE_SHARD, Keys.DUE_AT),
                        index(Keys.DRILLS_INDEX, Keys.LIST_SHARD, Keys.LIST_SORT)));
        return name;
    }

    private static AttributeDefinition text(String name) {
        return attribute(name, ScalarAttributeType.S);
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key(hash, range))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static KeySchemaElement[] key(String hash, String range) {
        return Stream.of(
                        KeySchemaElement.builder().attributeName(hash).keyType(HASH),
                        KeySchemaElement.builder().attributeName(range).keyType(RANGE))
                .map(KeySchemaElement.Builder::build)
                .toArray(KeySchemaElement[]::new);
    }
}
