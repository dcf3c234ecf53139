package dev.muster.scenario.preview;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A script in the order in which it can come: what has a time at that time, what waits for the team when it can come first. */
public record TimeLine(List<Line> lines) {

    /**
     * An inject on the time line.
     *
     * @param at drill time at which it comes, or can come first; empty if nothing brings it about
     * @param planned whether the script names that time
     * @param clock what the scenario's own clock shows then
     */
    public record Line(Inject inject, Optional<Duration> at, boolean planned, Optional<String> clock) {}

    public TimeLine {
        lines = List.copyOf(lines);
    }

    public static TimeLine of(Plan plan, Scenario scenario) {
        var prospects = Prospects.of(plan, scenario);
        var clock = ScenarioClock.of(scenario);
        return new TimeLine(scenario.injects().stream()
                .map(inject -> line(inject, prospects, clock))
                .sorted(Comparator.comparing(TimeLine::place))
                .toList());
    }

    private static Line line(Inject inject, Prospects prospects, Optional<ScenarioClock> clock) {
        var planned = inject.release().planned();
        var at = inject.release() instanceof Release.Ready
                ? Optional.<Duration>empty()
                : planned.or(() -> prospects.earliest(inject.id()));
        return new Line(inject, at, planned.isPresent(), clock.flatMap(own -> at.map(own::words)));
    }

    /** What has no time stands at the end. */
    private static Duration place(Line line) {
        return line.at().orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
