package dev.muster.scenario.sheet;

/**
 * One line of the report on a spreadsheet.
 *
 * @param message what was understood, assumed or left, and what to do about it
 */
public record Remark(Kind kind, CellPlace place, String message) {

    public enum Kind {
        /** Read as it stands there. */
        UNDERSTOOD,
        /** Not said in so many words; Muster chose what is likely. */
        ASSUMED,
        /** Left out, or kept without a meaning. */
        UNUSED
    }

    public static Remark understood(CellPlace place, String message) {
        return new Remark(Kind.UNDERSTOOD, place, message);
    }

    public static Remark assumed(CellPlace place, String message) {
        return new Remark(Kind.ASSUMED, place, message);
    }

    public static Remark unused(CellPlace place, String message) {
        return new Remark(Kind.UNUSED, place, message);
    }

    /** {@code msel.xlsx:MSEL!C7: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
