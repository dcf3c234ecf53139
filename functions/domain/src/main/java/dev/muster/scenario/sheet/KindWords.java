package dev.muster.scenario.sheet;

import dev.muster.scenario.CrisisKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guesses the kind of crisis from the words of a script. */
final class KindWords {

    private static final Map<CrisisKind, List<String>> TELLING = Map.of(
            CrisisKind.NATURAL_DISASTER,
            List.of(
                    "storm",
                    "flood",
                    "flooding",
                    "hurricane",
                    "earthquake",
                    "tornado",
                    "wildfire",
                    "tsunami",
                    "snow",
                    "evacuation",
                    "river",
                    "rainfall",
                    "sturm",
                    "hochwasser",
                    "unwetter",
                    "erdbeben"),
            CrisisKind.MARKET_SHIFT,
            List.of("competitor", "market", "price", "tariff", "customers leave", "demand", "wettbewerber"),
            CrisisKind.DATA_BREACH,
            List.of(
                    "breach",
                    "leak",
                    "personal data",
                    "ransomware",
                    "stolen data",
                    "hackers",
                    "hacker",
                    "phishing",
                    "exfiltrated",
                    "datenleck",
                    "datenpanne",
                    "erpresser"),
            CrisisKind.OUTAGE,
            List.of(
                    "outage",
                    "power failure",
                    "power outage",
                    "down",
                    "network",
                    "systems",
                    "blackout",
                    "stromausfall",
                    "ausfall",
                    "störung",
                    "generator",
                    "server"),
            CrisisKind.PRODUCT_RECALL,
            List.of("recall", "contaminated", "contamination", "allergen", "batch", "defect", "rückruf", "charge"),
            CrisisKind.SOCIAL_MEDIA_BACKLASH,
            List.of("backlash", "boycott", "viral", "hashtag", "shitstorm", "outrage"),
            CrisisKind.TRANSPORT_INCIDENT,
            List.of(
                    "passengers",
                    "ferry",
                    "train",
                    "aircraft",
                    "bus",
                    "collision",
                    "derailment",
                    "aground",
                    "casualties",
                    "patients",
                    "mass casualty",
                    "unfall",
                    "fähre",
                    "zug"),
            CrisisKind.BILLING_ERROR,
            List.of("billing", "invoice", "invoices", "charged twice", "overcharged", "rechnung", "abbuchung"),
            CrisisKind.SUPPLIER_FAILURE,
            List.of("supplier", "vendor", "bankruptcy", "insolvency", "supply chain", "lieferant", "insolvenz"),
            CrisisKind.AUTOMATED_ADVICE,
            List.of("chatbot", "assistant", "wrong advice", "automated advice", "bot"));

    private KindWords() {}

    /** The kind of which most words stand in the texts; nothing if none does. */
    static Optional<CrisisKind> guess(String texts) {
        var plain = ' ' + Words.plain(texts) + ' ';
        return TELLING.entrySet().stream()
                .filter(kind -> said(kind.getValue(), plain) > 0)
                .max(Comparator.comparingLong(
                                (Map.Entry<CrisisKind, List<String>> kind) -> said(kind.getValue(), plain))
                        .thenComparing(Map.Entry.<CrisisKind, List<String>>comparingByKey()
                                .reversed()))
                .map(Map.Entry::getKey);
    }

    private static long said(List<String> words, String plain) {
        return words.stream().filter(word -> plain.contains(' ' + word + ' ')).count();
    }
}
