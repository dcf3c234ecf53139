package dev.muster.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    static Response responder(ResponderPage page, View view) {
        return page(200, view, "responder.jte", Map.of("page", page));
    }

    static Response join(JoinPage page, View view) {
        return page(200, view, "join.jte", Map.of("page", page));
    }

    /** What somebody reads who has left a device that others use. */
    static Response left(View view) {
        return notice(view, view.say("left.title"), view.say("left.text"));
    }

    static Response leader(int status, View view, LeaderPage page) {
        return page(status, view, "leader.jte", Map.of("page", page));
    }

    static Response signedOut(View view) {
        return notice(view, view.say("sign-out.done"), view.say("sign-out.done-words"));
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

    static Response links(int status, View view, LinksPage page) {
        return page(status, view, "links.jte", Map.of("page", page));
    }

    static Response console(int status, View view, ConsolePage page) {
        return page(status, view, "console.jte", Map.of("page", page));
    }

    /** @param written what somebody had typed, so that nothing is lost */
    static Response refusal(View view, Problem problem, List<String> written) {
        var words = view.words();
        return page(
                problem.kind().status(),
                view,
                "refusal.jte",
                Map.of("title", problem.title(words), "why", problem.reasons(words), "written", written));
    }

    static Response report(String html) {
        return Response.page(200, html, REPORT_POLICY);
    }

    private static Response notice(View view, String title, String words) {
        return page(200, view, "notice.jte", Map.of("title", title, "words", words));
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
