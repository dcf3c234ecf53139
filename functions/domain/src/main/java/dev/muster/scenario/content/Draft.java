package dev.muster.scenario.content;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that is read several times, each time for another thing. What was recognised is blanked out, so that the digits
 * of an address are not read as a telephone number afterwards. Indexes stay those of the original.
 */
final class Draft {

    private static final char BLANK = '\u0000';

    private final String original;
    private final char[] left;

    Draft(String text) {
        this.original = text;
        this.left = new char[text.length()];
        for (var at = 0; at < left.length; at++) {
            left[at] = plain(text.charAt(at));
        }
    }

    /** What nobody has recognised yet, with blanks that no pattern matches for the rest. */
    String left() {
        return new String(left);
    }

    /** As the author wrote it. */
    String written(int start, int end) {
        return original.substring(start, end);
    }

    void blank(int start, int end) {
        Arrays.fill(left, start, end, BLANK);
    }

    /** Hands over each match and blanks it out. */
    void take(Pattern pattern, Consumer<MatchResult> use) {
        pattern.matcher(left()).results().forEach(match -> {
            use.accept(match);
            blank(match.start(), match.end());
        });
    }

    /** One way to write digits, dashes and spaces: telephone numbers come with all of them, in any script. */
    private static char plain(char written) {
        if (Character.isDigit(written)) {
            return (char) ('0' + Character.digit(written, 10));
        }
        return switch (written) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uFF0D' -> '-';
            case '\u00A0', '\u2007', '\u2009', '\u200A', '\u202F', '\u3000', '\t' -> ' ';
            // Marks of direction stand around numbers in right-to-left text.
            case '\u200E', '\u200F', '\u2066', '\u2067', '\u2068', '\u2069', '\u202A', '\u202C' -> ' ';
            case '\uFF0B' -> '+';
            case '\uFF20' -> '@';
            case '\uFF0E', '\u2024' -> '.';
            case '\uFF08' -> '(';
            case '\uFF09' -> ')';
            default -> written;
        };
    }
}
