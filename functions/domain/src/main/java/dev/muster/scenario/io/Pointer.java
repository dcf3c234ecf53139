package dev.muster.scenario.io;

/** Where a value stands in a document: a JSON pointer (RFC 6901). */
record Pointer(String text) {

    static final Pointer ROOT = new Pointer("");

    Pointer to(String key) {
        return new Pointer(text + '/' + key.replace("~", "~0").replace("/", "~1"));
    }

    Pointer to(int index) {
        return new Pointer(text + '/' + index);
    }

    boolean isRoot() {
        return text.isEmpty();
    }

    /** The pointer to what holds the value; the document itself is held by itself. */
    Pointer parent() {
        return isRoot() ? this : new Pointer(text.substring(0, text.lastIndexOf('/')));
    }

    /** The last step of the way: a key, or an index. */
    String name() {
        return text.substring(text.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }
}
