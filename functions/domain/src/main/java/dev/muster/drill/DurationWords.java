package dev.muster.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A duration as people say it. */
public final class DurationWords {

    private DurationWords() {}

    /** In English; for example '5 min', '1 h 30 min', '3 days', '45 s'; seconds are dropped from ten minutes on. */
    public static String of(Duration duration) {
        return of(duration, Locale.ENGLISH);
    }

    /** The same in another language, if we speak it. */
    public static String of(Duration duration, Locale language) {
        var phrases = Phrases.in(language);
        if (duration.isNegative()) {
            return phrases.say("minus", of(duration.negated(), language));
        }
        var parts = new ArrayList<String>();
        if (duration.toDays() > 0) {
            parts.add(phrases.say("days", duration.toDays()));
        }
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        if (duration.toMinutes() < 10) {
            add(parts, duration.toSecondsPart(), "s");
        }
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    /** The signs of the units are the same everywhere. */
    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
