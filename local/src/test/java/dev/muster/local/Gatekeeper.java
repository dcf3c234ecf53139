package dev.muster.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Stands before the table and lets through what a role of the template may do; IAM is no part of DynamoDB Local. */
final class Gatekeeper implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One thing that a call does. */
    record Deed(String action, Optional<String> index, String leadingKey) {}

    private final TablePolicy policy;
    private final URI table;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final List<Deed> refused = new CopyOnWriteArrayList<>();
    private final List<Deed> allowed = new CopyOnWriteArrayList<>();

    Gatekeeper(TablePolicy policy, String table) throws IOException {
        this.policy = policy;
        this.table = URI.create(table);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked for and is not allowed. */
    List<Deed> refused() {
        return List.copyOf(refused);
    }

    /** Actions on the table that the role allows and that nobody needed. */
    Set<String> idle() {
        var needed = allowed.stream().map(deed -> "dynamodb:" + deed.action()).collect(Collectors.toSet());
        return policy.statements().stream()
                .flatMap(statement -> statement.actions().stream())
                .filter(action -> action.startsWith("dynamodb:") && !needed.contains(action))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var deeds = deeds(target.substring(target.indexOf('.') + 1), JSON.readTree(body));
            var wrong = deeds.stream().filter(deed -> !policy.allows(deed)).toList();
            refused.addAll(wrong);
            allowed.addAll(deeds.stream().filter(policy::allows).toList());
            if (!wrong.isEmpty()) {
                send(
                        exchange,
                        400,
                        "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\"}"
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            var answer = passedOn(exchange, target, body);
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> passedOn(HttpExchange exchange, String target, byte[] body)
            throws IOException, InterruptedException {
        var headers = exchange.getRequestHeaders();
        var request = HttpRequest.newBuilder(table)
                .header("X-Amz-Target", target)
                .header("Content-Type", headers.getFirst("Content-Type"))
                .header("X-Amz-Date", headers.getFirst("X-Amz-Date"))
                .header("Authorization", headers.getFirst("Authorization"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static List<Deed> deeds(String call, JsonNode request) {
        return switch (call) {
            case "TransactWriteItems" ->
                stream(request.path("TransactItems"))
                        .flatMap(item -> item.properties().stream())
                        .map(part -> deed(
                                part.getKey().equals("ConditionCheck") ? "ConditionCheckItem" : part.getKey() + "Item",
                                part.getValue()))
                        .toList();
            case "BatchGetItem" ->
                stream(request.path("RequestItems"))
                        .flatMap(one -> stream(one.path("Keys")))
                        .map(key -> new Deed(call, Optional.empty(), leading(key)))
                        .toList();
            case "Query" ->
                List.of(new Deed(
                        call,
                        Optional.ofNullable(request.path("IndexName").textValue()),
                        request.at("/ExpressionAttributeValues/:pk/S").asText()));
            default -> List.of(deed(call, request));
        };
    }

    private static Deed deed(String action, JsonNode part) {
        return new Deed(action, Optional.empty(), leading(part.has("Key") ? part.path("Key") : part.path("Item")));
    }

    private static String leading(JsonNode key) {
        return key.at("/pk/S").asText();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** What one role may do with the table. */
    record TablePolicy(List<Statement> statements) {

        /** @param keys patterns that each leading key must fit; empty if any will do */
        record Statement(Set<String> actions, Set<String> resources, List<String> keys) {

            private boolean allows(Deed deed) {
                var resource =
                        deed.index().map("${Table.Arn}/index/%s"::formatted).orElse("Table.Arn");
                return actions.contains("dynamodb:" + deed.action())
                        && resources.contains(resource)
                        && (keys.isEmpty() || keys.stream().anyMatch(pattern -> fits(pattern, deed.leadingKey())));
            }

            private static boolean fits(String pattern, String key) {
                return pattern.endsWith("*")
                        ? key.startsWith(pattern.substring(0, pattern.length() - 1))
                        : key.equals(pattern);
            }
        }

        static TablePolicy of(Template template, String role) {
            var policies = (Value.Items)
                    template.resource(role).orElseThrow().properties().values().get("Policies");
            return new TablePolicy(policies.values().stream()
                    .flatMap(policy -> items(child(child(policy, "PolicyDocument"), "Statement")))
                    .map(TablePolicy::statement)
                    .toList());
        }

        boolean allows(Deed deed) {
            return statements.stream().anyMatch(statement -> statement.allows(deed));
        }

        private static Statement statement(Value value) {
            var keys = ((Value.Fields) value).values().containsKey("Condition")
                    ? texts(child(child(child(value, "Condition"), "ForAllValues:StringLike"), "dynamodb:LeadingKeys"))
                    : Stream.<String>empty();
            return new Statement(
                    Set.copyOf(texts(child(value, "Action")).toList()),
                    Set.copyOf(texts(child(value, "Resource")).toList()),
                    keys.toList());
        }

        private static Value child(Value value, String name) {
            return ((Value.Fields) value).values().get(name);
        }

        private static Stream<Value> items(Value value) {
            return ((Value.Items) value).values().stream();
        }

        private static Stream<String> texts(Value value) {
            return switch (value) {
                case Value.Text text -> Stream.of(text.text());
                case Value.Items items -> items.values().stream().flatMap(TablePolicy::texts);
                case Value.Call call -> texts(call.argument());
                case Value.Fields fields -> throw new IllegalArgumentException("expected texts: " + fields);
            };
        }
    }
}
