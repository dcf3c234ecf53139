package dev.muster.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a trainer or a leader go from page to page without the token in every address. It counts on pages alone, and where
 * a form changes something only if the form stands on a page of ours; the API takes the token in a header, where no other
 * site can put it. Whoever follows a link in a web mailer comes from another site: the cookie that the link's page sets must
 * travel along to the page that it leads to, and what such a way leads to only shows something. Each role has its own, so that one browser can be both.
 */
final class SessionCookie {

    private static final String PREFIX = "muster-";

    private SessionCookie() {}

    /** @param base the public URL of the API; if it is not known, the API is its host's root and has TLS */
    static String of(Role role, String token, Optional<String> base) {
        return "%s%s=%s; %s".formatted(PREFIX, role.label(), token, attributes(base));
    }

    /** Makes the browser forget the token. */
    static String ended(Role role, Optional<String> base) {
        return of(role, "", base) + "; Max-Age=0";
    }

    private static String attributes(Optional<String> base) {
        var secure = base.filter(url -> url.startsWith("http://")).isEmpty() ? "; Secure" : "";
        var path = base.map(url -> URI.create(url).getPath()).orElse("");
        return "Path=%s/; HttpOnly; SameSite=Lax%s".formatted(path, secure);
    }

    /** The token in the cookies that a browser sends. */
    static Optional<String> token(String cookies, Role role) {
        var name = PREFIX + role.label();
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .filter(token -> !token.isBlank())
                .findFirst();
    }
}
