package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

/** What the columns of a table of steps mean, and how crisis plans call them. */
enum StepColumn {
    NUMBER("no", "#", "nr", "lfd nr", "step no", "step #", "step number", "number", "nummer", "id", "ref", "item", "pos"),
    PHASE("phase", "stage", "phase of the response", "section", "abschnitt"),
    TITLE(
            "action", "task", "step", "measure", "activity", "action item", "action to take", "what", "what to do", "to do",
            "todo", "checklist item", "checklist", "requirement", "maßnahme", "maßnahmen", "aufgabe", "aufgaben", "aktion",
            "schritt", "tätigkeit", "was", "was ist zu tun", "actions", "tasks", "steps", "item", "title", "titel"),
    OWNER(
            "owner", "responsible", "responsibility", "responsible role", "responsible person", "who", "lead", "assigned to",
            "assignee", "role", "action owner", "accountable", "by whom", "in charge", "department", "verantwortlich",
            "verantwortung", "verantwortlicher", "zuständig", "zuständigkeit", "wer", "durch wen", "rolle", "funktion",
            "abteilung"),
    DEADLINE(
            "deadline", "due", "due by", "due within", "within", "target time", "time limit", "time target", "time", "timing",
            "when", "by when", "time frame", "timeframe", "timescale", "target", "sla", "complete within", "frist", "zeit",
            "bis wann", "wann", "zeitvorgabe", "zielzeit", "zeitrahmen", "termin", "dauer"),
    CHANNEL(
            "channel", "channels", "medium", "media", "communication channel", "tool", "tools", "via", "means", "kanal", "kanäle",
            "medien", "kommunikationskanal", "mittel", "weg"),
    AUDIENCE("audience", "target audience", "target group", "to whom", "stakeholder", "stakeholders", "recipients", "zielgruppe", "an wen", "empfänger", "adressat", "adressaten"),
    CRITICAL("critical", "must", "mandatory", "required", "key step", "kritisch", "pflicht", "muss", "zwingend", "critical step"),
    EVIDENCE("evidence", "proof", "proof of completion", "output", "deliverable", "result", "record", "nachweis", "ergebnis", "beleg", "dokumentation"),
    PRACTICE("practice", "practices", "praxis", "muster practice"),
    PRIORITY("priority", "prio", "importance", "priorität", "wichtigkeit"),
    WEIGHT("weight", "points", "gewicht", "gewichtung", "punkte");

    /** A row that names fewer columns than these is no header. */
    static final int FEWEST = 2;

    static final Headings<StepColumn> HEADINGS = Headings.of(StepColumn.class, column -> column.names);

    private final List<String> names;

    StepColumn(String... names) {
        this.names = List.of(names);
    }
}
