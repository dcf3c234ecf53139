package dev.muster.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;
import dev.muster.local.LocalCloud;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.Scenario;
import dev.muster.start.LocalSigner;
import dev.muster.start.MusterApi;
import dev.muster.start.RecordedTeam;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process is killed with SIGKILL at seeded random moments, and started again, until its drill is scored. */
class KillTest {

    private static final int KILLS = 5;
    private static final int SPEED = 300;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDrillWhoseMachineIsKilledAgainAndAgainLosesNothingAndDoesNothingTwice(long seed) throws Exception {
        var random = new Random(seed);
        for (var kill = 0; kill < KILLS; kill++) {
            killAfter(Duration.ofMillis(1_500 + random.nextInt(4_500)));
        }
        var lastLine = runToTheEnd();

        assertThat(lastLine).matches("score \\d+\\.\\d rating [PSMU] report .+\\.html");
        var scenario = Project.library().scenario("data-breach");
        var log = log();
        everyInjectIsSettledOnce(scenario, log);
        everyReleaseIsNotified(log);
        noResponseIsLost(log);
    }

    private static void everyInjectIsSettledOnce(Scenario scenario, Collection<LogEntry> log) {
        var timed = scenario.injects().stream()
                .filter(inject -> inject.release().planned().isPresent())
                .map(inject -> inject.id());
        assertThat(settled(log).keySet()).containsAll(timed.toList());
        assertThat(settled(log).values()).containsOnly(1L);
    }

    private static Map<String, Long> settled(Collection<LogEntry> log) {
        return log.stream().flatMap(KillTest::settledInject).collect(groupingBy(id -> id, counting()));
    }

    private static Stream<String> settledInject(LogEntry entry) {
        return switch (entry.event()) {
            case DrillEvent.InjectReleased it -> Stream.of(it.prompt().inject());
            case DrillEvent.InjectWithheld it -> Stream.of(it.inject());
            default -> Stream.empty();
        };
    }

    private static void everyReleaseIsNotified(Collection<LogEntry> log) {
        var ids = log.stream().map(LogEntry::id).toList();
        assertThat(released(log).keySet()).allSatisfy(inject -> assertThat(ids).contains(Entries.notified(inject)));
    }

    /** Each answer that the recording gives by two minutes before the end stands in the log. */
    private static void noResponseIsLost(Collection<LogEntry> log) {
        var recording = Project.library().responses("data-breach", "good");
        var team = new RecordedTeam(recording, Project.library().team("crew"), Map.of(), Set.of());
        var end = Project.library().scenario("data-breach").duration().minusMinutes(2);
        var released = released(log);
        var expected = IntStream.range(0, recording.answers().size())
                .filter(number -> recording.answers().get(number).when() instanceof When.After after
                        && released.containsKey(after.inject())
                        && released.get(after.inject()).plus(after.delay()).compareTo(end) < 0)
                .mapToObj(team::entry);
        assertThat(log).extracting(LogEntry::id).containsAll(expected.toList());
    }

    private static Map<String, Duration> released(Collection<LogEntry> log) {
        var released = new HashMap<String, Duration>();
        for (var entry : log) {
            if (entry.event() instanceof DrillEvent.InjectReleased it) {
                released.put(it.prompt().inject(), entry.drillTime());
            }
        }
        return released;
    }

    // ---- the process

    private void killAfter(Duration moment) throws Exception {
        var process = start();
        if (!process.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private String runToTheEnd() throws Exception {
        var process = start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the demo ends").isTrue();
        var lines = Files.readAllLines(output());
        assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
        return lines.getLast();
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dmuster.root=" + System.getProperty("muster.root"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.muster.cli.Main"));
        command.addAll(List.of(
                "demo",
                "--no-browser",
                "--speed",
                "" + SPEED,
                "--data",
                data.resolve("d").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output().toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    private Path output() {
        return data.resolve("out.txt");
    }

    /** What stands in the table when everything is over, read by another process than the one that wrote it. */
    private Collection<LogEntry> log() {
        var options = LocalCloud.Options.of(Project.template()).keptIn(data.resolve("d"));
        try (var cloud = LocalCloud.start(options)) {
            var api = new MusterApi(
                    HttpClient.newHttpClient(),
                    cloud.baseUrl() + "/api/v1",
                    LocalSigner.of(cloud).trainerToken("test"));
            var drills = api.get("/drills").path("drills");
            assertThat(drills).hasSize(1);
            var id = drills.get(0).path("id").asText();
            return LogJson.readEntries(api.get("/drills/" + id + "/log").path("entries"));
        }
    }
}
