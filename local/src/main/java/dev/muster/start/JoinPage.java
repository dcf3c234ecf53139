package dev.muster.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillState;
import dev.muster.local.LocalCloud;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The address that phones in the same network get as a QR code: it leads to the drill that can be joined, or waits for one.
 * Whoever has it can join, so it cannot be guessed.
 */
final class JoinPage {

    private final MusterApi trainer;
    private final Practices practices;

    JoinPage(MusterApi trainer, Practices practices) {
        this.trainer = trainer;
        this.practices = practices;
    }

    void serveOn(LocalCloud cloud, String path) {
        cloud.serveEverywhere(path, Visit.read(this::show));
    }

    private void show(Visit visit) throws IOException {
        var link = drill().map(this::joinLink);
        if (link.isEmpty()) {
            visit.show(200, "waiting.jte", Map.of());
        } else if (visit.header("HX-Request").isPresent()) {
            // The waiting page asks by script: the whole page is to go there, not a part of it.
            visit.with("HX-Redirect", link.get());
            visit.send(200, "text/plain; charset=utf-8", "");
        } else {
            visit.leadTo(link.get());
        }
    }

    /** The drill of people that begins or began last and is not over. */
    private Optional<String> drill() {
        return StreamSupport.stream(trainer.get("/drills").path("drills").spliterator(), false)
                .filter(drill -> !state(drill).over())
                .filter(drill -> !practices.owns(drill.path("id").asText()))
                .max(Comparator.comparing(drill -> drill.path("startsAt").asText()))
                .map(drill -> drill.path("id").asText());
    }

    private static DrillState state(JsonNode drill) {
        return DrillState.valueOf(drill.path("state").asText().toUpperCase(Locale.ROOT));
    }

    private String joinLink(String drill) {
        return trainer.post("/drills/" + drill + "/join-links", "qr", MusterApi.object())
                .path("url")
                .asText();
    }
}
