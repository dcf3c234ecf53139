package dev.muster.scenario.sheet;

/** A file that cannot be read as a spreadsheet at all. */
public final class UnusableWorkbook extends RuntimeException {

    /** @param message what was found, and what to do */
    public UnusableWorkbook(CellPlace place, String message) {
        super(place + ": " + message);
    }

    public UnusableWorkbook(String file, String message) {
        this(CellPlace.ofFile(file), message);
    }
}
