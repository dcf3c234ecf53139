package dev.muster.local;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
