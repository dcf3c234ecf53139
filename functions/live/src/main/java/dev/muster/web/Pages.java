package dev.muster.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages that people open by a link: nothing inline, and nothing from any other host; pictures are attachments. */
final class Pages {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.muster.web.templates");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A report is one file with its pictures and styles in it, and without scripts. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

    private Pages() {}

    /** @param token the last part of the page's address, behind which its pictures lie */
    static Response responder(View view, MyDrill mine, String token, Instant now) {
        return page(200, view, "responder.jte", Map.of("page", ResponderPage.of(mine, token, now)));
    }

    static Response signedIn(View view, Caller.Account account, PageLink... links) {
        return notice(
                200,
                view,
                view.say("signed-in." + account.role().label()),
                List.of(view.say("signed-in.key"), view.say("signed-in.api"), view.say("signed-in.harmless")),
                List.of(links));
    }

    static Response scenarios(View view, ScenarioList list) {
        return page(200, view, "scenarios.jte", Map.of("list", list));
    }

    static Response scenario(View view, ScenarioPage page) {
        return page(200, view, "scenario.jte", Map.of("page", page));
    }

    static Response drills(int status, View view, DrillsPage page) {
        return page(status, view, "drills.jte", Map.of("page", page));
    }

    static Response console(int status, View view, ConsolePage page) {
        return page(status, view, "console.jte", Map.of("page", page));
    }

    static Response refusal(View view, Problem problem) {
        var words = view.words();
        return notice(problem.kind().status(), view, problem.title(words), List.of(problem.detail(words)), List.of());
    }

    static Response report(String html) {
        return Response.page(200, html, REPORT_POLICY);
    }

    private static Response notice(int status, View view, String title, List<String> paragraphs, List<PageLink> links) {
        return page(status, view, "notice.jte", Map.of("title", title, "paragraphs", paragraphs, "links", links));
    }

    private static Response page(int status, View view, String template, Map<String, Object> content) {
        var parameters = new HashMap<>(content);
        parameters.put("view", view);
        var html = new StringOutput();
        TEMPLATES.render(template, parameters, html);
        return Response.page(status, html.toString(), POLICY).with("vary", "accept-language");
    }

    static String resource(String name) {
        try (var in = Pages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
