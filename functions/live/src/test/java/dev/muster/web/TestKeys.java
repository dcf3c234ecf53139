package dev.muster.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signing keys that a test knows. */
final class TestKeys implements Keyring {

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private Key current;

    TestKeys(String kid) {
        rotateTo(kid);
    }

    /** New links are signed with a new key; the old ones still count. */
    void rotateTo(String kid) {
        current = new Key(kid, ("the secret of " + kid + " and no other key").getBytes(StandardCharsets.UTF_8));
        keys.put(kid, current);
    }

    /** A key with the same name as ours, in the hands of somebody else. */
    static Keyring forged(String kid) {
        var forger = new TestKeys("forger");
        var key = new Key(kid, forger.current().secret());
        return new Keyring() {
            @Override
            public Key current() {
                return key;
            }

            @Override
            public Optional<Key> byKid(String name) {
                return Optional.of(key);
            }
        };
    }

    @Override
    public Key current() {
        return current;
    }

    @Override
    public Optional<Key> byKid(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }
}
