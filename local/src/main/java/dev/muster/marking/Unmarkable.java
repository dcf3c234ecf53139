package dev.muster.marking;

/** A file cannot be marked or looked into; the message says why, and what to do. */
public final class Unmarkable extends RuntimeException {

    Unmarkable(String message) {
        super(message);
    }
}
