package dev.muster.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillState;
import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;
import dev.muster.local.LocalCloud;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.Library;
import dev.muster.start.LocalSigner;
import dev.muster.start.MusterApi;
import dev.muster.start.MusterApi.ProblemAnswer;
import dev.muster.start.PlayedDrill;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One demonstration: a drill from its schedule to its report, with nobody in the room. */
final class DemoRun {

    private static final String TEAM = "crew";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** Time to write the script's due items, so that the first inject comes on time. */
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SCORED_WITHIN = Duration.ofSeconds(60);

    private final Library library;
    private final Path data;
    private final PrintWriter out;
    private final MusterApi api;

    DemoRun(LocalCloud cloud, Library library, Path data, PrintWriter out) {
        this.library = library;
        this.data = data;
        this.out = out;
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        this.api = new MusterApi(
                http, cloud.baseUrl() + "/api/v1", LocalSigner.of(cloud).trainerToken("demo"));
    }

    /**
     * What is played: a scenario, by whose recorded responses, on which plan, at how many drill seconds a second.
     *
     * @param plan missing in the note of a demo that knew the default plan alone
     * @param variables what is put in the place of the scenario's variables; missing in the note of a demo that knew none
     */
    record Choice(String scenario, String responses, String plan, double speed, Map<String, String> variables) {

        Choice {
            plan = plan == null ? Plan.DEFAULT : plan;
            variables = variables == null ? Map.of() : Map.copyOf(variables);
        }
    }

    /**
     * What came of it.
     *
     * @param rating "none" where the plan leaves nothing to rate
     */
    record Result(double score, String rating, Path report, Lateness lateness) {

        /** The last line of the command. */
        String line() {
            return String.format(Locale.ROOT, "score %.1f rating %s report %s", score, rating, report);
        }
    }

    Result play(Choice choice) throws IOException, InterruptedException {
        var drill = drill(choice);
        var played = PlayedDrill.join(api, drill, library, choice.responses(), Set.of());
        played.findings().forEach(finding -> out.println("EXERCISE  " + finding));
        var log = conduct(drill, played);
        var result = result(drill, log);
        DemoNote.remove(data);
        return result;
    }

    // ---- the drill

    /** The drill that an earlier, killed demo of the same choice left, or a new one. */
    private String drill(Choice choice) throws IOException {
        var scenario = Filling.fill(library.scenario(choice.scenario()), List.of(choice.variables()));
        var note = DemoNote.read(data);
        if (note.isPresent() && note.get().choice().equals(choice)) {
            out.printf("EXERCISE  %s: goes on where it was left.%n", scenario.title());
            return schedule(note.get());
        }
        if (note.isPresent()) {
            stop(schedule(note.get()));
        }
        var begun = new DemoNote(UUID.randomUUID().toString(), choice);
        // Noted before it is asked for: the key makes asking again the same drill.
        begun.write(data);
        out.printf(
                "EXERCISE  %s: %s at %s times the speed, answered by '%s'.%n",
                scenario.title(), words(scenario.duration()), plain(choice.speed()), choice.responses());
        return schedule(begun);
    }

    private String schedule(DemoNote note) {
        var body = MusterApi.object()
                .put("scenario", note.choice().scenario())
                .put("team", TEAM)
                .put("plan", note.choice().plan())
                .put("startsAt", AHEAD.toString())
                .put("speed", note.choice().speed());
        var variables = body.putObject("variables");
        note.choice().variables().forEach(variables::put);
        var drill = api.post("/drills", note.key(), body);
        drill.path("fitted").forEach(words -> out.println("EXERCISE  " + words.asText()));
        return drill.path("id").asText();
    }

    private void stop(String drill) {
        var seen = api.get("/drills/" + drill);
        if (state(seen).over()) {
            return;
        }
        var epoch = seen.path("epoch").asLong();
        var body = MusterApi.object().put("command", "stop").put("epoch", epoch).put("reason", "another demo begins");
        api.post("/drills/" + drill + "/commands", UUID.randomUUID().toString(), body);
    }

    private List<LogEntry> conduct(String drill, PlayedDrill played) throws InterruptedException {
        var display = new DrillDisplay(out, played.scenario(), Terminal.present());
        while (true) {
            var seen = api.get("/drills/" + drill);
            var log = LogJson.readEntries(api.get("/drills/" + drill + "/log").path("entries"));
            var drillTime = Duration.parse(seen.path("clock").path("drillTime").asText());
            played.answer(log, drillTime);
            display.show(log, drillTime);
            if (state(seen).over()) {
                return log;
            }
            if (state(seen) == DrillState.PAUSED) {
                resume(drill, seen);
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** A demo has no trainer: it goes on by itself after it was away. */
    private void resume(String drill, JsonNode seen) {
        var epoch = seen.path("epoch").asLong();
        var body = MusterApi.object().put("command", "resume").put("epoch", epoch);
        try {
            api.post("/drills/" + drill + "/commands", "resume-" + epoch, body);
        } catch (ProblemAnswer refused) {
            // Others changed the drill meanwhile: the next look sees how it is.
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }

    // ---- its result

    private Result result(String drill, List<LogEntry> log) throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + SCORED_WITHIN.toNanos();
        while (System.nanoTime() < giveUp) {
            var page =
                    state(api.get("/drills/" + drill)) == DrillState.SCORED ? report(drill) : Optional.<String>empty();
            if (page.isPresent()) {
                var scorecard = api.get("/drills/" + drill + "/scorecard");
                var file = data.resolve("EXERCISE-report-" + drill + ".html");
                Files.writeString(file, page.get());
                return new Result(
                        scorecard.path("score").asDouble(),
                        scorecard.path("rating").asText("none"),
                        file.toAbsolutePath().normalize(),
                        Lateness.of(log));
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new Finding("muster: the drill ended but was not scored within %d s; see the log in %s."
                .formatted(SCORED_WITHIN.toSeconds(), data));
    }

    /** The report; empty until it is made, which is soon after the score. */
    private Optional<String> report(String drill) {
        try {
            return Optional.of(api.text("/drills/" + drill + "/report"));
        } catch (ProblemAnswer refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static DrillState state(JsonNode drill) {
        return DrillState.valueOf(drill.path("state").asText().toUpperCase(Locale.ROOT));
    }

    private static String words(Duration duration) {
        return duration.toMinutes() + " minutes";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
