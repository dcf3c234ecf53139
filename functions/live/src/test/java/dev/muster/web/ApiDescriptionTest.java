package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Routes in the code, the API's description and the template say the same. */
class ApiDescriptionTest {

    private static final JsonNode DOCUMENT = ApiContract.DOCUMENT;

    @Test
    void routesDescriptionAndTemplateAgree() throws IOException {
        assertThat(described()).isEqualTo(routed());
        assertThat(deployed()).isEqualTo(routed());
    }

    private static TreeSet<String> routed() {
        var lines = new TreeSet<String>();
        new House()
                .routes()
                .forEach((function, routes) -> routes.forEach(
                        route -> lines.add("%s %s -> %s".formatted(route.method(), route.path(), function))));
        return lines;
    }

    private static TreeSet<String> described() {
        var lines = new TreeSet<String>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> lines.add("%s %s -> %s"
                        .formatted(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("x-muster-function").asText()))));
        return lines;
    }

    /** What the template routes to which function; tags such as {@code !Ref} are nothing to this test. */
    private static TreeSet<String> deployed() throws IOException {
        var template = Path.of(System.getProperty("muster.root")).resolve("template.yaml");
        var root = new Compose(LoadSettings.builder().build())
                .composeString(Files.readString(template))
                .orElseThrow();
        var lines = new TreeSet<String>();
        for (var resource : entries(child(root, "Resources"))) {
            for (var event : entries(child(child(resource.node(), "Properties"), "Events"))) {
                if (text(child(event.node(), "Type")).equals("HttpApi")) {
                    var route = child(event.node(), "Properties");
                    lines.add("%s %s -> %s"
                            .formatted(text(child(route, "Method")), text(child(route, "Path")), resource.name()));
                }
            }
        }
        return lines;
    }

    private record Entry(String name, Node node) {}

    private static List<Entry> entries(Node node) {
        var entries = new ArrayList<Entry>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> entries.add(new Entry(text(tuple.getKeyNode()), tuple.getValueNode())));
        }
        return entries;
    }

    private static Node child(Node node, String name) {
        return entries(node).stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::node)
                .findFirst()
                .orElse(null);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    @Test
    void operationsAreNamedAsTheLogNamesThemAndDemandWhatTheRoutesDemand() {
        new House().routes().values().stream().flatMap(List::stream).forEach(route -> {
            var operation = DOCUMENT.path("paths")
                    .path(route.path())
                    .path(route.method().toLowerCase(Locale.ROOT));
            assertThat(operation.path("operationId").asText()).as(route.path()).isEqualTo(route.operationId());
            var demanded = new TreeSet<String>();
            operation.path("security").forEach(one -> one.fieldNames().forEachRemaining(demanded::add));
            var expected = route.role().filter(role -> !route.page()).map(Role::label).stream()
                    .toList();
            assertThat(demanded).as(route.path()).containsExactlyElementsOf(expected);
        });
    }

    /** Where a form leads, what a person reads who is refused, and what a page that is asked for again answers. */
    @TestFactory
    Stream<DynamicTest> everyPageSaysHowItRefusesAndWhereItsFormsLead() {
        return new House()
                .routes().values().stream()
                        .flatMap(List::stream)
                        .filter(Route::page)
                        .map(route -> DynamicTest.dynamicTest(
                                route.method() + " " + route.path(), () -> assertDescribesThePage(route)));
    }

    private static void assertDescribesThePage(Route route) {
        var operation =
                DOCUMENT.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
        var responses = operation.path("responses");
        var statuses = new TreeSet<String>();
        responses.fieldNames().forEachRemaining(statuses::add);
        if (route.method().equals("POST")) {
            assertThat(statuses).contains("303", "400", "409", "413", "415", "422");
            var form =
                    operation.at("/requestBody/content").path(Form.MEDIA_TYPE).path("schema");
            assertThat(form.path("required").toString()).isEqualTo("[\"do\",\"key\"]");
        } else {
            assertThat(statuses).containsAnyOf("200", "303");
            var asksAgain = operation.path("parameters").toString().contains("ifNoneMatch");
            assertThat(statuses.contains("304")).isEqualTo(asksAgain);
        }
        if (route.role().isPresent()) {
            assertThat(statuses).contains("401", "403", "500");
            statuses.tailSet("400").forEach(status -> assertThat(refusal(responses.path(status)))
                    .as(status)
                    .containsExactly("application/problem+json", "text/html"));
        }
    }

    private static TreeSet<String> refusal(JsonNode response) {
        var types = new TreeSet<String>();
        DOCUMENT.at(response.path("$ref").asText().substring(1))
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleKeepsItsSchema() {
        return DOCUMENT.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getValue().has("examples"))
                .map(schema -> DynamicTest.dynamicTest(schema.getKey(), () -> schema.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(ApiContract.flaws(schema.getValue(), example))
                                .isEmpty())));
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
        var references = new TreeSet<>(DOCUMENT.findValuesAsText("$ref"));
        assertThat(references).allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        for (var kind : List.of("schemas", "responses", "parameters")) {
            DOCUMENT.path("components").path(kind).fieldNames().forEachRemaining(name -> assertThat(
                            references.contains("#/components/%s/%s".formatted(kind, name)))
                    .as("%s is used", name)
                    .isTrue());
        }
    }

    @Test
    void theDescriptionIsServedToAnybodyAndMayBeKept() {
        var answer = new House().ask("GET", "/api/v1/openapi.json").send();
        assertThat(answer.json()).isEqualTo(DOCUMENT);
        assertThat(answer.header("cache-control")).contains("max-age");
    }
}
