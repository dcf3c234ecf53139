package dev.muster.report;

import dev.muster.scoring.Debriefing;
import dev.muster.scoring.ReportRenderer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The after-action report as one HTML page that loads nothing: no script, no picture, no font from elsewhere. */
public final class HtmlReport implements ReportRenderer {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.muster.report.templates");

    private final String style = style();

    /** The policy names the one style sheet by its hash; everything else is forbidden, inline styles of elements too. */
    private final String policy =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'".formatted(hash(style));

    @Override
    public byte[] render(Debriefing debriefing) {
        var page = new StringOutput(200_000);
        TEMPLATES.render("report.jte", new PageComposer(debriefing).compose(style, policy), page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String style() {
        try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
