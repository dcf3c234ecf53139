package dev.muster.drill.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Inject;
import dev.muster.scenario.io.InjectFormat;
import dev.muster.scenario.io.Unreadable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records as JSON objects, without a word about JSON in the records.
 *
 * <p>Names are written in kebab-case, times and durations as ISO 8601, enums by their label, empty optionals not at all;
 * sets and maps in a fixed order, so that equal values give equal texts. A type of a sealed family carries its name as
 * {@code type}. Reading is strict: an unknown, missing or doubled field and an unknown type are errors. Only a list may be
 * missing, and is empty then: that is how a later version reads what an earlier one, which knew no such list, has kept. An
 * inject is written as in a script.
 *
 * @param <T> a record or a sealed interface of records
 */
public final class RecordJson<T> {

    private static final String TYPE = "type";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Form<T> form;

    private RecordJson(Form<T> form) {
        this.form = form;
    }

    /** The JSON form of a type, prepared once; keep it. */
    public static <T> RecordJson<T> of(Class<T> type) {
        return of(type, RecordJson::kebab);
    }

    /** As {@link #of}, with the fields named as in Java. */
    public static <T> RecordJson<T> named(Class<T> type) {
        return of(type, UnaryOperator.identity());
    }

    private static <T> RecordJson<T> of(Class<T> type, UnaryOperator<String> naming) {
        @SuppressWarnings("unchecked")
        var form = (Form<T>) new Forms(naming).of(type);
        return new RecordJson<>(form);
    }

    public String write(T value) {
        return text(writeTree(value), false);
    }

    public JsonNode writeTree(T value) {
        return form.write.apply(value);
    }

    /** @throws MalformedJson if the text is not the JSON of such a value */
    public T read(String json) {
        return readTree(parse(json));
    }

    /** @throws MalformedJson if the tree is not the JSON of such a value */
    public T readTree(JsonNode tree) {
        return form.read.apply(tree);
    }

