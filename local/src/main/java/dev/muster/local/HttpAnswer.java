package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** A function's answer in payload format 2.0, put on the wire as API Gateway does. */
final class HttpAnswer {

    /** Set by the server itself. */
    private static final Set<String> SERVERS_OWN = Set.of("content-length", "transfer-encoding", "connection");

    private HttpAnswer() {}

    /** Why API Gateway would not take the answer; empty where it would. */
    static Optional<String> problemOf(JsonNode response) {
        var status = response.path("statusCode").asInt();
        if (status < 200 || status > 599) {
            return Optional.of("the answer has the status code " + response.path("statusCode")
                    + ", expected a number from 200 to 599");
        }
        if (!response.path("multiValueHeaders").isEmpty()) {
            return Optional.of("payload format 2.0 has no multiValueHeaders: join the values of a header by commas, "
                    + "and put cookies in cookies");
        }
        return Optional.empty();
    }

    static void send(HttpExchange exchange, JsonNode response) throws IOException {
        var headers = exchange.getResponseHeaders();
        response.path("headers").properties().forEach(header -> {
            if (!SERVERS_OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                headers.set(header.getKey(), header.getValue().asText());
            }
        });
        response.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
        if (!headers.containsKey("Content-Type")) {
            headers.set("Content-Type", "application/json");
        }
        var body = bodyOf(response);
        var status = response.get("statusCode").asInt();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bodyOf(JsonNode response) {
        var body = response.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        return response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body.asText())
                : body.asText().getBytes(UTF_8);
    }
}
