package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out of the words of a plan what proves a step. */
enum EvidenceWords {
    DECISION("decision", "decided", "entscheid", "beschluss"),
    ANSWER("answer", "reply", "replies", "antwort"),
    MESSAGE(
            "message",
            "statement",
            "post",
            "publish",
            "release",
            "announce",
            "notification",
            "mail",
            "letter",
            "page",
            "tweet",
            "stellungnahme",
            "mitteilung",
            "veroeffentlich",
            "schreiben",
            "posting",
            "meldung"),
    ACTION(
            "log",
            "record",
            "report",
            "protocol",
            "minutes",
            "confirm",
            "screenshot",
            "list",
            "entry",
            "ticket",
            "done",
            "form",
            "protokoll",
            "eintrag",
            "bestaetig",
            "liste",
            "vermerk",
            "formular",
            "photo",
            "foto");

    private final List<String> beginnings;

    EvidenceWords(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    static Optional<EvidenceWords> in(String text) {
        var words = Arrays.asList(Stems.plain(text).split("[^\\p{L}]+"));
        return Arrays.stream(values())
                .filter(kind ->
                        words.stream().anyMatch(word -> kind.beginnings.stream().anyMatch(word::startsWith)))
                .findFirst();
    }

    static String name(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Message message -> "a message";
            case Evidence.Answer answer -> "an answer";
            case Evidence.Action action -> "a report that it is done";
            case Evidence.Decision decision -> "a decision";
            case Evidence.Absence absence -> "what was sent";
            case Evidence.Records records -> "a look into records";
        };
    }
}
