package dev.muster.store;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Words for DynamoDB. Each attribute is written as {@code #name}, so that no name collides with a word that DynamoDB
 * reserves, and each value as {@code :name}.
 */
record Expression(String words, Map<String, AttributeValue> values) {

    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    static final Expression PRESENT = of("attribute_exists(#pk)");
    static final Expression ABSENT = of("attribute_not_exists(#pk)");

    static Expression of(String words) {
        return new Expression(words, Map.of());
    }

    /** {@code SET #a = :a, #b = :b} for all attributes of the item but its key. */
    static Expression set(Item item) {
        return set(item, name -> "#%s = :%s".formatted(name, name));
    }

    /** As {@link #set(Item)}, but what the stored item has stays. */
    static Expression setIfAbsent(Item item) {
        return set(item, name -> "#%s = if_not_exists(#%s, :%s)".formatted(name, name, name));
    }

    private static Expression set(Item item, UnaryOperator<String> clause) {
        var values = new HashMap<>(item.attributes());
        values.keySet().removeAll(item.key().attributes().keySet());
        var words = values.keySet().stream().sorted().map(clause).collect(joining(", ", "SET ", ""));
        return new Expression(
                words,
                values.entrySet().stream()
                        .collect(Collectors.toMap(entry -> ":" + entry.getKey(), Map.Entry::getValue)));
    }

    Expression with(String value, AttributeValue meaning) {
        var more = new HashMap<>(values);
        more.put(value, meaning);
        return new Expression(words, more);
    }

    Expression and(Expression other) {
        return joined(" AND ", other);
    }

    /** This clause of an update and another one. */
    Expression then(Expression other) {
        return joined(" ", other);
    }

    private Expression joined(String by, Expression other) {
        var both = new HashMap<>(values);
        both.putAll(other.values);
        return new Expression(words + by + other.words, both);
    }

    Map<String, String> names() {
        return NAME.matcher(words)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
    }
}
