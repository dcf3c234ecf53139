package dev.muster.store;

/**
 * A file: a report or an attachment.
 *
 * @param contentType such as {@code text/html; charset=utf-8}
 */
public record Blob(byte[] content, String contentType) {

    /** Where the report of a drill is kept; {@code name} is its file name, for example {@code report.html}. */
    public static String reportKey(String drill, String name) {
        return key("reports", drill, name);
    }

    public static String attachmentKey(String drill, String name) {
        return key("attachments", drill, name);
    }

    private static String key(String kind, String drill, String name) {
        return "drills/%s/%s/%s".formatted(plain(drill), kind, plain(name));
    }

    /** A name that leads nowhere else. */
    private static String plain(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")) {
            throw new IllegalArgumentException(
                    "expected a name of letters, digits, '.', '_' and '-', found '" + name + "'");
        }
        return name;
    }
}
