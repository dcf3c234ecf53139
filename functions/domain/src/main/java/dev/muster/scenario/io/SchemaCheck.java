package dev.muster.scenario.io;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks documents against the JSON Schema of their kind. A schema is read once, when it is first needed. */
final class SchemaCheck {

    private static final Map<DocumentKind, JsonSchema> SCHEMAS = new EnumMap<>(DocumentKind.class);

    private SchemaCheck() {}

    static void check(Document document, DocumentKind kind, Collection<Problem> problems) {
        var schema = schema(kind);
        var messages = schema.validate(document.root());
        var wording = new SchemaWording(document, schema.getSchemaNode());
        var mistyped = messages.stream()
                .filter(message -> message.getType().equals("type"))
                .map(ValidationMessage::getInstanceLocation)
                .collect(Collectors.toCollection(HashSet::new));
        messages.stream()
                // What has the wrong type breaks every other demand, too; saying so would bury the cause.
                .filter(message ->
                        message.getType().equals("type") || !mistyped.contains(message.getInstanceLocation()))
                .map(wording::problem)
                .distinct()
                .forEach(problems::add);
    }

    /** The practices that a plan must cover; the schema of plans lists them. */
    static List<String> practices() {
        var names = new ArrayList<String>();
        schema(DocumentKind.PLAN).getSchemaNode().at("/$defs/practice/enum").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static synchronized JsonSchema schema(DocumentKind kind) {
        return SCHEMAS.computeIfAbsent(kind, SchemaCheck::read);
    }

    private static JsonSchema read(DocumentKind kind) {
        var name = "/scenarios/schema/%s.schema.json".formatted(kind.key());
        try (var schema = SchemaCheck.class.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException("no " + name + " on the class path");
            }
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
