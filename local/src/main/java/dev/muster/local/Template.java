package dev.muster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A CloudFormation template as written: sections and resources, each value with its place in the file. */
public final class Template {

    /** One entry under {@code Resources}. */
    record Resource(String logicalId, String type, Value.Fields properties, Place at) {}

    private final String file;
    private final Value.Fields root;
    private final Map<String, Resource> resources;

    private Template(String file, Value.Fields root) {
        this.file = file;
        this.root = root;
        this.resources = readResources();
    }

    /**
     * Reads a template.
     *
     * @throws TemplateException where it is no YAML, or not the shape of a template
     * @throws UncheckedIOException where the file cannot be read
     */
    public static Template read(Path path) {
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + path, e);
        }
    }

    static Template parse(String file, String yaml) {
        var settings = LoadSettings.builder().setLabel(file).build();
        try {
            var node = new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> new TemplateException(file, new Place(1, 1), "the template is empty"));
            if (fold(file, node) instanceof Value.Fields root) {
                return new Template(file, root);
            }
            throw new TemplateException(file, placeOf(node), "a template is a mapping with the key Resources");
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark();
            var at =
                    mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(new Place(1, 1));
            throw new TemplateException(file, at, e.getProblem());
        } catch (YamlEngineException e) {
            throw new TemplateException(file, new Place(1, 1), e.getMessage());
        }
    }

    Map<String, Resource> resources() {
        return resources;
    }

    Optional<Resource> resource(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /** A section of the template by its path of keys; empty where it is missing. */
    Optional<Value> section(String... path) {
        Optional<Value> value = Optional.of(root);
        for (var key : path) {
            value = value.flatMap(v -> v instanceof Value.Fields fields
                    ? Optional.ofNullable(fields.values().get(key))
                    : Optional.empty());
        }
        return value;
    }

    /** The entries of a section that is a mapping; none where it is missing. */
    Map<String, Value> entries(String... path) {
        return section(path).map(value -> fields(value).values()).orElse(Map.of());
    }

    Value.Fields fields(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw error(value.at(), "expected a mapping");
    }

    String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        throw error(value.at(), "expected plain text");
    }

    TemplateException error(Place at, String message) {
        return new TemplateException(file, at, message);
    }

    private Map<String, Resource> readResources() {
        var section = section("Resources").orElseThrow(() -> error(root.at(), "the key Resources is missing"));
        var found = new LinkedHashMap<String, Resource>();
        fields(section).values().forEach((logicalId, value) -> found.put(logicalId, readResource(logicalId, value)));
        return found;
    }

    private Resource readResource(String logicalId, Value value) {
        var entry = fields(value).values();
        var type = entry.get("Type");
        if (type == null) {
            throw error(value.at(), "resource " + logicalId + " has no Type");
        }
        var properties = entry.get("Properties");
        var fields = properties == null ? new Value.Fields(Map.of(), value.at()) : fields(properties);
        return new Resource(logicalId, text(type), fields, value.at());
    }

    private static Value fold(String file, Node node) {
        var tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            return new Value.Call(tag.substring(1), untagged(file, node), placeOf(node));
        }
        return untagged(file, node);
    }

    private static Value untagged(String file, Node node) {
        var at = placeOf(node);
        return switch (node) {
            case ScalarNode scalar -> new Value.Text(scalar.getValue(), at);
            case SequenceNode sequence -> {
                var values = new ArrayList<Value>();
                sequence.getValue().forEach(item -> values.add(fold(file, item)));
                yield new Value.Items(values, at);
            }
            case MappingNode mapping -> mapping(file, mapping, at);
            default -> throw new TemplateException(file, at, "CloudFormation knows no YAML anchors");
        };
    }

    private static Value mapping(String file, MappingNode mapping, Place at) {
        var values = new LinkedHashMap<String, Value>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException(file, placeOf(tuple.getKeyNode()), "expected a plain key");
            }
            if (values.put(key.getValue(), fold(file, tuple.getValueNode())) != null) {
                throw new TemplateException(file, placeOf(key), "the key " + key.getValue() + " stands here twice");
            }
        }
        return longForm(values)
                .<Value>map(
                        name -> new Value.Call(name, values.values().iterator().next(), at))
                .orElseGet(() -> new Value.Fields(values, at));
    }

    /** {@code {"Fn::Sub": …}} and {@code {"Ref": …}} say the same as {@code !Sub} and {@code !Ref}. */
    private static Optional<String> longForm(Map<String, Value> values) {
        if (values.size() != 1) {
            return Optional.empty();
        }
        var key = values.keySet().iterator().next();
        if (key.equals("Ref") || key.equals("Condition")) {
            return Optional.of(key);
        }
        return key.startsWith("Fn::") ? Optional.of(key.substring("Fn::".length())) : Optional.empty();
    }

    private static Place placeOf(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(1, 1));
    }
}
