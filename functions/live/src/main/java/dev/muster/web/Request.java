package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What comes in.
 *
 * @param path as the caller wrote it, percent signs and all
 * @param parameters what stands in the path's braces, decoded
 * @param query the parameters after the question mark, decoded; of several of one name, joined by commas
 * @param headers names in lower case
 * @param origin scheme and host under which the caller reached us
 */
record Request(
        String id,
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        boolean base64,
        String origin) {

    /** The largest body, in bytes. */
    static final int MAX_BODY = 256 * 1024;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");

    Request withParameters(Map<String, String> found) {
        return new Request(id, method, path, Map.copyOf(found), query, headers, body, base64, origin);
    }

    /** The same request with this as its body, sent under this key. */
    Request withJson(JsonNode json, String key) {
        var others = new HashMap<>(headers);
        others.put("content-type", "application/json");
        others.put("idempotency-key", key);
        return new Request(id, method, path, parameters, query, others, json.toString(), false, origin);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    /** The signed link's token: in the path of a link, otherwise in the Authorization header. */
    Optional<String> token() {
        return Optional.ofNullable(parameters.get("token")).or(() -> header("authorization")
                .map(BEARER::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1)));
    }

    /** The token that the browser of somebody in this role carries from page to page. */
    Optional<String> cookie(Role role) {
        return header("cookie").flatMap(cookies -> SessionCookie.token(cookies, role));
    }

    /** Whether a form of our own pages sent it, as far as a browser says: another site's form says otherwise or nothing. */
    boolean sameOrigin() {
        return header("sec-fetch-site")
                .map("same-origin"::equals)
                .or(() -> header("origin").map(sender -> host(sender).equals(host(origin))))
                .orElse(false);
    }

    private static String host(String origin) {
        return origin.substring(origin.indexOf("://") + 1);
    }

    /** Whether a browser's form sent it, rather than a program. */
    boolean isForm() {
        return header("content-type")
                .filter(type -> type.startsWith(Form.MEDIA_TYPE))
                .isPresent();
    }

    /** Whether a script of ours asks, which shows the answer in the page itself. */
    boolean wantsJson() {
        return header("accept")
                .filter(types -> types.startsWith("application/json"))
                .isPresent();
    }

    /** The words of the language that the caller likes best. */
    Words words() {
        return header("accept-language").map(Words::preferred).orElse(Words.ENGLISH);
    }

    /** The key under which the caller repeats this request; empty if there is none, or none of the form of a key. */
    Optional<String> optionalKey() {
        return sentKey().filter(key -> KEY.matcher(key).matches());
    }

    private Optional<String> sentKey() {
        return isForm() ? Form.of(this).one(Form.KEY) : header("idempotency-key");
    }

    /** The key under which the caller repeats this request. */
    String key() {
        return optionalKey()
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.MALFORMED,
                        sentKey().isPresent()
                                ? "The header Idempotency-Key has 1 to 64 letters, digits, hyphens or underscores."
                                : "The header Idempotency-Key is missing. Send a new one (a UUID, say) with each new"
                                        + " request and the same one when you repeat it, so that it counts once."));
    }

    boolean hasBody() {
        return body != null && !body.isEmpty();
    }

    /** The body as text. */
    String text() {
        if (!hasBody()) {
            return "";
        }
        if (body.length() > MAX_BODY * 2) {
            throw tooLarge();
        }
        var bytes = base64 ? decoded() : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BODY) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.MALFORMED, "The body is not UTF-8.");
        }
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.MALFORMED, "The body is not Base64.");
        }
    }

    private static Problem tooLarge() {
        return Problem.of(Problem.Kind.TOO_LARGE, new Refusal("too-large", List.of(MAX_BODY)));
    }
}
