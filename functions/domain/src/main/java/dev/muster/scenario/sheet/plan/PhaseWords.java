package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Phase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the phases behind the words of a plan. */
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
                        "coordinat",
                        "contain",
                        "decid",
                        "decision",
                        "entscheid",
                        "aktivier",
                        "eindaemm"));
    }

    /** Whatever is done while the crisis lasts. */
    private static final Set<Phase> WITHIN = EnumSet.of(Phase.DETECTION, Phase.PLANNING, Phase.COMMUNICATION);

    private static final List<String> CALLED_WITHIN =
            List.of("response", "respond", "during", "acute", "reaktion", "bewaeltig", "waehrend", "akut");

    private PhaseWords() {}

    /** The phases that the words leave open; none if they name no phase. "Response" leaves open what is answered how. */
    static Set<Phase> in(String text) {
        var words = Arrays.asList(Stems.plain(text).split("[^\\p{L}]+"));
        return CALLED.entrySet().stream()
                .filter(phase -> begins(words, phase.getValue()))
                .map(phase -> Set.of(phase.getKey()))
                .findFirst()
                .orElseGet(() -> begins(words, CALLED_WITHIN) ? WITHIN : Set.of());
    }

    private static boolean begins(List<String> words, List<String> beginnings) {
        return words.stream().anyMatch(word -> beginnings.stream().anyMatch(word::startsWith));
    }

    static String labels(Set<Phase> phases) {
        return phases.stream().sorted().map(Phase::label).collect(joining(" or "));
    }
}
