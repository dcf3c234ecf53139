package dev.muster.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.muster.store.Keys.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of one item of the table, by name. Instants and durations are ISO-8601 words. */
final class Item {

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** A new item that has nothing but its key. */
    static Item at(Key key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    /** An item as it came from the table. */
    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    /** What came from the table when one item was asked for; empty if it is not there. */
    static Optional<Item> read(Map<String, AttributeValue> attributes) {
        return attributes.isEmpty() ? Optional.empty() : Optional.of(new Item(attributes));
    }

    Key key() {
        return Key.of(attributes);
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    // ---- writing

    Item with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    Item with(String name, String value) {
        return with(name, fromS(value));
    }

    Item with(String name, Instant value) {
        return with(name, value.toString());
    }

    Item with(String name, Duration value) {
        return with(name, value.toString());
    }

    Item with(String name, Number value) {
        return with(name, fromN(value.toString()));
    }

    Item with(String name, List<String> values) {
        return with(name, fromL(values.stream().map(AttributeValue::fromS).toList()));
    }

    Item with(String name, byte[] value) {
        return with(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
    }

    /** Adds the attribute, as its own words say it, if there is a value. */
    Item with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present.toString()));
        return this;
    }

    // ---- reading

    String string(String name) {
        return present(name).s();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    Instant instant(String name) {
        return Instant.parse(string(name));
    }

    Duration duration(String name) {
        return Duration.parse(string(name));
    }

    String number(String name) {
        return present(name).n();
    }

    Optional<String> optionalNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n);
    }

    List<String> strings(String name) {
        return present(name).l().stream().map(AttributeValue::s).toList();
    }

    byte[] bytes(String name) {
        return present(name).b().asByteArrayUnsafe();
    }

    private AttributeValue present(String name) {
        return Optional.ofNullable(attributes.get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "the item %s lacks the attribute %s; it was written by something else".formatted(key(), name)));
    }
}
