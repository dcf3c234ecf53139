package dev.muster.local;

/** The template cannot be run as it is; the message reads {@code file:line:column: what is wrong}. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String file, Place at, String message) {
        super(file + ":" + at + ": " + message);
    }
}
