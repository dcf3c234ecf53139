package dev.muster.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages that people open by a link. No scripts, no other host, nothing inline but the one style sheet; pictures are attachments. */
final class Pages {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.muster.web.templates");
    private static final String STYLES = resource("page.css");
    private static final String SCENARIO_STYLES = STYLES + resource("scenario.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A report is one file with its pictures and styles in it, and without scripts. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

    private Pages() {}

    /** @param token the last part of the page's address, behind which its pictures lie */
    static Response responder(MyDrill mine, String token, Instant now) {
        return page(200, "responder.jte", Map.of("page", ResponderPage.of(mine, token, now)), STYLES);
    }

    static Response signedIn(Caller.Account account, PageLink... links) {
        return notice(
                200,
                "Signed in as " + account.role().label(),
                List.of(
                        "This link is your key: keep it to yourself. Its last part is the bearer token of the API.",
                        "The API is described at /api/v1/openapi.json. Send the token as 'Authorization: Bearer …'.",
                        "Opening this page changes nothing."),
                List.of(links));
    }

    static Response scenarios(ScenarioList list) {
        return page(200, "scenarios.jte", Map.of("list", list), SCENARIO_STYLES);
    }

    static Response scenario(ScenarioPage page) {
        return page(200, "scenario.jte", Map.of("page", page), SCENARIO_STYLES);
    }

    static Response refusal(Problem problem) {
        return notice(problem.kind().status(), problem.kind().title(), List.of(problem.getMessage()), List.of());
    }

    static Response report(String html) {
        return Response.page(200, html, REPORT_POLICY);
    }

    private static Response notice(int status, String title, List<String> paragraphs, List<PageLink> links) {
        return page(status, "notice.jte", Map.of("title", title, "paragraphs", paragraphs, "links", links), STYLES);
    }

    private static Response page(int status, String template, Map<String, Object> content, String styles) {
        var parameters = new HashMap<>(content);
        parameters.put("styles", styles);
        var html = new StringOutput();
        TEMPLATES.render(template, parameters, html);
        return Response.page(status, html.toString(), POLICY.formatted(sha256(styles)));
    }

    static String resource(String name) {
        try (var in = Pages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
