package dev.muster.web;

import dev.muster.drill.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form of a page sends: fields and their values, as a browser writes them without any script. */
record Form(Map<String, List<String>> fields) {

    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    /** Names the thing to be done, where one page has several forms. */
    static final String DO = "do";

    /** The key under which the form counts once, however often it is sent. */
    static final String KEY = "key";

    /** The fields of all pages into which people type more than a word. */
    private static final List<String> TYPED = List.of("text", "evidence", "reason", "what", "words");

    private static final int MAX_FIELDS = 200;

    /** @throws Problem if the request's body is no form, or is too large for one */
    static Form of(Request request) {
        var type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(MEDIA_TYPE)) {
            throw Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "Send a form as Content-Type: " + MEDIA_TYPE + ".");
        }
        var pairs = request.text().split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            throw Problem.of(Problem.Kind.TOO_LARGE, new Refusal("too-many-fields", List.of(MAX_FIELDS)));
        }
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /** What somebody typed into a form, without what the page itself put there; empty if it was no form. */
    static List<String> written(Request request) {
        if (!request.isForm()) {
            return List.of();
        }
        try {
            return TYPED.stream()
                    .flatMap(name -> of(request).one(name).stream())
                    .toList();
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    /** The first value of a field that says something. */
    Optional<String> one(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.MALFORMED, "The form is not written as browsers write forms.");
        }
    }
}
