package dev.muster.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A scenario's own clock: what people in the story would see on the wall. It starts at some time of day, runs with drill
 * time, and leaps ahead where the script jumps ('three days later').
 *
 * @param starts the time of day at StartEx
 * @param jumps in the order of their drill times
 */
public record ScenarioClock(LocalTime starts, List<Jump> jumps) {

    private static final Duration DAY = Duration.ofDays(1);

    /** More days than these no script tells of without saying which. */
    private static final int DAYS_LOOKED_AT = 2;

    /**
     * A leap of the clock.
     *
     * @param at drill time
     * @param by how far the clock leaps
     */
    public record Jump(Duration at, Duration by) {}

    public ScenarioClock {
        jumps = jumps.stream().sorted(Comparator.comparing(Jump::at)).toList();
    }

    /** As the script has it; empty if the scenario has no clock of its own. */
    public static Optional<ScenarioClock> of(Scenario scenario) {
        return scenario.starts().map(time -> new ScenarioClock(time, jumps(scenario)));
    }

    private static List<Jump> jumps(Scenario scenario) {
        var jumps = new ArrayList<Jump>();
        for (var inject : scenario.injects()) {
            if (inject.release() instanceof Release.Scripted scripted) {
                inject.jump().ifPresent(by -> jumps.add(new Jump(scripted.at(), by)));
            }
        }
        return jumps;
    }

    /** The same clock with one more jump. */
    public ScenarioClock with(Jump jump) {
        var more = new ArrayList<>(jumps);
        more.add(jump);
        return new ScenarioClock(starts, more);
    }

    /** What the clock shows at a drill time, from midnight of the day of StartEx. At a jump it has leapt. */
    public Duration reading(Duration at) {
        return sinceMidnight().plus(at).plus(leaptBy(at));
    }

    /** What the clock shows in words: {@code 10:15}, from the next day on {@code D+3 10:15}. */
    public String words(Duration at) {
        var reading = reading(at);
        var time = "%02d:%02d".formatted(reading.toHoursPart(), reading.toMinutesPart());
        return reading.toDays() == 0 ? time : "D+%d %s".formatted(reading.toDays(), time);
    }

    /** When the clock shows this; empty if that is before StartEx or leapt over. */
    public Optional<Duration> drillTime(int day, LocalTime time) {
        var wanted = DAY.multipliedBy(day).plus(Duration.between(LocalTime.MIN, time));
        var candidate = wanted.minus(sinceMidnight());
        for (var next = 0; next <= jumps.size(); next++) {
            var from = next == 0 ? Duration.ZERO : jumps.get(next - 1).at();
            var before =
                    next == jumps.size() || candidate.compareTo(jumps.get(next).at()) < 0;
            if (candidate.compareTo(from) >= 0 && before) {
                return Optional.of(candidate);
            }
            candidate = next == jumps.size()
                    ? candidate
                    : candidate.minus(jumps.get(next).by());
        }
        return Optional.empty();
    }

    /** When the clock first shows this time of day, on the day of StartEx or on the next; empty if that is leapt over. */
    public Optional<Duration> drillTime(LocalTime time) {
        return IntStream.range(0, DAYS_LOOKED_AT)
                .mapToObj(day -> drillTime(day, time))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Duration leaptBy(Duration at) {
        return jumps.stream()
                .filter(jump -> jump.at().compareTo(at) <= 0)
                .map(Jump::by)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration sinceMidnight() {
        return Duration.between(LocalTime.MIN, starts);
    }
}
