package dev.muster.start;

import dev.muster.drill.io.MalformedJson;
import dev.muster.drill.io.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the start page keeps beside the drills themselves, so that it goes on after a restart.
 *
 * @param begun what was begun last, by the practice's name
 * @param plan what was uploaded last
 */
record StartNotes(Map<String, Begun> begun, Optional<OwnPlan> plan) {

    static final StartNotes NONE = new StartNotes(Map.of(), Optional.empty());

    private static final RecordJson<StartNotes> JSON = RecordJson.of(StartNotes.class);

    /**
     * @param key under which the drill was asked for; asking again under it is asking for the same drill
     * @param role that the newcomer plays; empty if none
     * @param plan the own plan on which it is played, as JSON; empty if on the default plan
     */
    record Begun(String key, String role, String plan) {}

    StartNotes {
        begun = Map.copyOf(begun);
    }

    Optional<Begun> of(Practice practice) {
        return Optional.ofNullable(begun.get(practice.name()));
    }

    StartNotes with(Practice practice, Begun now) {
        var all = new HashMap<>(begun);
        all.put(practice.name(), now);
        return new StartNotes(all, plan);
    }

    StartNotes with(OwnPlan uploaded) {
        return new StartNotes(begun, Optional.of(uploaded));
    }

    /** @throws IllegalStateException if something else stands there */
    static StartNotes read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return JSON.read(Files.readString(file));
        } catch (MalformedJson e) {
            throw new IllegalStateException(
                    "%s: expected what the start page noted, found something else; delete the file to begin anew."
                            .formatted(file),
                    e);
        }
    }

    void write(Path file) throws IOException {
        var half = Files.createTempFile(file.getParent(), "start", ".json");
        Files.writeString(half, RecordJson.text(JSON.writeTree(this), true));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
