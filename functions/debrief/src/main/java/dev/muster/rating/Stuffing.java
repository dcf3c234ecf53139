package dev.muster.rating;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds texts that were written for a rater and not for a reader: one thing over and over, catchwords with little between them,
 * or words that ask for marks.
 */
final class Stuffing {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    /** Shorter texts repeat by chance. */
    private static final int TELLING = 30;

    /** Of three words in a row, so many differ at least in any text that somebody wrote. */
    private static final double DIFFERENT = 0.5;

    /** A stretch of so many words in a row without so many small words is no sentence but a list of catchwords. */
    private static final int STRETCH = 12;

    private static final int FEWEST_SMALL = 1;

    private static final int FEWEST_CATCHWORDS = 5;

    /** So many different catchwords, and that many of all words that are not small: no labelled message comes near it. */
    private static final int MANY_CATCHWORDS = 9;

    private static final double MOSTLY_CATCHWORDS = 0.5;

    private static final Pattern ASKS_FOR_MARKS = Pattern.compile("(?i)\\b(?:"
            + "(?:rate|score|mark|grade) (?:this|it|me|the|my)(?: (?:message|text|answer|reply))?(?: \\S+){0,2}? (?:perfect|highest|full marks|100|10/10)"
            + "|(?:all|every|each|sixteen)(?: \\S+){0,2} criteri(?:a|on)"
            + "|dear rater)\\b");

    private static final Set<String> SMALL = Set.of(
            ("the a an and or of to in on at for from by with is are was were be been am i we you he she it they us me him her them my"
                            + " your our their his its this that these those not no do does did have has had will would can could should as"
                            + " if so but who what when where how there here just still than then i'm we're you're it's i'll we'll we've")
                    .split(" "));

    private static final Set<String> CATCHWORDS = Set.of(
            ("sorry apology apologies apologise apologize responsibility responsible accountable empathy understand worried worry concern"
                            + " refund refunds compensation voucher credit replacement remedy update updates hotline helpline phone email contact"
                            + " support action acting fixing investigating investigation prevent prevention review thanks thank gratitude grateful"
                            + " patience affected impact customers acknowledge acknowledged transparency commitment frustration frustrating ownership"
                            + " owning safe safety engineers team goodwill regret")
                    .split(" "));

    private Stuffing() {}

    /** Words that say what is wrong with the text; empty if it reads as if somebody wrote it for people. */
    static Optional<String> found(String text) {
        var words = WORD.matcher(text)
                .results()
                .map(hit -> hit.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() >= TELLING && differing(words) < DIFFERENT) {
            return Optional.of("says the same words over and over");
        }
        if (catchwordsInARow(words) || mostlyCatchwords(words)) {
            return Optional.of("lists catchwords without saying anything");
        }
        return ASKS_FOR_MARKS.matcher(text).find() ? Optional.of("asks for marks") : Optional.empty();
    }

    private static double differing(List<String> words) {
        var triples = new HashSet<List<String>>();
        for (var i = 0; i + 3 <= words.size(); i++) {
            triples.add(words.subList(i, i + 3));
        }
        return (double) triples.size() / (words.size() - 2);
    }

    private static boolean catchwordsInARow(List<String> words) {
        for (var i = 0; i + STRETCH <= words.size(); i++) {
            var stretch = words.subList(i, i + STRETCH);
            if (count(stretch, SMALL) <= FEWEST_SMALL && count(stretch, CATCHWORDS) >= FEWEST_CATCHWORDS) {
                return true;
            }
        }
        return false;
    }

    private static boolean mostlyCatchwords(List<String> words) {
        var different = words.stream().filter(CATCHWORDS::contains).distinct().count();
        var telling = words.size() - count(words, SMALL);
        return different >= MANY_CATCHWORDS && count(words, CATCHWORDS) >= MOSTLY_CATCHWORDS * telling;
    }

    private static long count(List<String> words, Set<String> among) {
        return words.stream().filter(among::contains).count();
    }
}
