package dev.muster.drill.port;

import java.util.Optional;

/**
 * Where files that are made from a drill are kept to be served. Files are written and replaced as a whole; they can be made
 * again from the log at any time.
 */
public interface Reports {

    /** The after-action report, one HTML page that needs nothing beside it. */
    String AFTER_ACTION = "report.html";

    /** Puts the file in place of the one with this name, if there is one. */
    void put(String drill, String name, byte[] content);

    /** Empty if no such file was made yet. */
    Optional<byte[]> get(String drill, String name);
}
