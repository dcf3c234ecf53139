package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cloud.AwsClients;
import dev.muster.cloud.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String OLD = "the-old-key-long-enough-to-sign-with";
    private static final String NEW = "the-new-key-long-enough-to-sign-with";

    private String secret = "{\"kid\":\"old\",\"old\":\"%s\"}".formatted(OLD);
    private Instant now = Instant.parse("2026-10-01T12:00:00Z");
    private final Endpoint endpoint = new Endpoint(request -> Endpoint.Answer.json(
            "{\"Name\":\"keys\",\"SecretString\":\"%s\"}".formatted(secret.replace("\"", "\\\""))));
    private final SigningKeys keys =
            new SigningKeys(new AwsClients(endpoint.environment()).secretsManager(), "keys", () -> now);

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void theSecretIsReadWhenAKeyIsNeededFirstAndThenKept() {
        assertThat(endpoint.requests()).isEmpty();

        assertThat(keys.current().kid()).isEqualTo("old");
        assertThat(keys.current().bytes()).isEqualTo(OLD.getBytes(StandardCharsets.UTF_8));
        assertThat(keys.byId("old")).isPresent();

        assertThat(endpoint.requests()).hasSize(1);
    }

    @Test
    void anUnknownKeyIsLookedForAtMostOnceAMinute() {
        keys.current();
        rotate();
        assertThat(keys.byId("new")).isEmpty();

        now = now.plusSeconds(60);
        assertThat(keys.byId("new")).isPresent();
        assertThat(keys.current().kid()).isEqualTo("new");

        for (var guess = 0; guess < 100; guess++) {
            assertThat(keys.byId("guess-" + guess)).isEmpty();
        }
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void whoeverWakesFromASnapshotReadsTheKeysAnew() {
        keys.current();
        rotate();

        keys.forget();

        assertThat(keys.current().kid()).isEqualTo("new");
    }

    @Test
    void neitherWordsNorErrorsShowAKey() {
        var current = keys.current();
        assertThat(keys + " " + current).contains("old").doesNotContain(OLD);

        for (var broken : new String[] {
            OLD, "{\"kid\":\"gone\",\"old\":\"" + OLD + "\"}", "{\"kid\":\"old\",\"old\":[\"" + OLD + "\"]}"
        }) {
            secret = broken;
            keys.forget();
            assertThatThrownBy(keys::current)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("expected the secret keys to be")
                    .hasMessageNotContaining(OLD)
                    .hasNoCause();
        }
    }

    private void rotate() {
        secret = "{\"kid\":\"new\",\"old\":\"%s\",\"new\":\"%s\"}".formatted(OLD, NEW);
    }
}
