package dev.muster.rating;

import dev.muster.scenario.Criterion;
import java.util.regex.Pattern;

/**
 * One line of the rule table.
 *
 * @param probability how sure a single hit is, 0 to 1
 */
record Rule(Criterion criterion, Kind kind, double probability, Pattern pattern) {

    private static final Pattern NEGATIVE =
            Pattern.compile("\\bnot\\b|n'\\??t\\b|never|nobody|without|no longer|\\bno\\b");

    /** Whether the pattern itself is worded with a negation, as 'had not installed' is. */
    boolean speaksOfNot() {
        return NEGATIVE.matcher(pattern.pattern()).find();
    }

    /** What a hit means; the table's first column. */
    enum Kind {
        /** Shows the criterion, unless a negation stands before it. */
        SHOWS('+'),
        /** Shows the criterion, negated or not. */
        SHOWS_ALWAYS('*'),
        /** Shows the criterion in a message that says nothing concrete. */
        SHOWS_IF_EMPTY('?'),
        /** The sentence does not show the criterion, whatever else it says. */
        SPOILS('-');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        static Kind of(char sign) {
            for (var kind : values()) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("expected one of + * ? -, found " + sign);
        }
    }
}
