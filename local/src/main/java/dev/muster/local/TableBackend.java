package dev.muster.local;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * DynamoDB Local in this process, behind a server of our own: its own one listens on every interface and keeps the
 * process alive after an error.
 */
final class TableBackend implements AutoCloseable {

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final int port;

    private TableBackend(Server server, LocalDynamoDBServerHandler handler, int port) {
        this.server = server;
        this.handler = handler;
        this.port = port;
    }

    /** @param folder of the database file; empty = in memory */
    static TableBackend start(Optional<Path> folder, Faults.Source faults) throws Exception {
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        SQLiteLibraryLoader.initialize();
        var requests = new FaultyTables(folder.map(Path::toString).orElse(null), faults);
        var handler = new LocalDynamoDBServerHandler(requests, null);
        var threads = new QueuedThreadPool();
        threads.setDaemon(true);
        threads.setName("dynamodb");
        var server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler, "/"));
        server.start();
        return new TableBackend(server, handler, connector.getLocalPort());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Creates the tables of the template that are not there yet.
     *
     * @throws TemplateException where a table is there with other keys or indexes, or cannot be played
     */
    static void create(DynamoDbClient dynamo, Template template, List<Stack.Table> tables) {
        for (var table : tables) {
            var wanted = request(template, table);
            var found = find(dynamo, table.name());
            if (found.isEmpty()) {
                dynamo.createTable(wanted);
            } else if (!shapeOf(found.get()).equals(shapeOf(wanted))) {
                throw template.error(
                        table.at(),
                        "the data folder holds the table " + table.logicalId()
                                + " with other keys or indexes than the template: start with another folder, or "
                                + "export its drills with the version that wrote it");
            }
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        } finally {
            handler.close();
        }
    }

    private static Optional<TableDescription> find(DynamoDbClient dynamo, String name) {
        try {
            return Optional.of(dynamo.describeTable(b -> b.tableName(name)).table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private static CreateTableRequest request(Template template, Stack.Table table) {
        var request = CreateTableRequest.builder().tableName(table.name()).billingMode(BillingMode.PAY_PER_REQUEST);
        table.properties().forEach((key, value) -> {
            switch (key) {
                case "AttributeDefinitions" ->
                    request.attributeDefinitions(maps(value).stream()
                            .map(a -> AttributeDefinition.builder()
                                    .attributeName(text(a, "AttributeName"))
                                    .attributeType(text(a, "AttributeType"))
                                    .build())
                            .toList());
                case "KeySchema" -> request.keySchema(keys(value));
                case "GlobalSecondaryIndexes" ->
                    request.globalSecondaryIndexes(
                            maps(value).stream().map(TableBackend::index).toList());
                case "BillingMode",
                        "SSESpecification",
                        "PointInTimeRecoverySpecification",
                        "TableName",
                        "DeletionProtectionEnabled",
                        "TimeToLiveSpecification" -> {
                    // Money, backups and clean-up change nothing that code could see on one machine.
                }
                default -> throw template.error(table.at(), "the local cloud does not know the table property " + key);
            }
        });
        return request.build();
    }

    private static GlobalSecondaryIndex index(Map<String, Object> index) {
        var projection = map(index.get("Projection"));
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(index.get("KeySchema")))
                .projection(Projection.builder()
                        .projectionType(text(projection, "ProjectionType"))
                        .nonKeyAttributes(
                                projection.containsKey("NonKeyAttributes")
                                        ? strings(projection.get("NonKeyAttributes"))
                                        : null)
                        .build())
                .build();
    }

    private static List<KeySchemaElement> keys(Object value) {
        return maps(value).stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build())
                .toList();
    }

    private record Shape(List<KeySchemaElement> keys, Map<String, Object> indexes) {}

    private static Shape shapeOf(CreateTableRequest request) {
        var indexes = new TreeMap<String, Object>();
        request.globalSecondaryIndexes()
                .forEach(index -> indexes.put(index.indexName(), shapeOf(index.keySchema(), index.projection())));
        return new Shape(request.keySchema(), indexes);
    }

    private static Shape shapeOf(TableDescription description) {
        var indexes = new TreeMap<String, Object>();
        description
                .globalSecondaryIndexes()
                .forEach(index -> indexes.put(index.indexName(), shapeOf(index.keySchema(), index.projection())));
        return new Shape(description.keySchema(), indexes);
    }

    private static List<Object> shapeOf(List<KeySchemaElement> keys, Projection projection) {
        return List.of(keys, projection.projectionType(), Set.copyOf(projection.nonKeyAttributes()));
    }

    private static String text(Map<String, Object> map, String key) {
        return (String) map.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}
