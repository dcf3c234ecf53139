package dev.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens a file or a page where there is a desktop to open it on; elsewhere does nothing. */
final class Browser {

    private Browser() {}

    static void open(Path file) {
        open(file.toString());
    }

    /** @param address of a page, or the path of a file */
    static void open(String address) {
        var mac = System.getProperty("os.name").startsWith("Mac");
        var desktop = mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!desktop || !Terminal.present()) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException nobodyOpensIt) {
            // What it is, is printed anyway.
        }
    }
}
