package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

/** What the columns of a table of message templates mean, and how crisis plans call them. */
enum TemplateColumn {
    TITLE(
            "template",
            "template name",
            "name",
            "title",
            "message",
            "purpose",
            "use",
            "vorlage",
            "titel",
            "bezeichnung",
            "anlass",
            "situation"),
    CHANNEL("channel", "medium", "media", "via", "kanal", "medien"),
    AUDIENCE(
            "audience",
            "target audience",
            "target group",
            "to",
            "recipient",
            "recipients",
            "to whom",
            "zielgruppe",
            "an",
            "an wen",
            "empfänger"),
    STEPS("for step", "steps", "step", "for steps", "used for", "action", "schritt", "maßnahme", "für schritt"),
    TEXT(
            "text",
            "body",
            "wording",
            "message text",
            "content",
            "template text",
            "draft",
            "copy",
            "message",
            "wortlaut",
            "inhalt",
            "formulierung",
            "mustertext");

    static final Headings<TemplateColumn> HEADINGS = Headings.of(TemplateColumn.class, column -> column.names);

    private final List<String> names;

    TemplateColumn(String... names) {
        this.names = List.of(names);
    }
}
