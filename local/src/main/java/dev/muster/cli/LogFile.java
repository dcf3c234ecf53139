package dev.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the functions and the emulators log to a file, so that the display stays readable. */
final class LogFile {

    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private LogFile() {}

    /** Logs into {@code muster.log} in the folder from now on. */
    static void in(Path folder) throws IOException {
        Files.createDirectories(folder);
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        var file = new FileHandler(folder.resolve("muster.log").toString(), MAX_BYTES, 1, true);
        file.setFormatter(new SimpleFormatter());
        var root = Logger.getLogger("");
        root.addHandler(file);
        root.setLevel(Level.WARNING);
        Logger.getLogger("dev.muster").setLevel(Level.INFO);
    }
}