    /** @throws MalformedJson if the text is no JSON, or more than one value */
    public static JsonNode parse(String json) {
        try {
            var tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedJson("expected JSON, found nothing");
            }
            return tree;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            var place = where == null ? "" : "line %d, column %d: ".formatted(where.getLineNr(), where.getColumnNr());
            throw new MalformedJson(place + e.getOriginalMessage(), e);
        }
    }

    /** @param pretty whether people are to read it */
    public static String text(JsonNode tree, boolean pretty) {
        try {
            return pretty
                    ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree)
                    : MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }

    /** {@code NextUpdate} and {@code nextUpdate} as {@code next-update}. */
    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private record Form<T>(Function<T, JsonNode> write, Function<JsonNode, T> read) {

        @SuppressWarnings("unchecked")
        JsonNode writeAny(Object value) {
            return write.apply((T) value);
        }
    }

    /** Makes forms, each type's once. */
    private static final class Forms {

        private final Map<Type, Form<?>> known = new LinkedHashMap<>();
        private final UnaryOperator<String> naming;

        /** @param naming what a field is called, from its name in Java */
        Forms(UnaryOperator<String> naming) {
            this.naming = naming;
        }

        Form<?> of(Type type) {
            var form = known.get(type);
            if (form == null) {
                form = make(type);
                known.put(type, form);
            }
            return form;
        }

        private Form<?> make(Type type) {
            if (type instanceof ParameterizedType generic) {
                return generic(generic);
            }
            var raw = (Class<?>) type;
            if (raw.isEnum()) {
                return oneOf(raw);
            }
            if (raw == Inject.class) {
                return inject();
            }
            if (raw.isSealed() && raw.isInterface()) {
                return family(raw);
            }
            return raw.isRecord() ? fields(raw) : plain(raw);
        }

        private Form<?> generic(ParameterizedType type) {
            var of = type.getActualTypeArguments();
            return switch (type.getRawType().getTypeName()) {
                case "java.util.List" -> list(of(of[0]));
                case "java.util.Set" -> set(of(of[0]));
                case "java.util.Map" -> map(of(of[0]), of(of[1]));
                default -> throw new IllegalArgumentException("no JSON form for " + type);
            };
        }

        private static Form<Inject> inject() {
            return new Form<>(InjectFormat::write, node -> {
                try {
                    return InjectFormat.read(expect(node, node.isObject(), "an object"));
                } catch (Unreadable e) {
                    throw new MalformedJson(e.getMessage(), e);
                }
            });
        }

        private Form<?> plain(Class<?> type) {
            return switch (type.getName()) {
                case "java.lang.String" -> text(Function.identity(), "a text");
                case "java.time.Duration" -> text(Duration::parse, "an ISO 8601 duration such as PT15M");
                case "java.time.Instant" -> text(Instant::parse, "a time such as 2026-01-31T12:00:00Z");
                case "java.time.LocalDate" -> text(LocalDate::parse, "a date such as 2026-01-31");
                case "java.time.LocalTime" -> text(LocalTime::parse, "a time of day such as 09:30");
                case "java.time.ZoneId" -> text(ZoneId::of, "a time zone such as Europe/Berlin");
                case "boolean", "java.lang.Boolean" ->
                    new Form<Boolean>(
                            value -> NODES.booleanNode(value), node -> expect(node, node.isBoolean(), "true or false")
                                    .booleanValue());
                case "int", "java.lang.Integer" ->
                    new Form<Integer>(
                            value -> NODES.numberNode(value.intValue()),
                            node -> expect(node, node.isInt(), "a whole number").intValue());
                case "long", "java.lang.Long" ->
                    new Form<Long>(value -> NODES.numberNode(value.longValue()), node -> expect(
                                    node, node.canConvertToLong() && node.isIntegralNumber(), "a whole number")
                            .longValue());
                case "double", "java.lang.Double" ->
                    new Form<Double>(
                            value -> NODES.numberNode(value.doubleValue()),
                            node -> expect(node, node.isNumber(), "a number").doubleValue());
                default -> throw new IllegalArgumentException("no JSON form for " + type);
            };
        }

        private static <V> Form<V> text(Function<String, V> parse, String what) {
            return new Form<>(value -> NODES.textNode(value.toString()), node -> {
                var text = expect(node, node.isTextual(), what).textValue();
                try {
                    return parse.apply(text);
                } catch (DateTimeException e) {
                    throw new MalformedJson("expected %s, found \"%s\"".formatted(what, text), e);
                }
            });
        }

        private static Form<Object> oneOf(Class<?> type) {
            var labels = new LinkedHashMap<String, Object>();
            for (var constant : type.getEnumConstants()) {
                labels.put(label((Enum<?>) constant), constant);
            }
            return new Form<>(value -> NODES.textNode(label((Enum<?>) value)), node -> {
                var found = labels.get(expect(node, node.isTextual(), "one of " + labels.keySet())
                        .textValue());
                if (found == null) {
                    throw new MalformedJson("expected one of %s, found %s".formatted(labels.keySet(), node));
                }
                return found;
            });
        }

        private static String label(Enum<?> constant) {
            try {
                return (String) constant.getDeclaringClass().getMethod("label").invoke(constant);
            } catch (NoSuchMethodException e) {
                return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("no label of " + constant, e);
            }
        }

        private static Form<List<?>> list(Form<?> of) {
            return new Form<>(values -> array(values.stream().map(of::writeAny)), node -> elements(node, of));
        }

        private static Form<Set<?>> set(Form<?> of) {
            return new Form<>(
                    values -> array(values.stream().map(of::writeAny).sorted(Comparator.comparing(JsonNode::toString))),
                    node -> new LinkedHashSet<>(elements(node, of)));
        }

        private static JsonNode array(Stream<JsonNode> elements) {
            var array = NODES.arrayNode();
            elements.forEach(array::add);
            return array;
        }

        private static List<?> elements(JsonNode node, Form<?> of) {
            expect(node, node.isArray(), "a list");
            var elements = new ArrayList<Object>(node.size());
            for (var i = 0; i < node.size(); i++) {
                elements.add(inside("[" + i + "]", node.get(i), of));
            }
            return elements;
        }

        private static Form<Map<?, ?>> map(Form<?> keys, Form<?> values) {
            return new Form<>(
                    map -> {
                        var object = NODES.objectNode();
                        map.entrySet().stream()
                                .sorted(Comparator.comparing(
                                        entry -> keys.writeAny(entry.getKey()).textValue()))
                                .forEach(entry -> object.set(
                                        keys.writeAny(entry.getKey()).textValue(), values.writeAny(entry.getValue())));
                        return object;
                    },
                    node -> {
                        expect(node, node.isObject(), "an object");
                        var map = new LinkedHashMap<Object, Object>();
                        node.properties()
                                .forEach(entry -> map.put(
                                        keys.read.apply(NODES.textNode(entry.getKey())),
                                        inside("." + entry.getKey(), entry.getValue(), values)));
                        return map;
                    });
        }

        private Form<Object> family(Class<?> type) {
            var names = new HashMap<Class<?>, String>();
            var members = new LinkedHashMap<String, Fields>();
            records(type).forEach(one -> {
                names.put(one, kebab(one.getSimpleName()));
                members.put(names.get(one), new Fields(one, this));
            });
            return new Form<>(
                    value -> {
                        var name = names.get(value.getClass());
                        return members.get(name).write(value, NODES.objectNode().put(TYPE, name));
                    },
                    node -> {
                        expect(node, node.isObject(), "an object");
                        var name = node.path(TYPE).asText("");
                        var member = members.get(name);
                        if (member == null) {
                            throw new MalformedJson(
                                    "expected a type of %s, found \"%s\"".formatted(members.keySet(), name));
                        }
                        return member.read(node, Set.of(TYPE));
                    });
        }

        private static Stream<Class<?>> records(Class<?> type) {
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Forms::records)
                    : Stream.of(type);
        }

        private Form<Object> fields(Class<?> type) {
            var fields = new Fields(type, this);
            return new Form<>(value -> fields.write(value, NODES.objectNode()), node -> fields.read(node, Set.of()));
        }

        private static Object inside(String where, JsonNode node, Form<?> form) {
            try {
                return form.read.apply(node);
            } catch (MalformedJson e) {
                throw e.in(where);
            }
        }

        private static JsonNode expect(JsonNode node, boolean holds, String what) {
            if (!holds) {
                throw new MalformedJson("expected %s, found %s".formatted(what, node));
            }
            return node;
        }
    }

    /** A record's components and how to make it of them. */
    private static final class Fields {

        private record Field(String name, boolean optional, Form<?> form, RecordComponent component) {}

        private final List<Field> fields;
        private final Set<String> names;
        private final Constructor<?> constructor;

        Fields(Class<?> type, Forms forms) {
            this.fields = Arrays.stream(type.getRecordComponents())
                    .map(component -> field(component, forms))
                    .toList();
            this.names = fields.stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
            this.constructor = constructor(type);
        }

        private static Field field(RecordComponent component, Forms forms) {
            component.getAccessor().setAccessible(true);
            var name = forms.naming.apply(component.getName());
            return component.getGenericType() instanceof ParameterizedType generic
                            && generic.getRawType() == Optional.class
                    ? new Field(name, true, forms.of(generic.getActualTypeArguments()[0]), component)
                    : new Field(name, false, forms.of(component.getGenericType()), component);
        }

        private static Constructor<?> constructor(Class<?> type) {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + type, e);
            }
        }

        ObjectNode write(Object value, ObjectNode into) {
            for (var field : fields) {
                var content = content(field, value);
                if (content != null) {
                    into.set(field.name(), field.form().writeAny(content));
                }
            }
            return into;
        }

        private static Object content(Field field, Object value) {
            try {
                var content = field.component().getAccessor().invoke(value);
                return field.optional() ? ((Optional<?>) content).orElse(null) : content;
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + field.component(), e);
            }
        }

        Object read(JsonNode node, Set<String> besides) {
            Forms.expect(node, node.isObject(), "an object");
            refuseUnknown(node, besides);
            try {
                return constructor.newInstance(
                        fields.stream().map(field -> part(field, node)).toArray());
            } catch (InvocationTargetException e) {
                throw new MalformedJson(String.valueOf(e.getCause().getMessage()), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + constructor, e);
            }
        }

        private void refuseUnknown(JsonNode node, Set<String> besides) {
            var unknown = new HashSet<String>();
            node.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(names);
            unknown.removeAll(besides);
            if (!unknown.isEmpty()) {
                throw new MalformedJson("unknown field \"%s\", expected %s"
                        .formatted(unknown.stream().sorted().findFirst().orElseThrow(), names));
            }
        }

        private static Object part(Field field, JsonNode node) {
            var content = node.get(field.name());
            if (content == null && field.component().getType() == List.class) {
                return List.of();
            }
            if (content == null && !field.optional()) {
                throw new MalformedJson("missing field \"%s\"".formatted(field.name()));
            }
            var value = content == null ? null : Forms.inside("." + field.name(), content, field.form());
            return field.optional() ? Optional.ofNullable(value) : value;
        }
    }
}
