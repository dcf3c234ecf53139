package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Says in a trainer's words what the schema validator says in a schema's. It takes from the schema itself what is known,
 * possible or meant: its descriptions, examples and comments are part of the messages.
 */
final class SchemaWording {

    /** Names in a schema that say how it is built, not what it is about. */
    private static final Set<String> STRUCTURE =
            Set.of("$defs", "properties", "items", "then", "else", "allOf", "anyOf", "dependentSchemas");

    private final Document document;
    private final JsonNode schema;

    SchemaWording(Document document, JsonNode schema) {
        this.document = document;
        this.schema = schema;
    }

    Problem problem(ValidationMessage message) {
        var at = new Pointer(message.getInstanceLocation().toString());
        var keyword = new Pointer(message.getSchemaLocation().getFragment().toString());
        var value = document.root().at(at.text());
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(at.to(message.getProperty()), message.getProperty(), keyword);
            case "false" -> onKey(at, misplaced(message, keyword));
            case "required" -> onValue(at, missing(message.getProperty(), keyword));
            case "dependentRequired" -> onKey(at.to(message.getProperty()), incomplete(message));
            case "uniqueItems" -> repeated(at, value);
            case "type" -> onValue(at, mistyped(value, node(keyword).asText()));
            default -> onValue(at, unfit(message, value, keyword));
        };
    }

    private String unfit(ValidationMessage message, JsonNode value, Pointer keyword) {
        var bound = node(keyword).asText();
        return switch (message.getType()) {
            case "enum" ->
                misfit(keyword) + ": " + Wording.quoted(value.asText())
                        + Wording.suggestion(value.asText(), texts(node(keyword)));
            case "pattern", "minLength" -> misspelt(value.asText(), keyword);
            case "const" -> "expected %s, found %s".formatted(bound, FieldReader.kindOf(value));
            case "minimum" -> "must be at least %s, found %s".formatted(bound, value.asText());
            case "maximum" -> "must be at most %s, found %s".formatted(bound, value.asText());
            case "exclusiveMinimum" -> "must be more than %s, found %s".formatted(bound, value.asText());
            case "maxLength" -> "%,d characters, at most %s; shorten it".formatted(characters(value), bound);
            case "minItems" -> "needs at least %s in the list, found %d".formatted(bound, value.size());
            case "maxItems" -> "%,d in the list, at most %s".formatted(value.size(), bound);
            case "minProperties" -> "found nothing; expected " + description(keyword);
            case "maxProperties" -> "found %s; expected %s".formatted(keysOf(value), description(keyword));
            default -> message.getError();
        };
    }

    private Problem unknownKey(Pointer at, String key, Pointer keyword) {
        var known = new ArrayList<String>();
        node(keyword.parent()).path("properties").fieldNames().forEachRemaining(known::add);
        return onKey(at, "unknown key %s%s".formatted(Wording.quoted(key), Wording.suggestion(key, known)));
    }

    /** A key that a schema forbids because of another one; the comment on that schema says why. */
    private String misplaced(ValidationMessage message, Pointer keyword) {
        var key = message.getArguments()[0];
        var because = keyword.parent().parent().parent();
        var comment = node(because).path("$comment").asText();
        if (!comment.isEmpty()) {
            return "key \"%s\" cannot stand here: %s".formatted(key, uncapitalised(comment));
        }
        return "key \"%s\" cannot stand beside \"%s\"; keep one of them".formatted(key, because.name());
    }

    private String missing(String key, Pointer keyword) {
        if (keyword.parent().parent().name().equals("anyOf")) {
            return "needs one of "
                    + String.join(", ", alternatives(keyword.parent().parent()));
        }
        var comment = node(keyword.parent()).path("$comment").asText();
        return "key \"%s\" is missing%s".formatted(key, comment.isEmpty() ? "" : ": " + uncapitalised(comment));
    }

    private static String incomplete(ValidationMessage message) {
        return "key \"%s\" needs the key \"%s\" beside it".formatted(message.getProperty(), message.getArguments()[0]);
    }

    private Problem repeated(Pointer at, JsonNode list) {
        var seen = new HashSet<JsonNode>();
        for (var index = 0; index < list.size(); index++) {
            if (!seen.add(list.get(index))) {
                return onValue(
                        at.to(index),
                        "%s is in the list already"
                                .formatted(Wording.quoted(list.get(index).asText())));
            }
        }
        return onValue(at, "something is in the list twice");
    }

    private static String mistyped(JsonNode found, String type) {
        var expected =
                switch (type) {
                    case "string" -> "text";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    case "array" -> "a list";
                    default -> "keys and values";
                };
        var quote = type.equals("string") && found.isValueNode() && !found.isNull() ? "; put it in quotes" : "";
        return "expected %s, found %s%s".formatted(expected, FieldReader.kindOf(found), quote);
    }

    private String misspelt(String found, Pointer keyword) {
        if (found.isBlank()) {
            return "must not be empty";
        }
        switch (subject(keyword).name()) {
            case "duration" -> {
                return Wording.notADuration(found);
            }
            case "time" -> {
                return Wording.notATime(found);
            }
            default -> {}
        }
        var example = node(keyword.parent()).path("examples").path(0).asText();
        return "%s: %s; %s"
                .formatted(
                        misfit(keyword),
                        Wording.quoted(found),
                        example.isEmpty() ? description(keyword) : "write for example " + example);
    }

    /** {@code not a phase}, where the schema defines what a phase is; otherwise what the value is meant for. */
    private static String misfit(Pointer keyword) {
        var subject = subject(keyword);
        var noun = subject.name();
        if (!subject.parent().name().equals("$defs")) {
            return "does not fit \"%s\"".formatted(noun);
        }
        return "not %s %s".formatted("aeiou".indexOf(noun.charAt(0)) < 0 ? "a" : "an", noun);
    }

    /** What the keyword's schema is about: its definition or its property. */
    private static Pointer subject(Pointer keyword) {
        var owner = keyword.parent();
        while (STRUCTURE.contains(owner.name())) {
            owner = owner.parent();
        }
        return owner;
    }

    /** The description of the nearest schema around the keyword that has one; of that, the sentence that counts keys. */
    private String description(Pointer keyword) {
        for (var owner = keyword.parent(); !owner.isRoot(); owner = owner.parent()) {
            var description = node(owner).path("description");
            if (description.isTextual()) {
                var counting = description.textValue().indexOf("Exactly one of");
                return uncapitalised(description.textValue().substring(Math.max(0, counting)));
            }
        }
        return "";
    }

    private List<String> alternatives(Pointer anyOf) {
        return StreamSupport.stream(node(anyOf).spliterator(), false)
                .map(branch -> branch.path("required").path(0).asText())
                .toList();
    }

    private JsonNode node(Pointer pointer) {
        return schema.at(pointer.text());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String keysOf(JsonNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return String.join(" and ", keys);
    }

    private static int characters(JsonNode value) {
        return value.asText().codePointCount(0, value.asText().length());
    }

    private static String uncapitalised(String sentence) {
        var text = sentence.replace('`', '"');
        var end = text.endsWith(".") ? text.length() - 1 : text.length();
        return Character.toLowerCase(text.charAt(0)) + text.substring(1, end);
    }

    private Problem onKey(Pointer at, String message) {
        return Problem.at(document.file(), document.placeOfKey(at), message);
    }

    private Problem onValue(Pointer at, String message) {
        return Problem.at(document.file(), document.placeOf(at), message);
    }
}
