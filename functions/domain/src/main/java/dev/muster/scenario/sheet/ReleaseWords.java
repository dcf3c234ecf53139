package dev.muster.scenario.sheet;

import java.util.List;
import java.util.Optional;

/** What the field calls the kinds of events. */
enum ReleaseWords {
    SCRIPTED(
            "scripted",
            "key event",
            "key",
            "key inject",
            "contextual",
            "contextual inject",
            "administrative",
            "admin",
            "information",
            "info",
            "inject",
            "planned",
            "scheduled",
            "timed",
            "event",
            "standard",
            "message",
            "milestone",
            "schlüsselereignis",
            "einlage",
            "geplant"),
    CONTINGENCY(
            "contingency",
            "contingency inject",
            "contingent",
            "conditional",
            "if needed",
            "if required",
            "bedingt",
            "bei bedarf",
            "eventualeinlage"),
    REACTIVE("reactive"),
    /** An action that the players should take: in their sheets it stands on the timeline, but nobody delivers it. */
    EXPECTED_ACTION(
            "expected action",
            "expected player action",
            "expected action event",
            "expected actions",
            "player action",
            "erwartete handlung",
            "erwartete maßnahme"),
    READY(
            "ready to fire",
            "ad hoc",
            "adhoc",
            "spontaneous",
            "improvised",
            "optional",
            "as needed",
            "on demand",
            "on call",
            "controller discretion",
            "at controller discretion",
            "dynamic",
            "free play",
            "spare",
            "reserve",
            "backup",
            "tbd",
            "when ready");

    private final List<String> names;

    ReleaseWords(String... names) {
        this.names = List.of(names);
    }

    /** What the whole text says, or else a word in it, the more special kinds first. */
    static Optional<ReleaseWords> find(String text) {
        var plain = Words.plain(text);
        var kinds = List.of(EXPECTED_ACTION, CONTINGENCY, REACTIVE, READY, SCRIPTED);
        return kinds.stream()
                .filter(kind -> kind.names.contains(plain))
                .findFirst()
                .or(() -> kinds.stream()
                        .filter(kind -> Words.mentions(plain, kind.names))
                        .findFirst());
    }
}
