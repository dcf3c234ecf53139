package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path whose parameters stand in braces, matched segment by segment as API Gateway does. */
record RoutePattern(String method, List<String> segments) {

    static RoutePattern of(String method, String path) {
        return new RoutePattern(method.toUpperCase(java.util.Locale.ROOT), List.of(path.split("/", -1)));
    }

    /** The route key, like {@code GET /drills/{drill}}. */
    String key() {
        return method + " " + String.join("/", segments);
    }

    /** The path parameters, decoded; empty where the request is another route's. */
    Optional<Map<String, String>> match(String requestMethod, String rawPath) {
        var parts = rawPath.split("/", -1);
        if (!method.equals(requestMethod) || parts.length != segments.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < parts.length; i++) {
            if (isParameter(segments.get(i)) && !parts[i].isEmpty()) {
                parameters.put(nameOf(segments.get(i)), decode(parts[i]));
            } else if (!segments.get(i).equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Whether no request could tell the two apart. */
    boolean sameRequestsAs(RoutePattern other) {
        if (!method.equals(other.method) || segments.size() != other.segments.size()) {
            return false;
        }
        for (var i = 0; i < segments.size(); i++) {
            var bothParameters = isParameter(segments.get(i)) && isParameter(other.segments.get(i));
            if (!bothParameters && !segments.get(i).equals(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of two routes that match, the one with the first literal segment wins. */
    boolean moreSpecificThan(RoutePattern other) {
        for (var i = 0; i < segments.size(); i++) {
            if (isParameter(segments.get(i)) != isParameter(other.segments.get(i))) {
                return isParameter(other.segments.get(i));
            }
        }
        return false;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String nameOf(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /** Percent signs only: a plus in a path is a plus. */
    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
