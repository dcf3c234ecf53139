package dev.muster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The keys that sign links, from AWS Secrets Manager: {@code {"kid": "k2", "k1": "<random text>", "k2": "<random text>"}}.
 * New links are signed with the key that {@code kid} names; the others still verify. The flat form is the one that
 * CloudFormation can generate. Neither words nor errors show a key.
 */
public final class SigningKeys {

    /** Whoever sends unknown key ids must not make us call the service each time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretsManagerClient secrets;
    private final String secret;
    private final InstantSource clock;
    private Optional<Ring> ring = Optional.empty();
    private Instant readAt = Instant.MIN;

    private record Ring(String current, Map<String, Key> keys) {}

    /** A key and the id by which a link says what signed it. */
    public record Key(String kid, byte[] bytes) {

        @Override
        public String toString() {
            return "Key[kid=" + kid + "]";
        }
    }

    /** @param secret name or ARN of the secret; it is read when a key is needed first, not before */
    public SigningKeys(SecretsManagerClient secrets, String secret, InstantSource clock) {
        this.secrets = secrets;
        this.secret = secret;
        this.clock = clock;
    }

    /** The key to sign with. */
    public synchronized Key current() {
        var known = ring.orElseGet(this::read);
        return known.keys().get(known.current());
    }

    /** The key with this id; reads the secret again for an id that is not known, but at most once a minute. */
    public synchronized Optional<Key> byId(String kid) {
        var known = ring.orElseGet(this::read);
        if (!known.keys().containsKey(kid) && !clock.instant().isBefore(readAt.plus(PATIENCE))) {
            known = read();
        }
        return Optional.ofNullable(known.keys().get(kid));
    }

    /** Forgets what was read, as when an instance wakes from a snapshot that may be older than the keys. */
    public synchronized void forget() {
        ring = Optional.empty();
    }

    @Override
    public String toString() {
        return "SigningKeys[secret=" + secret + "]";
    }

    private Ring read() {
        readAt = clock.instant();
        var read =
                ring(secrets.getSecretValue(request -> request.secretId(secret)).secretString());
        ring = Optional.of(read);
        return read;
    }

    private Ring ring(String text) {
        var json = tree(text);
        var keys = new HashMap<String, Key>();
        json.properties().stream()
                .filter(field -> !field.getKey().equals("kid"))
                .forEach(field -> keys.put(field.getKey(), key(field.getKey(), field.getValue())));
        var current = json.path("kid").asText();
        if (!keys.containsKey(current)) {
            throw wrong("names a kid that is not among its keys");
        }
        return new Ring(current, Map.copyOf(keys));
    }

    private Key key(String kid, JsonNode text) {
        if (!text.isTextual()) {
            throw wrong("has a key that is no text: " + kid);
        }
        return new Key(kid, text.asText().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the cause, which may quote the secret. */
    private JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong("is no JSON");
        }
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(
                "expected the secret %s to be {\"kid\": name, name: key, …}, but it %s".formatted(secret, what));
    }
}
