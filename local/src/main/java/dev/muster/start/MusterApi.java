package dev.muster.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to Muster's JSON API as one person: whoever the token is for. */
public final class MusterApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final String base;
    private final String token;

    /** @param base where the API is, up to and with {@code /api/v1} */
    public MusterApi(HttpClient http, String base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** The same API as somebody else. */
    public MusterApi as(String otherToken) {
        return new MusterApi(http, base, otherToken);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    public String text(String path) {
        return send(request(path).GET()).body();
    }

    /** @throws ProblemAnswer if the API refuses */
    public JsonNode post(String path, String key, JsonNode body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new ProblemAnswer(answer.statusCode(), detail(answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("Muster's API does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String detail(String body) {
        try {
            var problem = JSON.readTree(body);
            return problem.path("detail").asText(problem.path("title").asText(body));
        } catch (IOException notJson) {
            return body;
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Muster's API answered no JSON", e);
        }
    }

    /** The API refused. */
    public static final class ProblemAnswer extends RuntimeException {
        private final int status;

        ProblemAnswer(int status, String detail) {
            super(detail);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
