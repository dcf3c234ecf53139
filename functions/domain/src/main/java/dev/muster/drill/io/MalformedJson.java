package dev.muster.drill.io;

/** A JSON text is not what it should be; the message says where, what was expected and what was found. */
public final class MalformedJson extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public MalformedJson(String message) {
        super(message);
    }

    public MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same finding, seen from one level further out. */
    MalformedJson in(String where) {
        var inner = getMessage();
        var joint = inner.startsWith("[") || inner.startsWith(".") ? inner : ": " + inner;
        return new MalformedJson(where + joint, getCause());
    }
}
