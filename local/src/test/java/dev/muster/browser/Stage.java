package dev.muster.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;
import dev.muster.local.LocalCloud;
import dev.muster.start.LocalSigner;
import dev.muster.start.MusterApi;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A local cloud with somebody who may schedule drills, for what is to be seen in a browser. */
public final class Stage implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalCloud cloud;
    private final LocalSigner signer;
    private final MusterApi trainer;

    private Stage(LocalCloud cloud) {
        this.cloud = cloud;
        this.signer = LocalSigner.of(cloud);
        this.trainer =
                new MusterApi(HttpClient.newHttpClient(), cloud.baseUrl() + "/api/v1", signer.trainerToken("stage"));
    }

    /** Where Muster's template and library are. */
    public static Path root() {
        return Path.of(System.getProperty("muster.root"));
    }

    public static Stage open() {
        return new Stage(LocalCloud.start(LocalCloud.Options.of(root().resolve("template.yaml"))));
    }

    public LocalCloud cloud() {
        return cloud;
    }

    public LocalSigner signer() {
        return signer;
    }

    public MusterApi trainer() {
        return trainer;
    }

    public String address(String path) {
        return cloud.baseUrl() + path;
    }

    /** Schedules a drill of the crew that starts now; returns its id. */
    public String drill(String scenario, double speed) {
        var body = MusterApi.object()
                .put("scenario", scenario)
                .put("team", "crew")
                .put("startsAt", "now")
                .put("speed", speed);
        return trainer.post("/drills", UUID.randomUUID().toString(), body)
                .path("id")
                .asText();
    }

    public String linkOf(String drill, String member) {
        for (var link : trainer.get("/drills/" + drill + "/links").path("links")) {
            if (link.path("member").asText().equals(member)) {
                return link.path("url").asText();
            }
        }
        throw new IllegalArgumentException("no member " + member);
    }

    public JsonNode read(String drill) {
        return trainer.get("/drills/" + drill);
    }

    public List<LogEntry> log(String drill) {
        return LogJson.readEntries(trainer.get("/drills/" + drill + "/log").path("entries"));
    }

    /** How many injects have come. */
    long released(String drill) {
        return log(drill).stream()
                .filter(entry -> entry.event() instanceof DrillEvent.InjectReleased)
                .count();
    }

    /** Speaks to the API as a member of the team. */
    MusterApi member(String drill, String member) {
        return trainer.as(LocalSigner.tokenOf(linkOf(drill, member)));
    }

    void pause(String drill, String reason) {
        command(drill, MusterApi.object().put("command", "pause").put("reason", reason));
    }

    void speed(String drill, double speed) {
        command(drill, MusterApi.object().put("command", "speed").put("speed", speed));
    }

    /** On the epoch that the drill has now. */
    private void command(String drill, ObjectNode command) {
        command.put("epoch", read(drill).path("epoch").asLong());
        trainer.post("/drills/" + drill + "/commands", UUID.randomUUID().toString(), command);
    }

    /** Plays the drill as fast as it can until its scorecard is there. */
    void playToTheEnd(String drill) {
        speed(drill, 200);
        until("the drill is scored", () -> read(drill).path("state").asText().equals(DrillState.SCORED.label()));
    }

    /** Waits until something is so. */
    public static void until(String what, BooleanSupplier so) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("waited %d s in vain until %s".formatted(PATIENCE.toSeconds(), what));
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
