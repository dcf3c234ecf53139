package dev.muster.scenario.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** How times are written in cells. */
final class Times {

    private Times() {}

    /** {@code 09:05}, or {@code 09:05:30} where there are seconds. */
    static String shown(LocalTime time) {
        return time.getSecond() == 0
                ? "%02d:%02d".formatted(time.getHour(), time.getMinute())
                : "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /** {@code 2026-09-01 09:05}. */
    static String shown(LocalDateTime at) {
        return at.toLocalDate() + " " + shown(at.toLocalTime());
    }

    /** {@code 26:05}: hours and minutes, and seconds where there are any. */
    static String shown(Duration length) {
        return length.toSecondsPart() == 0
                ? "%d:%02d".formatted(length.toHours(), length.toMinutesPart())
                : "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
