package dev.muster.cli;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How late injects came: from due to released, wall time, in milliseconds, smallest first. */
record Lateness(List<Long> millis) {

    static Lateness of(Collection<LogEntry> log) {
        return new Lateness(log.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.InjectReleased)
                .map(entry -> Duration.between(((DrillEvent.InjectReleased) entry.event()).due(), entry.at())
                        .toMillis())
                .sorted()
                .toList());
    }

    /** The nearest-rank percentile; 0 if nothing was released. */
    long percentile(double percent) {
        if (millis.isEmpty()) {
            return 0;
        }
        return millis.get((int) Math.max(0, Math.ceil(percent / 100 * millis.size()) - 1));
    }

    @Override
    public String toString() {
        return "lateness of %d injects (due to released): p50 %d ms, p99 %d ms, max %d ms"
                .formatted(millis.size(), percentile(50), percentile(99), percentile(100));
    }
}
