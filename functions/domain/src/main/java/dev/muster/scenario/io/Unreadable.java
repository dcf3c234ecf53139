package dev.muster.scenario.io;

/** A JSON form of a plan, scenario, team or responses that is not what it should be; for files, a {@link Problem}. */
public final class Unreadable extends RuntimeException {

    private final Pointer pointer;
    private final String flaw;

    Unreadable(Pointer pointer, String flaw) {
        super(pointer.text().isEmpty() ? flaw : pointer.text() + ": " + flaw);
        this.pointer = pointer;
        this.flaw = flaw;
    }

    Pointer pointer() {
        return pointer;
    }

    /** What is wrong, without where. */
    String flaw() {
        return flaw;
    }
}
