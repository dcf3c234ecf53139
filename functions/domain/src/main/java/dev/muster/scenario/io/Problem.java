package dev.muster.scenario.io;

import java.util.Comparator;

/**
 * Something in a file that Muster cannot accept.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 1 where the file as a whole is meant
 * @param column counted from 1, in characters
 * @param message what was expected, what was found, and what to do
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    static Problem at(String file, Place place, String message) {
        return new Problem(file, place.line(), place.column(), message);
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** The form in which the command line prints it: {@code file:line:column: message}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
