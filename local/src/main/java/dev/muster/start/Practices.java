package dev.muster.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillState;
import dev.muster.drill.io.LogJson;
import dev.muster.drill.io.RecordJson;
import dev.muster.scenario.Member;
import dev.muster.scenario.Role;
import dev.muster.scenario.io.Library;
import dev.muster.start.MusterApi.ProblemAnswer;
import dev.muster.start.StartNotes.Begun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drills of the start page: begun through the API as a trainer, answered by the recorded team, and gone on with after a
 * restart. What they are stands in the table; only which drill belongs to which practice is noted beside it.
 */
final class Practices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Practices.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MusterApi trainer;
    private final Library library;
    private final Path file;
    private final double haste;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Practice, String> drills = new EnumMap<>(Practice.class);
    private StartNotes notes;

    /**
     * @param trainer the API as a trainer
     * @param file where it is noted what was begun
     * @param haste how many times as fast as people want it; 1 but in tests
     */
    Practices(MusterApi trainer, Library library, Path file, double haste) throws IOException {
        this.trainer = trainer;
        this.library = library;
        this.file = file;
        this.haste = haste;
        this.notes = StartNotes.read(file);
    }

    /** Goes on with what an earlier process began. */
    synchronized void goOn() {
        for (var practice : Practice.values()) {
            notes.of(practice).ifPresent(begun -> goOn(practice, begun));
        }
    }

    private void goOn(Practice practice, Begun begun) {
        try {
            conduct(practice, begun);
        } catch (ProblemAnswer refused) {
            LOG.warn("The start page does not go on with what it noted of {}: {}", practice, refused.getMessage());
        }
    }

    /**
     * Begins a practice; one of its kind that still runs is stopped.
     *
     * @param role that the newcomer plays; empty if none
     * @throws ProblemAnswer if the API refuses
     */
    synchronized Standing begin(Practice practice, String role) throws IOException {
        return begin(practice, role, "");
    }

    /**
     * Begins what was watched on the own plan.
     *
     * @throws ProblemAnswer if the API refuses
     */
    synchronized Standing beginOn(OwnPlan plan) throws IOException {
        return begin(Practice.OWN_PLAN, "", plan.json());
    }

    private Standing begin(Practice practice, String role, String plan) throws IOException {
        var before = drills.get(practice);
        if (before != null) {
            stop(before);
        }
        var begun = new Begun(UUID.randomUUID().toString(), role, plan);
        // Noted before it is asked for: the key makes asking again the same drill.
        note(notes.with(practice, begun));
        conduct(practice, begun);
        return standing(practice).orElseThrow();
    }

    /** Lets a drill that is paused go on. */
    synchronized void resume(Practice practice) {
        var drill = drills.get(practice);
        if (drill != null) {
            var epoch = trainer.get("/drills/" + drill).path("epoch").asLong();
            command(drill, MusterApi.object().put("command", "resume").put("epoch", epoch));
        }
    }

    synchronized Optional<Standing> standing(Practice practice) {
        return Optional.ofNullable(drills.get(practice)).map(drill -> standing(practice, drill));
    }

    synchronized Optional<OwnPlan> plan() {
        return notes.plan();
    }

    synchronized void keep(OwnPlan plan) throws IOException {
        note(notes.with(plan));
    }

    /** The roles from which a newcomer chooses one. */
    List<Role> roles() {
        var roles = library.scenario(Practice.ANSWER.scenario()).roles();
        return library.defaultPlan().roles().stream()
                .filter(role -> roles.contains(role.id()))
                .toList();
    }

    /** Whether a drill is one of ours. */
    synchronized boolean owns(String drill) {
        return drills.containsValue(drill);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    // ---- how

    private void note(StartNotes now) throws IOException {
        now.write(file);
        notes = now;
    }

    private void conduct(Practice practice, Begun begun) {
        var drill = schedule(practice, begun).path("id").asText();
        drills.put(practice, drill);
        var people = begun.role().isEmpty()
                ? Set.<String>of()
                : Set.of(holder(begun.role()).id());
        threads.submit(() -> conduct(drill, people));
    }

    private JsonNode schedule(Practice practice, Begun begun) {
        var body = MusterApi.object()
                .put("scenario", practice.scenario())
                .put("team", Practice.TEAM)
                .put("startsAt", Practice.AHEAD.toString())
                .put("speed", practice.speed() * haste);
        if (!begun.plan().isEmpty()) {
            body.set("ownPlan", RecordJson.parse(begun.plan()));
        }
        return trainer.post("/drills", begun.key(), body);
    }

    private void conduct(String drill, Set<String> people) {
        try {
            var played = PlayedDrill.join(trainer, drill, library, Practice.RESPONSES, people);
            while (!answered(drill, played)) {
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                LOG.error("Nobody plays the recorded team of drill " + drill + " any more", e);
            }
        }
    }

    /** Whether the drill is over, so that nothing is left to answer. */
    private boolean answered(String drill, PlayedDrill played) {
        try {
            return answeredNow(drill, played);
        } catch (IllegalStateException unreachable) {
            // The machine has much to do, or stops; what is not answered now is answered at the next look.
            return false;
        }
    }

    private boolean answeredNow(String drill, PlayedDrill played) {
        var seen = trainer.get("/drills/" + drill);
        var log = LogJson.readEntries(trainer.get("/drills/" + drill + "/log").path("entries"));
        played.answer(log, Duration.parse(seen.path("clock").path("drillTime").asText()));
        return state(seen).over();
    }

    private void stop(String drill) {
        if (!state(trainer.get("/drills/" + drill)).over()) {
            command(drill, MusterApi.object().put("command", "stop").put("reason", "begun anew from the start page"));
        }
    }

    private void command(String drill, JsonNode command) {
        trainer.post("/drills/" + drill + "/commands", UUID.randomUUID().toString(), command);
    }

    private Standing standing(Practice practice, String drill) {
        var seen = trainer.get("/drills/" + drill);
        var drillTime = Duration.parse(seen.path("clock").path("drillTime").asText());
        var length = Duration.parse(seen.path("length").asText());
        var role = notes.of(practice).map(Begun::role).orElse("");
        return new Standing(
                drill,
                state(seen),
                Math.clamp(drillTime.toMinutes(), 0, length.toMinutes()),
                length.toMinutes(),
                role.isEmpty() ? "" : link(drill, holder(role)));
    }

    private String link(String drill, Member member) {
        var links = new HashMap<String, String>();
        for (var link : trainer.get("/drills/" + drill + "/links").path("links")) {
            links.put(link.path("member").asText(), link.path("url").asText());
        }
        return "r/" + LocalSigner.tokenOf(links.get(member.id()));
    }

    private Member holder(String role) {
        return library.team(Practice.TEAM).members().stream()
                .filter(member -> member.holds(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody in the team holds the role " + role));
    }

    private static DrillState state(JsonNode drill) {
        return DrillState.valueOf(drill.path("state").asText().toUpperCase(Locale.ROOT));
    }
}
