package dev.muster.scenario.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words beside a time that a script does not count with: {@code approx.}, a time zone, the end of a span.
 *
 * @param time what is left without them
 * @param end what must be a time as well, if these words are to be an aside
 * @param remark what becomes of them
 */
record AsideOfTime(String time, Optional<String> end, String remark) {

    private static final Pattern ABOUT = Pattern.compile(
            "(?<aside>approx(?:imately|\\.)?|about|around|circa|ca\\.?|c\\.|etwa|ungefähr|gegen|um|ab|at|from|~|≈)\\s*(?<time>\\S.*)");
    private static final Pattern ZONE = Pattern.compile("(?<time>.*\\d(?:\\s?(?:[ap]\\.?m\\.?|hrs|hours|uhr|h))?)\\s?"
            + "\\(?(?<aside>z|zulu|utc|gmt|[ecmp][sd]?t|ces?t|mesz|mez|bst|a|b|j|l|r)\\)?\\.?");
    private static final Pattern ZONE_OF_A_GROUP =
            Pattern.compile("(?<time>\\d{6})\\s?(?<aside>[a-z])\\s?(?<rest>[a-z]{3}\\s?(?:\\d{4}|\\d{2})?)");
    private static final Pattern SPAN =
            Pattern.compile("(?<time>.*?\\S)\\s*(?:-|–|—|\\bto\\b|\\bbis\\b|\\buntil\\b)\\s*(?<aside>\\S.*)");

    /**
     * The outermost, if any stands there.
     *
     * @param words in lower case
     */
    static Optional<AsideOfTime> in(String words) {
        return Stream.<Function<String, Optional<AsideOfTime>>>of(
                        AsideOfTime::about, AsideOfTime::zoneOfAGroup, AsideOfTime::zone, AsideOfTime::span)
                .flatMap(reading -> reading.apply(words).stream())
                .findFirst();
    }

    private static Optional<AsideOfTime> about(String words) {
        return found(ABOUT, words)
                .map(it -> new AsideOfTime(
                        it.group("time"),
                        Optional.empty(),
                        "%s changes nothing".formatted(Words.quoted(it.group("aside")))));
    }

    /** {@code 031030ZMAY26}. */
    private static Optional<AsideOfTime> zoneOfAGroup(String words) {
        return found(ZONE_OF_A_GROUP, words).map(it -> ofZone(it.group("time") + it.group("rest"), it.group("aside")));
    }

    private static Optional<AsideOfTime> zone(String words) {
        return found(ZONE, words).map(it -> ofZone(it.group("time"), it.group("aside")));
    }

    private static AsideOfTime ofZone(String time, String zone) {
        return new AsideOfTime(
                time,
                Optional.empty(),
                "no time zone is converted, so %s changes nothing"
                        .formatted(Words.quoted(zone.toUpperCase(Locale.ROOT))));
    }

    private static Optional<AsideOfTime> span(String words) {
        return found(SPAN, words)
                .map(it -> new AsideOfTime(
                        it.group("time"),
                        Optional.of(it.group("aside")),
                        "its end, %s, is not used".formatted(Words.quoted(it.group("aside")))));
    }

    private static Optional<Matcher> found(Pattern pattern, String words) {
        return Optional.of(pattern.matcher(words)).filter(Matcher::matches);
    }
}
