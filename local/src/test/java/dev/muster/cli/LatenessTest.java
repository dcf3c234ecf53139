package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void percentilesAreValuesThatOccurred() {
        var lateness = Lateness.of(LongStream.rangeClosed(1, 200)
                .mapToObj(millis -> released("inject-" + millis, millis))
                .toList());

        assertThat(lateness.percentile(50)).isEqualTo(100);
        assertThat(lateness.percentile(99)).isEqualTo(198);
        assertThat(lateness.percentile(100)).isEqualTo(200);
    }

    @Test
    void aDrillWithoutInjectsHasNoLateness() {
        assertThat(Lateness.of(List.of()))
                .hasToString("lateness of 0 injects (due to released): p50 0 ms, p99 0 ms, max 0 ms");
    }

    private static LogEntry released(String inject, long lateMillis) {
        var prompt = new Prompt(
                inject,
                "t",
                Channel.CHAT,
                "f",
                List.of("lead"),
                "x",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        var event = new DrillEvent.InjectReleased(prompt, NOON, "its time had come", false, Optional.empty());
        return new LogEntry("inject." + inject, NOON.plusMillis(lateMillis), Duration.ZERO, event);
    }
}
