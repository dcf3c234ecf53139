package dev.muster.scenario.sheet;

import java.util.List;

/**
 * What the columns of an MSEL mean, and how the field calls them. The names come from the columns that trainers' sheets
 * have, from HSEEP's forms and from their German kin; where one could mean two things, the first of these constants takes
 * it. The last ones are Muster's own, in what it exports.
 */
enum MselColumn {
    /** Muster's own inject id, to be kept as it is. */
    ID("inject id", "muster id"),
    NUMBER(
            "event #", "event no", "event number", "inject #", "inject no", "inject number", "msel #", "msel no",
            "msel number", "seq no", "seq #", "seq", "sequence", "sequence no", "sequence number", "serial",
            "serial no", "serial #", "ser", "no", "#", "nr", "lfd nr", "lfdnr", "number", "nummer", "item", "item no",
            "id", "ref", "ref no", "reference"),
    /** Since the start of the drill, whatever the value looks like. */
    ELAPSED(
            "time after startex", "elapsed time", "exercise elapsed time", "time elapsed", "time from startex",
            "time since startex", "relative time", "time offset", "offset", "elapsed", "elapsed minutes", "minute",
            "minutes", "t+", "h+", "time t+", "zeit ab beginn", "zeit nach beginn", "minuten"),
    DATE("date", "event date", "inject date", "exercise date", "day", "exercise day", "datum", "tag", "übungstag"),
    TIME(
            "event time", "scenario time", "inject time", "date time delivered", "delivery time", "time delivered",
            "scheduled time", "planned time", "time of inject", "exercise time", "start time", "time of event",
            "date time", "datetime", "dtg", "time", "when", "zeit", "uhrzeit", "zeitpunkt", "beginn", "start"),
    /** How long the players have. */
    MAXIMUM("maximum minutes", "maximum", "max minutes", "time limit", "respond within", "acknowledge within"),
    TYPE("inject type", "event type", "type of inject", "type of event", "type", "art", "typ"),
    MODE(
            "inject mode", "delivery method", "method of delivery", "mode of delivery", "delivery mode", "method",
            "mode", "delivery", "delivered via", "delivered by", "via", "channel", "medium", "media", "means",
            "means of delivery", "communication method", "inject method", "kanal", "weg", "übermittlung", "mittel"),
    FROM(
            "from", "originator", "sender", "inject from", "sent by", "from sender", "initiator", "initiated by",
            "source", "simulated by", "role player", "caller", "von", "absender", "quelle"),
    TO(
            "to", "recipient", "recipients", "recipient player", "recipient players", "receiving player",
            "receiving players", "receiver", "inject to", "addressee", "delivered to", "target", "target audience",
            "player", "players", "audience", "participants", "an", "empfänger", "adressat"),
    OUTCOME(
            "expected outcome", "expected outcomes", "expected outcome of player action", "expected participant response",
            "expected participant responses", "expected player response", "expected player action",
            "expected player actions", "expected response", "expected responses", "expected action",
            "expected actions", "anticipated response", "anticipated action", "anticipated actions",
            "anticipated player action", "desired outcome", "expected result", "erwartete reaktion",
            "erwartete reaktionen", "erwartete maßnahme", "erwartete maßnahmen", "erwartetes ergebnis"),
    LEARNING("learning points", "learning point", "teaching points", "lessons", "lernpunkte", "lernziele", "lernziel"),
    OBJECTIVES(
            "objectives", "objective", "exercise objective", "exercise objectives", "related objective",
            "capabilities tested", "capability tested", "core capability", "core capabilities", "capabilities",
            "capability", "target capability", "target capabilities", "ziele", "ziel", "übungsziel", "übungsziele"),
    CONTROLLER(
            "responsible controller", "controller", "controllers", "lead controller", "exercise controller",
            "responsible", "simcell", "sim cell", "control staff", "übungsleitung", "leitung", "verantwortlich",
            "einspieler"),
    TEXT(
            "inject description", "event description", "message text", "inject text", "message", "description",
            "inject message", "inject script", "script", "inject details", "event details", "details", "content",
            "narrative", "inject", "event", "scenario event", "meldung", "beschreibung", "einlage", "einspielung",
            "lagemeldung", "inhalt", "text"),
    TITLE(
            "title", "inject title", "event title", "event name", "inject name", "subject", "headline",
            "short description", "summary", "inject", "event", "name", "titel", "betreff", "ereignis", "kurztitel",
            "stichwort"),
    STEPS("plan steps", "expected plan steps", "expects"),
    CONDITION("condition"),
    DELAY("delay"),
    OPTIONS("options"),
    ATTACHMENTS("attachments"),
    FAULT("fault status"),
    JUMP("time jump"),
    CUSTOMER("simulated customer"),
    FURTHER("further fields");

    /** A row that names fewer columns than these is no header. */
    static final int FEWEST = 3;

    static final Headings<MselColumn> HEADINGS = Headings.of(MselColumn.class, column -> column.names);

    private final List<String> names;

    MselColumn(String... names) {
        this.names = List.of(names);
    }
}
