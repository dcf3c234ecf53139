package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.io.RecordJson;
import dev.muster.scenario.AttachmentType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What goes back. Each kind of content brings the headers that keep it harmless; nothing is stored by anybody on the way
 * unless it says so.
 *
 * @param headers names in lower case
 * @param base64 whether the body is bytes, written in Base64
 */
record Response(int status, Map<String, String> headers, String body, boolean base64) {

    private static final String COOKIE = "set-cookie";
    private static final String NOTHING_AT_ALL = "default-src 'none'; frame-ancestors 'none'";

    Response {
        headers = Map.copyOf(headers);
    }

    static Response json(int status, JsonNode body) {
        return json(status, RecordJson.text(body, false));
    }

    /** @param body a JSON text */
    static Response json(int status, String body) {
        return of(status, "application/json", NOTHING_AT_ALL, body);
    }

    static Response empty(int status) {
        return json(status, "");
    }

    /** @param policy the content security policy of the page */
    static Response page(int status, String html, String policy) {
        return of(status, "text/html; charset=utf-8", policy, html);
    }

    /** A style sheet or a script, whose address names its content: whoever has it may keep it for good. */
    static Response asset(String mediaType, String text) {
        return of(200, mediaType, NOTHING_AT_ALL, text).with("cache-control", "public, max-age=31536000, immutable");
    }

    /** Leads a browser on after a form, so that a reload sends nothing again. */
    static Response seeOther(String address) {
        return of(303, "text/plain; charset=utf-8", NOTHING_AT_ALL, "").with("location", address);
    }

    /** An attachment, which may be kept by whoever it was sent to. */
    static Response file(AttachmentType type, String name, byte[] content) {
        var shown = type.isPicture() || type == AttachmentType.TEXT ? "inline" : "attachment";
        var file = of(200, type.mediaType(), NOTHING_AT_ALL + "; sandbox", "")
                .with("content-disposition", "%s; filename=\"%s\"".formatted(shown, name))
                .with("cache-control", "private, max-age=3600");
        return new Response(200, file.headers(), Base64.getEncoder().encodeToString(content), true);
    }

    private static Response of(int status, String contentType, String policy, String body) {
        var headers = new TreeMap<String, String>();
        headers.put("content-type", contentType);
        headers.put("content-security-policy", policy);
        headers.put("x-content-type-options", "nosniff");
        headers.put("referrer-policy", "no-referrer");
        headers.put("cross-origin-resource-policy", "same-origin");
        headers.put("cache-control", "no-store");
        return new Response(status, headers, body, false);
    }

    Response with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body, base64);
    }

    /** Hands the browser a cookie. */
    Response withCookie(String cookie) {
        return with(COOKIE, cookie);
    }

    /** The gateway takes cookies apart from the other headers. */
    Map<String, String> withoutCookie() {
        var others = new TreeMap<>(headers);
        others.remove(COOKIE);
        return others;
    }

    Optional<String> cookie() {
        return Optional.ofNullable(headers.get(COOKIE));
    }

    Response as(String contentType) {
        return with("content-type", contentType);
    }

    /**
     * Lets whoever has seen the same ask in vain.
     *
     * @param seen what makes the answer this answer; weak, because the drill's clock in it may have run on
     */
    Response tagged(JsonNode seen) {
        return with("etag", "W/\"%s\"".formatted(digest(RecordJson.text(seen, false))));
    }

    /** Nothing but the tag, if the asker has seen this very answer. */
    Response unlessSeen(String ifNoneMatch) {
        var tag = headers.get("etag");
        if (tag == null || ifNoneMatch == null || status != 200 || !matches(ifNoneMatch, tag)) {
            return this;
        }
        return new Response(304, headers, "", false);
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        for (var candidate : ifNoneMatch.split(",")) {
            if (candidate.strip().equals("*") || opaque(candidate.strip()).equals(opaque(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
