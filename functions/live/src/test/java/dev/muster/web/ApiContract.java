package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.muster.drill.io.RecordJson;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds what the doors answer against the API's description. */
final class ApiContract {

    static final JsonNode DOCUMENT = RecordJson.parse(Pages.resource("openapi.json"));

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    private ApiContract() {}

    /** Fails if the API's description knows neither this answer's status nor its content. */
    static void check(String method, String path, Answer answer) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return;
        }
        var described = resolved(operation.get().path("responses").path(Integer.toString(answer.status())));
        assertThat(described.isMissingNode())
                .as(
                        "%s %s answers %d, which openapi.json does not describe: %s",
                        method, path, answer.status(), answer.body())
                .isFalse();
        if (answer.body().isEmpty()) {
            return;
        }
        var type = answer.header("content-type").split(";")[0];
        assertThat(described.path("content").has(type))
                .as("%s %s answers %s with %d", method, path, type, answer.status())
                .isTrue();
        if (type.endsWith("json")) {
            assertThat(flaws(described.path("content").path(type).path("schema"), answer.json()))
                    .as("%s %s: %s", method, path, answer.body())
                    .isEmpty();
        }
    }

    /** What is wrong with a value, by a schema of the description. */
    static Set<String> flaws(JsonNode schema, JsonNode value) {
        var known = KNOWN.computeIfAbsent(schema.toString(), text -> {
            // As a schema of its own: what the description calls components are definitions there.
            var whole = JsonNodeFactory.instance.objectNode();
            whole.set("$defs", DOCUMENT.path("components").path("schemas"));
            whole.putArray("allOf").add(schema);
            return SCHEMAS.getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"));
        });
        return known.validate(value).stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    static Optional<JsonNode> operation(String method, String path) {
        return DOCUMENT.path("paths").properties().stream()
                .filter(entry -> Route.open(method, entry.getKey(), "", call -> null)
                        .match(path)
                        .isPresent())
                .map(entry -> entry.getValue().get(method.toLowerCase(Locale.ROOT)))
                .filter(found -> found != null)
                .findFirst();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
    }
}
