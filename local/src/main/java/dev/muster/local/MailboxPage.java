package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows the mailbox in a browser and as JSON, under an address that only its owner knows. */
final class MailboxPage {

    private static final int MOST_SHOWN = 200;
    /** In this machine's zone: the mailbox is read by whoever sits at it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz").withZone(ZoneId.systemDefault());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --mark: #b3261e; }
            * { box-sizing: border-box; }
            body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
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

    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain; charset=utf-8", "Only GET");
            } else if (asked.equals(path)) {
                send(exchange, 200, "text/html; charset=utf-8", page(query(exchange, "member"), refreshes(exchange)));
            } else if (asked.equals(path + "/style.css")) {
                send(exchange, 200, "text/css; charset=utf-8", STYLE);
            } else if (asked.equals(path + "/mailbox.json")) {
                send(exchange, 200, "application/json", json(query(exchange, "member")));
            } else {
                send(exchange, 404, "text/plain; charset=utf-8", "Not found");
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

    private String page(Optional<String> member, boolean refreshes) {
        var mails = mails(member).reversed();
        var shown = mails.stream().limit(MOST_SHOWN).map(this::article).collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s<title>EXERCISE mailbox</title>
                <link rel="stylesheet" href="%s/style.css">
                </head>
                <body>
                <p class="exercise">EXERCISE EXERCISE EXERCISE</p>
                <header>
                <h1>Mailbox</h1>
                <p>What people of this machine's drills received, the newest first. %s</p>
                <nav aria-label="Recipients">%s</nav>
                </header>
                <main>
                %s</main>
                <p class="exercise">EXERCISE EXERCISE EXERCISE</p>
                </body>
                </html>
                """.formatted(
                        refreshes ? "<meta http-equiv=\"refresh\" content=\"5\">\n" : "",
                        path,
                        refreshSwitch(member, refreshes),
                        recipients(member),
                        shown.isEmpty() ? "<p>Nothing has been sent yet.</p>\n" : shown + rest(mails.size()));
    }

    private String refreshSwitch(Optional<String> member, boolean refreshes) {
        return "<a class=\"refresh\" href=\"" + address(member, refreshes) + "\">"
                + (refreshes ? "Stop refreshing" : "Refresh every 5 seconds") + "</a>";
    }

    private String recipients(Optional<String> chosen) {
        var everybody = recipient("Everybody", Optional.empty(), chosen);
        return mailbox.members().stream()
                .map(member -> recipient(member.isEmpty() ? "(nobody named)" : member, Optional.of(member), chosen))
                .collect(Collectors.joining("", everybody, ""));
    }

    private String recipient(String name, Optional<String> member, Optional<String> chosen) {
        var current = member.equals(chosen) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + address(member, false) + "\"" + current + ">" + Escaped.xml(name) + "</a>";
    }

    private String address(Optional<String> member, boolean stopsRefreshing) {
        var query = new StringBuilder();
        member.ifPresent(m -> query.append("?member=").append(URLEncoder.encode(m, UTF_8)));
        if (stopsRefreshing) {
            query.append(query.isEmpty() ? "?" : "&amp;").append("refresh=off");
        }
        return path + query;
    }

    private String article(Mail mail) {
        return """
                <article>
                <h2>%s</h2>
                <p class="about"><span class="channel">%s</span> to %s, <time datetime="%s">%s</time></p>
                <p class="text">%s</p>
                </article>
                """.formatted(
                        Escaped.xml(mail.subject()),
                        Escaped.xml(mail.channel()),
                        Escaped.xml(mail.member()),
                        mail.sentAt(),
                        TIME.format(mail.sentAt()),
                        linked(mail.text()));
    }

    private String linked(String text) {
        return link.matcher(Escaped.xml(text))
                .replaceAll("<a href=\"$0\" target=\"_blank\" rel=\"noopener noreferrer\">$0</a>");
    }

    private static String rest(int count) {
        return count > MOST_SHOWN ? "<p>" + (count - MOST_SHOWN) + " older messages are not shown.</p>\n" : "";
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
                "default-src 'none'; style-src 'self'; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        LocalServices.send(exchange, status, type, body);
    }
}
