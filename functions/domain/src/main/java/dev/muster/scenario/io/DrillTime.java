package dev.muster.scenario.io;

import dev.muster.scenario.ScenarioClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that authors write for injects. */
final class DrillTime {

    private static final Pattern AFTER_STARTEX =
            Pattern.compile("\\+(?<hours>\\d{1,3}):(?<minutes>[0-5]\\d)(:(?<seconds>[0-5]\\d))?");
    private static final Pattern OWN_CLOCK =
            Pattern.compile("(D\\+(?<day>\\d{1,4}) +)?(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)");

    private DrillTime() {}

    /**
     * @param clock the scenario's own clock, if it has one
     * @throws DateTimeException if this is no time, or none that the clock shows; its message says what to write
     */
    static Duration parse(String text, Optional<ScenarioClock> clock) {
        var relative = AFTER_STARTEX.matcher(text);
        if (relative.matches()) {
            return Duration.ofHours(number(relative, "hours"))
                    .plusMinutes(number(relative, "minutes"))
                    .plusSeconds(number(relative, "seconds"));
        }
        var shown = OWN_CLOCK.matcher(text);
        return shown.matches() ? byOwnClock(text, shown, clock) : duration(text);
    }

    private static Duration byOwnClock(String text, Matcher shown, Optional<ScenarioClock> clock) {
        var own = clock.orElseThrow(() -> new DateTimeException(
                "\"%s\" is a time of the scenario's own clock, but the scenario has none; write for example starts: \"09:00\", or %s after StartEx"
                        .formatted(text, "PT5M")));
        var time = LocalTime.of((int) number(shown, "hour"), (int) number(shown, "minute"));
        var day = shown.group("day");
        var found = day == null ? own.drillTime(time) : own.drillTime(Integer.parseInt(day), time);
        return found.orElseThrow(
                () -> new DateTimeException("the scenario's own clock, which starts at %s, never shows %s%s"
                        .formatted(own.starts(), text, hint(own, day))));
    }

    private static String hint(ScenarioClock own, String day) {
        if (own.jumps().isEmpty()) {
            return "";
        }
        return day == null
                ? ": it leaps over it; say which day, for example D+%d 10:00"
                        .formatted(own.reading(own.jumps().getLast().at()).toDays())
                : ": it leaps over it, from %s to %s"
                        .formatted(before(own), own.words(own.jumps().getFirst().at()));
    }

    private static String before(ScenarioClock own) {
        return new ScenarioClock(own.starts(), List.of())
                .words(own.jumps().getFirst().at());
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new DateTimeException(Wording.notATime(text), e);
        }
    }

    private static long number(Matcher match, String group) {
        return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
    }
}
