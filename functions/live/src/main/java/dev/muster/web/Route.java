package dev.muster.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a route table: who may ask what, and who answers.
 *
 * @param path with parameters in braces, one whole segment each
 * @param role the role that may take it; empty if it needs no sign-in
 * @param operationId its name in the API's description and in the log
 */
record Route(String method, String path, Optional<Role> role, String operationId, Handler handler) {

    /** Answers a request. */
    interface Handler {
        Response answer(Call call);
    }

    /**
     * A request whose sender may make it.
     *
     * @param caller empty if the route needs no sign-in
     */
    record Call(Request request, Optional<Caller> caller) {

        Caller.Account account() {
            return (Caller.Account) caller.orElseThrow();
        }

        Caller.Joiner joiner() {
            return (Caller.Joiner) caller.orElseThrow();
        }

        Caller.Responder responder() {
            return (Caller.Responder) caller.orElseThrow();
        }
    }

    static Route of(String method, String path, Role role, String operationId, Handler handler) {
        return new Route(method, path, Optional.of(role), operationId, handler);
    }

    static Route open(String method, String path, String operationId, Handler handler) {
        return new Route(method, path, Optional.empty(), operationId, handler);
    }

    /** Whether people open it in a browser, so that its refusals are pages, too. */
    boolean page() {
        return !path.startsWith("/api/");
    }

    /** What stands in the braces; empty if the path is another one, or cannot be decoded. */
    Optional<Map<String, String>> match(String rawPath) {
        try {
            return matched(rawPath);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, String>> matched(String rawPath) {
        var mine = path.split("/", -1);
        var theirs = rawPath.split("/", -1);
        if (mine.length != theirs.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                parameters.put(mine[i].substring(1, mine[i].length() - 1), decoded(theirs[i]));
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Percent signs only: a plus in a path is a plus. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
