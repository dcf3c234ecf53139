package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Audience;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out of the words of a plan whom a message is for. */
final class AudienceWords {

    /** By the beginnings of words. */
    private static final Map<Audience, List<String>> CALLED = new LinkedHashMap<>();

    static {
        CALLED.put(Audience.AFFECTED_CUSTOMERS, List.of("affected", "betroffen", "victim", "concerned"));
        CALLED.put(
                Audience.CUSTOMERS,
                List.of(
                        "customer",
                        "client",
                        "guest",
                        "passenger",
                        "patient",
                        "user",
                        "consumer",
                        "buyer",
                        "tenant",
                        "kunde",
                        "kundin",
                        "gast",
                        "gaest",
                        "fahrgaest",
                        "fahrgast",
                        "patient",
                        "nutzer",
                        "verbraucher",
                        "mieter"));
        CALLED.put(
                Audience.PUBLIC, List.of("public", "community", "followers", "residents", "oeffentlich", "anwohner"));
        CALLED.put(Audience.MEDIA, List.of("media", "press", "journalist", "presse", "medien", "redaktion"));
        CALLED.put(
                Audience.AUTHORITIES,
                List.of(
                        "authorit",
                        "regulator",
                        "police",
                        "government",
                        "ministry",
                        "behoerd",
                        "aufsicht",
                        "polizei",
                        "amt"));
        CALLED.put(
                Audience.STAFF,
                List.of(
                        "staff",
                        "employee",
                        "colleague",
                        "workforce",
                        "internal",
                        "intern",
                        "mitarbeit",
                        "belegschaft",
                        "kolleg"));
        CALLED.put(
                Audience.PARTNERS,
                List.of(
                        "partner",
                        "supplier",
                        "vendor",
                        "insurer",
                        "reseller",
                        "dealer",
                        "lieferant",
                        "haendler",
                        "versicher",
                        "dienstleist"));
        CALLED.put(
                Audience.TEAM,
                List.of(
                        "board",
                        "management",
                        "executive",
                        "team",
                        "vorstand",
                        "geschaeftsfuehrung",
                        "krisenstab",
                        "krisenteam"));
    }

    private AudienceWords() {}

    static Set<Audience> in(String text) {
        // What is said on social media is said to everybody.
        var plain = Stems.plain(text).replace("social media", "public").replace("soziale medien", "public");
        var words = Arrays.asList(plain.split("[^\\p{L}]+"));
        var found = EnumSet.noneOf(Audience.class);
        CALLED.forEach((audience, beginnings) -> {
            if (words.stream().anyMatch(word -> beginnings.stream().anyMatch(word::startsWith))) {
                found.add(audience);
            }
        });
        if (found.contains(Audience.AFFECTED_CUSTOMERS)) {
            found.remove(Audience.CUSTOMERS);
        }
        return found;
    }
}
