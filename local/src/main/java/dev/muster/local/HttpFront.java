package dev.muster.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API of the template: exactly its routes, as API Gateway serves them with payload format 2.0. A request with
 * another method or path is answered with 404, as there.
 */
final class HttpFront {

    /** The body that API Gateway would take is 10 MB and Lambda's 6; nothing in Muster is near this. */
    static final int LARGEST_BODY = 1 << 20;

    private record Target(RoutePattern pattern, HostedFunction function) {}

    private record Match(Target target, Map<String, String> parameters) {}

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Target> targets;

    HttpFront(Template template, List<HostedFunction> functions) {
        var found = new ArrayList<Target>();
        for (var function : functions) {
            for (var trigger : function.definition().triggers()) {
                if (trigger instanceof Stack.Trigger.Route route) {
                    add(template, found, route, function);
                }
            }
        }
        this.targets = List.copyOf(found);
    }

    private static void add(
            Template template, List<Target> targets, Stack.Trigger.Route route, HostedFunction function) {
        var pattern = RoutePattern.of(route.method(), route.path());
        for (var other : targets) {
            if (other.pattern().sameRequestsAs(pattern)) {
                throw template.error(route.at(), "the route " + pattern.key() + " stands here twice");
            }
        }
        targets.add(new Target(pattern, function));
    }

    /** Answers one request; closes the exchange. */
    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var match = match(exchange);
            if (match.isEmpty()) {
                refuse(exchange, 404, "Not Found");
                return;
            }
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                refuse(exchange, 413, "Request Entity Too Large");
                return;
            }
            answer(exchange, match.get(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Match match, byte[] body) throws IOException, InterruptedException {
        var event = HttpEvent.of(exchange, match.target().pattern().key(), match.parameters(), body);
        JsonNode response;
        try {
            response = JSON.readTree(match.target().function().call(JSON.writeValueAsBytes(event.json()), event.id()));
        } catch (HostedFunction.FunctionFailed e) {
            LOG.error(match.target().pattern().key() + ": " + e.getMessage(), e.getCause());
            refuse(exchange, 500, "Internal Server Error");
            return;
        }
        var refusal = HttpAnswer.problemOf(response);
        if (refusal.isPresent()) {
            LOG.error(match.target().pattern().key() + ": " + refusal.get());
            refuse(exchange, 500, "Internal Server Error");
            return;
        }
        HttpAnswer.send(exchange, response);
    }

    private Optional<Match> match(HttpExchange exchange) {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getRawPath();
        Match best = null;
        for (var target : targets) {
            var parameters = target.pattern().match(method, path);
            if (parameters.isPresent()
                    && (best == null
                            || target.pattern().moreSpecificThan(best.target().pattern()))) {
                best = new Match(target, parameters.get());
            }
        }
        return Optional.ofNullable(best);
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        LocalServices.send(exchange, status, "application/json", "{\"message\":\"" + message + "\"}");
    }
}
