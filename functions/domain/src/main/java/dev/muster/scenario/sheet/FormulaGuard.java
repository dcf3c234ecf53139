package dev.muster.scenario.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a text in a CSV file from becoming a formula where the file is opened: an apostrophe stands before a text that
 * starts as one. Reading lifts it again; a text that starts so by itself gets one more, so that nothing is lost.
 */
final class FormulaGuard {

    /** The wide forms count too: Excel takes them for the narrow ones. */
    private static final String START = "[=+\\-@\\t\\r＝＋－＠]";

    private static final Pattern STARTS_AS_FORMULA = Pattern.compile("\\A'*" + START);
    private static final Pattern GUARDED = Pattern.compile("\\A'+" + START);

    private FormulaGuard() {}

    static String guard(String text) {
        return STARTS_AS_FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String lift(String text) {
        return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
