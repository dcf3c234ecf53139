package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Phase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the phase behind the words of a plan. */
final class PhaseWords {

    /** By the beginnings of words. In this order: "crisis communication planning" is about planning last. */
    private static final Map<Phase, List<String>> CALLED = new LinkedHashMap<>();

    static {
        CALLED.put(
                Phase.PREPAREDNESS,
                List.of(
                        "prepared",
                        "preparation",
                        "readiness",
                        "prevention",
                        "before",
                        "vorbereit",
                        "vorsorge",
                        "praevent"));
        CALLED.put(
                Phase.RESOLUTION,
                List.of(
                        "resolution",
                        "recover",
                        "resolve",
                        "closure",
                        "close",
                        "after",
                        "follow",
                        "review",
                        "restor",
                        "lessons",
                        "end",
                        "wiederherstell",
                        "nachbereit",
                        "abschluss",
                        "erholung",
                        "nachsorge",
                        "ende"));
        CALLED.put(
                Phase.COMMUNICATION, List.of("communicat", "kommunikat", "inform", "publish", "messag", "statement"));
        CALLED.put(
                Phase.DETECTION,
                List.of(
                        "detect",
                        "assess",
                        "alert",
                        "identif",
                        "recogn",
                        "triage",
                        "notif",
                        "first",
                        "immediate",
                        "alarm",
                        "erkenn",
                        "bewert",
                        "meldung",
                        "lage",
                        "sofort",
                        "erst"));
        CALLED.put(
                Phase.PLANNING,
                List.of(
                        "plan",
                        "activat",
                        "mobilis",
                        "mobiliz",
                        "respon",
                        "coordinat",
                        "contain",
                        "decid",
                        "decision",
                        "entscheid",
                        "reaktion",
                        "aktivier",
                        "bewaeltig",
                        "eindaemm"));
    }

    private PhaseWords() {}

    static Optional<Phase> in(String text) {
        var words = Arrays.asList(Stems.plain(text).split("[^\\p{L}]+"));
        return CALLED.entrySet().stream()
                .filter(phase -> words.stream()
                        .anyMatch(word -> phase.getValue().stream().anyMatch(word::startsWith)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
