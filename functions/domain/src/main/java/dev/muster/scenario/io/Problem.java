package dev.muster.scenario.io;

import java.util.Comparator;

/**
 * Something in a file that Muster cannot accept, or that its author would regret.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 1 where the file as a whole is meant
 * @param column counted from 1, in characters
 * @param severity whether the file can be used all the same
 * @param message what was expected, what was found, and what to do
 */
public record Problem(String file, int line, int column, Severity severity, String message)
        implements Comparable<Problem> {

    public enum Severity {
        /** The file cannot be used. */
        ERROR,
        /** It can be used; a trainer would want to know this first. */
        WARNING
    }

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::message);

    static Problem at(String file, Place place, String message) {
        return new Problem(file, place.line(), place.column(), Severity.ERROR, message);
    }

    static Problem warning(String file, Place place, String message) {
        return new Problem(file, place.line(), place.column(), Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** The form in which the command line prints it: {@code file:line:column: message}; a warning says so before it. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s%s".formatted(file, line, column, isError() ? "" : "warning: ", message);
    }
}
