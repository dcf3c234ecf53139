package dev.muster.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a trainer go from page to page without the token in every address. The browser sends it to the pages under
 * {@code /scenarios} alone, which change nothing; whatever changes something takes the token in a header, where no other
 * site can put it.
 */
final class SessionCookie {

    private static final String NAME = "muster";

    private SessionCookie() {}

    /** @param base the public URL of the API; if it is not known, the API is its host's root and has TLS */
    static String of(String token, Optional<String> base) {
        var secure = base.filter(url -> url.startsWith("http://")).isEmpty() ? "; Secure" : "";
        var path = base.map(url -> URI.create(url).getPath()).orElse("");
        return "%s=%s; Path=%s/scenarios; HttpOnly; SameSite=Strict%s".formatted(NAME, token, path, secure);
    }

    /** The token in the cookies that a browser sends. */
    static Optional<String> token(String cookies) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(NAME + "="))
                .map(cookie -> cookie.substring(NAME.length() + 1))
                .filter(token -> !token.isBlank())
                .findFirst();
    }
}
