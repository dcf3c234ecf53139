package dev.muster.scenario.io;

import java.util.Comparator;

/**
 * A place in a text file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters (code points); a byte order mark does not count
 */
record Place(int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> IN_READING_ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    static final Place START = new Place(1, 1);

    /** The place right behind {@code text}. */
    static Place after(CharSequence text) {
        var line = 1;
        var column = 1;
        for (var character : (Iterable<Integer>) text.codePoints()::iterator) {
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
        return new Place(line, column);
    }

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
