package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as API Gateway hands it to a function: payload format 2.0, whose several values of a header or a query
 * parameter are joined by commas.
 */
record HttpEvent(String id, ObjectNode json) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", ROOT).withZone(ZoneOffset.UTC);

    static HttpEvent of(HttpExchange exchange, String routeKey, Map<String, String> parameters, byte[] body) {
        var id = UUID.randomUUID().toString();
        var uri = exchange.getRequestURI();
        var event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", routeKey).put("rawPath", uri.getRawPath());
        event.put("rawQueryString", Optional.ofNullable(uri.getRawQuery()).orElse(""));
        addHeaders(event, exchange);
        addQuery(event, uri.getRawQuery());
        if (!parameters.isEmpty()) {
            var paths = event.putObject("pathParameters");
            parameters.forEach(paths::put);
        }
        addContext(event, exchange, routeKey, id);
        addBody(event, exchange, body);
        return new HttpEvent(id, event);
    }

    private static void addHeaders(ObjectNode event, HttpExchange exchange) {
        var headers = event.putObject("headers");
        exchange.getRequestHeaders().forEach((name, values) -> {
            var key = name.toLowerCase(ROOT);
            if (key.equals("cookie")) {
                var cookies = event.putArray("cookies");
                values.forEach(value -> Arrays.stream(value.split("; *")).forEach(cookies::add));
            } else {
                headers.put(key, String.join(",", values));
            }
        });
    }

    private static void addQuery(ObjectNode event, String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return;
        }
        var query = event.putObject("queryStringParameters");
        for (var pair : rawQuery.split("&")) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            query.put(name, query.has(name) ? query.get(name).asText() + "," + value : value);
        }
    }

    private static void addContext(ObjectNode event, HttpExchange exchange, String routeKey, String id) {
        var now = Instant.now();
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("localhost");
        var context = event.putObject("requestContext");
        context.put("accountId", LocalAccount.ID).put("apiId", "local").put("stage", "$default");
        context.put("routeKey", routeKey).put("requestId", id);
        context.put("domainName", host).put("domainPrefix", host.split("[.:]", 2)[0]);
        context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
        var http = context.putObject("http");
        http.put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getPath());
        http.put("protocol", exchange.getProtocol());
        http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        http.put(
                "userAgent",
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
                        .orElse(""));
    }

    private static void addBody(ObjectNode event, HttpExchange exchange, byte[] body) {
        var text = isText(exchange.getRequestHeaders().getOrDefault("Content-Type", List.of()));
        event.put("isBase64Encoded", body.length > 0 && !text);
        if (body.length > 0) {
            event.put(
                    "body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
        }
    }

    /** API Gateway hands over these as text and everything else in Base64. */
    private static boolean isText(List<String> contentTypes) {
        if (contentTypes.isEmpty()) {
            return false;
        }
        var type = contentTypes.getFirst().toLowerCase(ROOT).split(";", 2)[0].strip();
        return type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || List.of("application/json", "application/xml", "application/javascript")
                        .contains(type);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
