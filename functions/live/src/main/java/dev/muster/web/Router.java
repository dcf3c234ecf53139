package dev.muster.web;

import dev.muster.cloud.Log;
import dev.muster.drill.Refusal;
import dev.muster.web.Problem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes each request to its route. Here, and nowhere else, it is decided who may pass: whoever is not signed in gets 401,
 * whoever has another role 403. Whatever goes wrong leaves as problem details that say no more than the caller needs.
 */
final class Router {

    private final List<Route> routes;
    private final SignIn signIn;
    private final Clock clock;

    Router(List<Route> routes, SignIn signIn, Clock clock) {
        this.routes = List.copyOf(routes);
        this.signIn = signIn;
        this.clock = clock;
    }

    private record Found(Route route, Map<String, String> parameters) {}

    Response answer(Request request) {
        var started = clock.instant();
        var found = find(request);
        var page = found.map(it -> it.route().page()).orElse(!request.path().startsWith("/api/"));
        Response response;
        try {
            response = pass(request, found).unlessSeen(request.headers().get("if-none-match"));
        } catch (Problem problem) {
            response = refusal(problem, request, page);
        } catch (RuntimeException e) {
            Log.failure("request-failed", Map.of("request", request.id(), "route", name(found)), e);
            response = refusal(Problem.of(Kind.UNEXPECTED, new Refusal("unexpected", List.of())), request, page);
        }
        log(request, found, response, started);
        return response;
    }

    private Optional<Found> find(Request request) {
        return routes.stream()
                .filter(route -> route.method().equals(request.method()))
                .flatMap(route -> route.match(request.path()).map(it -> new Found(route, it)).stream())
                .findFirst();
    }

    private Response pass(Request bare, Optional<Found> found) {
        if (found.isEmpty()) {
            throw wayOut(bare);
        }
        var route = found.get().route();
        var request = bare.withParameters(found.get().parameters());
        if (route.role().isEmpty()) {
            return route.handler().answer(new Route.Call(request, Optional.empty()));
        }
        var token = request.token().or(() -> carried(request, route));
        var signed = signIn.signed(token.orElseThrow(Problem::unauthorized));
        if (signed.role() != route.role().get()) {
            throw Problem.of(Kind.FORBIDDEN, new Refusal("wrong-link", List.of()));
        }
        return route.handler().answer(new Route.Call(request, Optional.of(signIn.caller(signed))));
    }

    /**
     * The token in a cookie, which a browser sends whoever leads it there: it counts where a page only shows something, and
     * where one of our own forms asks.
     */
    private static Optional<String> carried(Request request, Route route) {
        var harmless = route.method().equals("GET") || request.sameOrigin();
        return route.page() && harmless ? request.cookie(route.role().orElseThrow()) : Optional.empty();
    }

    private Problem wayOut(Request request) {
        var methods = routes.stream()
                .filter(route -> route.match(request.path()).isPresent())
                .map(Route::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return methods.isEmpty()
                ? Problem.notFound()
                : Problem.of(Kind.METHOD_NOT_ALLOWED, "This address takes %s.".formatted(methods));
    }

    private static Response refusal(Problem problem, Request request, boolean page) {
        return page && !request.wantsJson()
                ? Pages.refusal(View.of(request), problem, Form.written(request))
                : problem.asResponse("urn:request:" + request.id(), page ? request.words() : Words.ENGLISH);
    }

    private void log(Request request, Optional<Found> found, Response response, Instant started) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("request", request.id());
        fields.put("route", name(found));
        fields.put("status", response.status());
        fields.put("ms", Duration.between(started, clock.instant()).toMillis());
        found.map(it -> it.parameters().get("drill")).filter(Log::isId).ifPresent(drill -> fields.put("drill", drill));
        Log.info("request", fields);
    }

    private static String name(Optional<Found> found) {
        return found.map(it -> it.route().operationId()).orElse("none");
    }
}
