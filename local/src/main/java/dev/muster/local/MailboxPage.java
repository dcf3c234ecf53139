package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.muster.web.View;
import dev.muster.web.Words;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows the mailbox in a browser and as JSON, under an address that only its owner knows. */
final class MailboxPage {

    private static final int MOST_SHOWN = 200;

    private static final String REFRESHING =
            " hx-get=\"\" hx-trigger=\"every 5s\" hx-select=\"#mails\" hx-swap=\"outerHTML\"";
    private static final Words.Book WORDS = Words.Book.beside(MailboxPage.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --mark: #b3261e; }
            * { box-sizing: border-box; }
            body { background: Canvas; color: CanvasText; margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
            .exercise { margin: 0; padding: .5rem 1rem; background: var(--mark); color: #fff; font-weight: 700;
              text-align: center; letter-spacing: .1em; }
            header, main { max-width: 46rem; margin: 0 auto; padding: .5rem 1rem; }
            h1 { font-size: 1.4rem; margin: .5rem 0; }
            nav a, .refresh { display: inline-block; min-height: 2rem; padding: .25rem .6rem; margin: 0 .25rem .25rem 0;
              border: 1px solid var(--line); border-radius: 1rem; text-decoration: none; color: inherit; }
            nav a[aria-current] { background: CanvasText; color: Canvas; }
            article { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
            article h2 { font-size: 1.05rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
            .about { margin: 0 0 .5rem; font-size: .875rem; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
            .channel { text-transform: uppercase; font-size: .75rem; border: 1px solid; border-radius: .25rem;
              padding: 0 .3rem; }
            """;

    private final Mailbox mailbox;
    private final String path;
    private final Pattern link;

    /**
     * @param path of the page, without a closing slash
     * @param baseUrl of the API; only addresses under it are made links
     */
    MailboxPage(Mailbox mailbox, String path, String baseUrl) {
        this.mailbox = mailbox;
        this.path = path;
        this.link = Pattern.compile(Pattern.quote(Escaped.xml(baseUrl)) + "/[A-Za-z0-9._~/?=%:@+-]*[A-Za-z0-9_~/=-]");
    }

    /** The page's addresses. */
    List<String> paths() {
        return List.of(path, stylePath(), jsonPath());
    }

    private String stylePath() {
        return path + "/style.css";
    }

    private String jsonPath() {
        return path + "/mailbox.json";
    }

    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain; charset=utf-8", "Only GET");
            } else if (asked.equals(path)) {
                var look = new Look(words(exchange), query(exchange, "member"), refreshes(exchange));
                send(exchange, 200, "text/html; charset=utf-8", page(look));
            } else if (asked.equals(stylePath())) {
                send(exchange, 200, "text/css; charset=utf-8", STYLE);
            } else {
                send(exchange, 200, "application/json", json(query(exchange, "member")));
            }
        }
    }

    private static boolean refreshes(HttpExchange exchange) {
        return !query(exchange, "refresh").equals(Optional.of("off"));
    }

    private List<Mail> mails(Optional<String> member) {
        return member.map(mailbox::mailsFor).orElseGet(mailbox::mails);
    }

    private String json(Optional<String> member) {
        var list = JSON.createArrayNode();
        mails(member).forEach(mail -> list.add(Mailbox.json(mail)));
        return list.toString();
    }

    /**
     * How somebody looks at the page.
     *
     * @param member whose messages; empty = everybody's
     */
    private record Look(Words words, Optional<String> member, boolean refreshes) {

        String say(String key, Object... facts) {
            return Escaped.xml(words.say("mailbox." + key, facts));
        }
    }

    private static Words words(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .map(WORDS::preferred)
                .orElse(WORDS.english());
    }

    private String page(Look look) {
        var assets = new View(look.words(), "");
        var mails = mails(look.member()).reversed();
        var shown = mails.stream()
                .limit(MOST_SHOWN)
                .map(mail -> article(look, mail))
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}'>
                <title>EXERCISE %s</title>
                <link rel="icon" href="/%s">
                <link rel="stylesheet" href="%s">
                <script src="/%s" defer></script>
                </head>
                <body>
                <p class="exercise" role="note">EXERCISE EXERCISE EXERCISE</p>
                <header>
                <h1>%s</h1>
                <p>%s %s</p>
                <nav aria-label="%s">%s</nav>
                </header>
                <main id="mails"%s>
                %s</main>
                <p class="exercise">EXERCISE EXERCISE EXERCISE</p>
                </body>
                </html>
                """.formatted(
                        look.words().language(),
                        look.say("title"),
                        assets.asset("icon.svg"),
                        stylePath(),
                        assets.asset("htmx.min.js"),
                        look.say("title"),
                        look.say("about"),
                        refreshSwitch(look),
                        look.say("recipients"),
                        recipients(look),
                        look.refreshes() ? REFRESHING : "",
                        shown.isEmpty() ? "<p>" + look.say("empty") + "</p>\n" : shown + rest(look, mails.size()));
    }

    private String refreshSwitch(Look look) {
        return "<a class=\"refresh\" href=\"" + address(look.member(), look.refreshes()) + "\">"
                + look.say(look.refreshes() ? "stop-refreshing" : "refresh") + "</a>";
    }

    private String recipients(Look look) {
        var everybody = recipient(look.say("everybody"), Optional.empty(), look.member());
        return mailbox.members().stream()
                .map(member -> recipient(
                        member.isEmpty() ? look.say("nobody") : Escaped.xml(member),
                        Optional.of(member),
                        look.member()))
                .collect(Collectors.joining("", everybody, ""));
    }

    /** @param name safe in markup */
    private String recipient(String name, Optional<String> member, Optional<String> chosen) {
        var current = member.equals(chosen) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + address(member, false) + "\"" + current + ">" + name + "</a>";
    }

    private String address(Optional<String> member, boolean stopsRefreshing) {
        var query = new StringBuilder();
        member.ifPresent(m -> query.append("?member=").append(URLEncoder.encode(m, UTF_8)));
        if (stopsRefreshing) {
            query.append(query.isEmpty() ? "?" : "&amp;").append("refresh=off");
        }
        return path + query;
    }

    /** In this machine's zone: the mailbox is read by whoever sits at it. */
    private String article(Look look, Mail mail) {
        return """
                <article>
                <h2>%s</h2>
                <p class="about"><span class="channel">%s</span> %s, <time datetime="%s">%s</time></p>
                <p class="text">%s</p>
                </article>
                """.formatted(
                        Escaped.xml(mail.subject()),
                        Escaped.xml(mail.channel()),
                        look.say("to", mail.member()),
                        mail.sentAt(),
                        Escaped.xml(look.words().dateAndTime(mail.sentAt(), ZoneId.systemDefault())),
                        linked(mail.text()));
    }

    private String linked(String text) {
        return link.matcher(Escaped.xml(text))
                .replaceAll("<a href=\"$0\" target=\"_blank\" rel=\"noopener noreferrer\">$0</a>");
    }

    private static String rest(Look look, int count) {
        return count > MOST_SHOWN ? "<p>" + look.say("older", count - MOST_SHOWN) + "</p>\n" : "";
    }

    private static Optional<String> query(HttpExchange exchange, String name) {
        var raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (var pair : raw.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), UTF_8));
            }
        }
        return Optional.empty();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Vary", "Accept-Language");
        LocalServices.send(exchange, status, type, body);
    }
}
