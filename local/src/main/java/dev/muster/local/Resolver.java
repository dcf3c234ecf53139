package dev.muster.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates the template's intrinsic functions. Results are {@code String}, {@code List} and {@code Map}; numbers and
 * booleans stay strings, as CloudFormation treats them.
 */
final class Resolver {

    /** What the resources of this machine answer to {@code !Ref} and {@code !GetAtt}. */
    interface Physical {

        /** The value of {@code !Ref logicalId}. */
        Optional<String> reference(Template.Resource resource);

        /** The value of {@code !GetAtt logicalId.attribute}. */
        Optional<String> attribute(Template.Resource resource, String attribute);
    }

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final Object NOTHING = new Object();

    private final Template template;
    private final Physical physical;
    private final Map<String, String> parameters;

    /** @param overrides values of parameters, by name; the others keep their defaults */
    Resolver(Template template, Physical physical, Map<String, String> overrides) {
        this.template = template;
        this.physical = physical;
        this.parameters = parametersOf(template, overrides);
    }

    /** The value as text. */
    String text(Value value) {
        if (evaluate(value) instanceof String text) {
            return text;
        }
        throw template.error(value.at(), "expected a text");
    }

    /** The value as a whole number. */
    int number(Value value) {
        var text = text(value);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw template.error(value.at(), "expected a whole number, found '" + text + "'");
        }
    }

    /** The value with all functions resolved; a property set to {@code AWS::NoValue} is left out. */
    Object evaluate(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Items items ->
                items.values().stream()
                        .map(this::evaluate)
                        .filter(result -> result != NOTHING)
                        .collect(Collectors.toCollection(ArrayList::new));
            case Value.Fields fields -> {
                var results = new LinkedHashMap<String, Object>();
                fields.values().forEach((key, field) -> {
                    var result = evaluate(field);
                    if (result != NOTHING) {
                        results.put(key, result);
                    }
                });
                yield results;
            }
            case Value.Call call -> call(call);
        };
    }

    private Object call(Value.Call call) {
        return switch (call.name()) {
            case "Ref" -> reference(template.text(call.argument()), call.at());
            case "GetAtt" -> attribute(call);
            case "Sub" -> substitute(call);
            case "Join" -> join(call);
            case "If" -> {
                var arguments = arguments(call, 3);
                yield evaluate(
                        condition(template.text(arguments.get(0)), call.at()) ? arguments.get(1) : arguments.get(2));
            }
            default -> throw template.error(call.at(), "the local cloud does not know the function " + call.name());
        };
    }

    private Object reference(String name, Place at) {
        if (name.equals("AWS::NoValue")) {
            return NOTHING;
        }
        if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        var resource = template.resource(name).orElseThrow(() -> template.error(at, nothingNamed(name)));
        return physical.reference(resource)
                .orElseThrow(() ->
                        template.error(at, "the local cloud has no !Ref for " + name + " of type " + resource.type()));
    }

    private String attribute(Value.Call call) {
        var path = call.argument() instanceof Value.Items items
                ? items.values().stream().map(template::text).collect(Collectors.joining("."))
                : template.text(call.argument());
        return attribute(path, call.at());
    }

    private String attribute(String path, Place at) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            throw template.error(at, "expected Resource.Attribute, found '" + path + "'");
        }
        var name = path.substring(0, dot);
        var attribute = path.substring(dot + 1);
        var resource = template.resource(name).orElseThrow(() -> template.error(at, nothingNamed(name)));
        return physical.attribute(resource, attribute)
                .orElseThrow(() -> template.error(
                        at,
                        "the local cloud has no attribute " + attribute + " for " + name + " of type "
                                + resource.type()));
    }

    private String substitute(Value.Call call) {
        var own = new HashMap<String, String>();
        var pattern = call.argument();
        if (pattern instanceof Value.Items) {
            var arguments = arguments(call, 2);
            pattern = arguments.get(0);
            template.fields(arguments.get(1)).values().forEach((key, value) -> own.put(key, text(value)));
        }
        return VARIABLE.matcher(template.text(pattern))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                                ? variable(match.group(2).strip(), own, call.at())
                                : "${" + match.group(2) + "}"));
    }

    private String variable(String name, Map<String, String> own, Place at) {
        if (own.containsKey(name)) {
            return own.get(name);
        }
        return name.contains(".") ? attribute(name, at) : Objects.toString(reference(name, at));
    }

    private String join(Value.Call call) {
        var arguments = arguments(call, 2);
        if (evaluate(arguments.get(1)) instanceof List<?> parts) {
            return parts.stream().map(Objects::toString).collect(Collectors.joining(text(arguments.get(0))));
        }
        throw template.error(call.at(), "Join takes a delimiter and a list");
    }

    private boolean condition(String name, Place at) {
        var condition = template.section("Conditions", name)
                .orElseThrow(() -> template.error(at, "no condition is named " + name));
        return holds(condition);
    }

    private boolean holds(Value value) {
        if (!(value instanceof Value.Call call)) {
            throw template.error(value.at(), "expected a condition function");
        }
        return switch (call.name()) {
            case "Equals" -> {
                var arguments = arguments(call, 2);
                yield evaluate(arguments.get(0)).equals(evaluate(arguments.get(1)));
            }
            case "Not" -> !holds(arguments(call, 1).get(0));
            case "And" -> items(call).stream().allMatch(this::holds);
            case "Or" -> items(call).stream().anyMatch(this::holds);
            case "Condition" -> condition(template.text(call.argument()), call.at());
            default -> throw template.error(call.at(), "the local cloud does not know the condition " + call.name());
        };
    }

    private List<Value> arguments(Value.Call call, int count) {
        var items = items(call);
        if (items.size() != count) {
            throw template.error(call.at(), call.name() + " takes " + count + " arguments, found " + items.size());
        }
        return items;
    }

    private List<Value> items(Value.Call call) {
        if (call.argument() instanceof Value.Items items) {
            return items.values();
        }
        throw template.error(call.at(), call.name() + " takes a list");
    }

    private static String nothingNamed(String name) {
        return "no resource or parameter is named " + name;
    }

    private static Map<String, String> parametersOf(Template template, Map<String, String> overrides) {
        var values = new HashMap<>(LocalAccount.PSEUDO_PARAMETERS);
        template.entries("Parameters").forEach((name, value) -> {
            var given = Optional.ofNullable(overrides.get(name)).or(() -> Optional.ofNullable(
                            template.fields(value).values().get("Default"))
                    .map(template::text));
            values.put(
                    name,
                    given.orElseThrow(() ->
                            template.error(value.at(), "parameter " + name + " has neither a value nor a Default")));
        });
        return values;
    }
}
