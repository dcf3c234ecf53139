package dev.muster.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a demo notes in its data folder while it runs, so that the next one can go on with it.
 *
 * @param key under which the drill was asked for; asking again under it is asking for the same drill
 */
record DemoNote(String key, DemoRun.Choice choice) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<DemoNote> read(Path data) throws IOException {
        var file = data.resolve("demo.json");
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), DemoNote.class)) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new Finding(
                    "%s: expected what an earlier demo noted, found something else; delete the file to begin anew."
                            .formatted(file));
        }
    }

    void write(Path data) throws IOException {
        var half = Files.createTempFile(data, "demo", ".json");
        JSON.writeValue(half.toFile(), this);
        Files.move(
                half, data.resolve("demo.json"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(data.resolve("demo.json"));
    }
}
