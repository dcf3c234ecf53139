package dev.muster.drill.port;

import java.util.Optional;

/**
 * Where the files that come with a drill's injects are kept to be served. They are put there when the drill is scheduled, so
 * that later edits of the scenario change nothing.
 */
public interface Attachments {

    /** Puts the file in place of the one with this name, if there is one. */
    void put(String drill, String name, byte[] content);

    /** Empty if the drill has no such file. */
    Optional<byte[]> get(String drill, String name);
}
