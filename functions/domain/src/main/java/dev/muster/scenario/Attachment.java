package dev.muster.scenario;

/**
 * A file that comes with an inject: a text, a picture or a PDF.
 *
 * @param file where it lies, relative to the scenario's folder, with {@code /} between folders
 * @param alt what a picture shows, for whoever cannot see it; empty for other files
 */
public record Attachment(String file, String title, String alt) {

    /** How many an inject may carry. */
    public static final int MOST = 5;

    /** The largest file, in bytes: a phone on a bad line still gets it. */
    public static final int LARGEST = 1024 * 1024;

    /** The file's name without its folders. */
    public String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
