package dev.muster.rating;

import java.util.regex.Pattern;

/** Widens a hit to words that a reader can judge: the sentence if it is short, else the clause around the hit. */
final class Quote {

    private static final int SHORT_SENTENCE = 120;
    private static final int AROUND = 60;

    private static final Pattern STRAY = Pattern.compile("^[\\s–—•*-]+|[\\s–—•*-]+$");

    private Quote() {}

    /** A part of the text as it stands, from within the sentence. */
    static String around(String text, int sentenceStart, int sentenceEnd, int start, int end) {
        if (sentenceEnd - sentenceStart <= SHORT_SENTENCE) {
            return trimmed(text.substring(sentenceStart, sentenceEnd));
        }
        var from = before(text, Math.max(sentenceStart, start - AROUND), start);
        var to = after(text, end, Math.min(sentenceEnd, end + AROUND));
        return trimmed(text.substring(from, to));
    }

    private static String trimmed(String quote) {
        return STRAY.matcher(quote).replaceAll("");
    }

    private static int before(String text, int first, int start) {
        var from = start;
        for (var at = start; at > first; at--) {
            if (clauseEnds(text, at - 1)) {
                return at;
            }
            if (Character.isWhitespace(text.charAt(at - 1))) {
                from = at;
            }
        }
        return from;
    }

    private static int after(String text, int end, int last) {
        var to = end;
        for (var at = end; at < last; at++) {
            if (clauseEnds(text, at)) {
                return at;
            }
            if (Character.isWhitespace(text.charAt(at))) {
                to = at;
            }
        }
        return last == text.length() ? last : to;
    }

    private static boolean clauseEnds(String text, int at) {
        return ",:;.!?()".indexOf(text.charAt(at)) >= 0
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
