package dev.muster.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.muster.local.LocalCloud;
import dev.muster.web.View;
import dev.muster.web.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody's visit to one of this module's pages: what was asked, and the answer to it. */
final class Visit {

    /** Answers a visit. */
    interface Page {
        void answer(Visit visit) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final Words.Book WORDS = Words.Book.beside(LocalCloud.class);
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.muster.start.templates");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int LARGEST_FORM = 8 * 1024;

    private final HttpExchange exchange;

    private Visit(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** A page that is only to be read. */
    static HttpHandler read(Page page) {
        return exchange -> answer(exchange, "GET", visit -> true, page);
    }

    /** A page to be read under a name of this machine alone: a site that points its own name here gets nothing. */
    static HttpHandler readHere(Page page) {
        return exchange -> answer(exchange, "GET", Visit::namesThisMachine, page);
    }

    /** What a form on a page of ours does. */
    static HttpHandler done(Page page) {
        return exchange -> answer(exchange, "POST", visit -> visit.namesThisMachine() && visit.fromOurPage(), page);
    }

    private static void answer(HttpExchange exchange, String method, Predicate<Visit> may, Page page)
            throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            if (!exchange.getRequestMethod().equals(method)) {
                visit.send(405, "text/plain; charset=utf-8", "Only " + method);
            } else if (!may.test(visit)) {
                visit.send(403, "text/plain; charset=utf-8", "Open the address that './muster up' printed.");
            } else {
                visit.attempt(page);
            }
        }
    }

    private void attempt(Page page) throws IOException {
        try {
            page.answer(this);
        } catch (RuntimeException e) {
            LOG.error(exchange.getRequestURI().getPath() + " cannot be shown", e);
            show(500, "broken.jte", Map.of());
        }
    }

    private boolean namesThisMachine() {
        return header("Host")
                .map(host -> URI.create("http://" + host).getHost())
                .filter(name -> NAMES_OF_THIS_MACHINE.contains(name.replaceAll("[\\[\\]]", "")))
                .isPresent();
    }

    /** As far as a browser says: another site's form says otherwise, or nothing. */
    private boolean fromOurPage() {
        return header("Sec-Fetch-Site")
                .map("same-origin"::equals)
                .or(() -> header("Origin")
                        .map(origin -> origin.equals("http://" + header("Host").orElse(""))))
                .orElse(false);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    View view() {
        var words = header("Accept-Language").map(WORDS::preferred).orElse(WORDS.english());
        var depth = exchange.getRequestURI()
                .getPath()
                .chars()
                .filter(one -> one == '/')
                .count();
        return new View(words, depth <= 1 ? "./" : "../".repeat((int) depth - 1));
    }

    /** A field of the form; empty text if it was not sent. */
    String field(String name) throws IOException {
        var form = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), UTF_8);
        for (var pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
            }
        }
        return "";
    }

    /** The body, if it has at most so many bytes. */
    Optional<byte[]> body(int most) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(most + 1);
        return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    }

    void with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    /** @param content what the template shows beside the view */
    void show(int status, String template, Map<String, Object> content) throws IOException {
        var parameters = new HashMap<>(content);
        parameters.put("view", view());
        var html = new StringOutput();
        TEMPLATES.render(template, parameters, html);
        send(status, "text/html; charset=utf-8", html.toString());
    }

    /** Leads the browser on after a form, so that a reload does nothing again. */
    void leadTo(String address) throws IOException {
        with("Location", address);
        send(303, "text/plain; charset=utf-8", "");
    }

    void send(int status, String mediaType, String text) throws IOException {
        with("Content-Type", mediaType);
        with("Content-Security-Policy", POLICY);
        with("X-Content-Type-Options", "nosniff");
        with("Referrer-Policy", "same-origin");
        with("Cache-Control", "no-store");
        with("Vary", "Accept-Language");
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
