package dev.muster.cli;

import dev.muster.scenario.io.Library;
import java.nio.file.Path;

/** Where the launcher found Muster: its template and its library. */
final class Project {

    private Project() {}

    static Path template() {
        return root().resolve("template.yaml");
    }

    static Library library() {
        return Library.at(root().resolve("scenarios"));
    }

    private static Path root() {
        return Path.of(System.getProperty("muster.root", ".")).toAbsolutePath().normalize();
    }
}
