package dev.muster.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A duration as people say it. */
public final class DurationWords {

    private DurationWords() {}

    /** For example '5 min', '1 h 30 min', '3 days', '45 s'; seconds are dropped from ten minutes on. */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return "minus " + of(duration.negated());
        }
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), duration.toDays() == 1 ? "day" : "days");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        if (duration.toMinutes() < 10) {
            add(parts, duration.toSecondsPart(), "s");
        }
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
