package dev.muster.scenario.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The phrases that messages about files share. */
final class Wording {

    /** Longer values are cut in messages, in characters. */
    private static final int SHOWN = 60;

    /** More possibilities than these are not listed. */
    private static final int LISTED = 50;

    /** A shorter beginning of a word could be that of many. */
    private static final int SHORTEST_BEGINNING = 3;

    private Wording() {}

    static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? '"' + line + '"'
                : '"' + line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…\"";
    }

    /** {@code not a channel: "emial", did you mean "email"?}, or all that is possible where nothing is near. */
    static String notOneOf(String what, String found, Collection<String> known) {
        return "not %s: %s%s".formatted(what, quoted(found), suggestion(found, known));
    }

    /** Begins with its own punctuation, to be put behind the value that was found. */
    static String suggestion(String found, Collection<String> known) {
        return nearest(found, known)
                .map(", did you mean \"%s\"?"::formatted)
                .orElseGet(() -> known.isEmpty() ? "; none is known" : "; possible: " + listed(known));
    }

    private static String listed(Collection<String> known) {
        var shown = known.stream().limit(LISTED).collect(Collectors.joining(", "));
        return known.size() > LISTED ? shown + ", …" : shown;
    }

    /** For a place that must have one of several keys, but has none or too many. */
    static String oneOf(List<String> possible, List<String> found) {
        return "found %s; expected exactly one of: %s"
                .formatted(found.isEmpty() ? "nothing" : String.join(" and ", found), String.join(", ", possible));
    }

    static String notADuration(String found) {
        return "not a duration: %s; write for example PT5M for five minutes, PT1H30M, P3D".formatted(quoted(found));
    }

    static String notATime(String found) {
        return "not a time: %s; write PT5M or +00:05 for five minutes after StartEx, or \"09:30\" by the scenario's own clock"
                .formatted(quoted(found));
    }

    /** The known word that was probably meant: one with few edits from what was found, or one that begins with it. */
    static Optional<String> nearest(String found, Collection<String> known) {
        if (found.length() > SHOWN) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> edits(found, word) <= tolerated(found, word))
                .min(Comparator.comparingInt(word -> edits(found, word)))
                .or(() -> known.stream()
                        .filter(word -> found.length() >= SHORTEST_BEGINNING && word.startsWith(found))
                        .findFirst());
    }

    private static int tolerated(String found, String word) {
        return (Math.max(found.length(), word.length()) + 1) / 3;
    }

    /** Insertions, deletions, replacements and swaps of neighbours (Damerau, restricted) that turn one into the other. */
    static int edits(String from, String to) {
        var edits = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            for (var j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(int[][] edits, String from, String to, int i, int j) {
        var replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        var least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        var swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
    }
}
