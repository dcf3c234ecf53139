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
        return Library.at(scenarios());
    }

    static Path scenarios() {
        return root().resolve("scenarios");
    }

    /**
     * Where an editor finds the schema of this kind of file, as seen from the file.
     *
     * @param kind scenario, plan, team or responses
     */
    static String schemaFor(Path file, String kind) {
        var schema = scenarios().resolve("schema").resolve(kind + ".schema.json");
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder.startsWith(root())
                ? folder.relativize(schema).toString().replace('\\', '/')
                : schema.toUri().toString();
    }

    private static Path root() {
        return Path.of(System.getProperty("muster.root", ".")).toAbsolutePath().normalize();
    }
}
