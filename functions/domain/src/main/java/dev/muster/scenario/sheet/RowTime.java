package dev.muster.scenario.sheet;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** When a row says that its event happens, before it is known when the drill starts. */
sealed interface RowTime {

    /** Nothing is said. */
    RowTime UNSAID = new InWords("");

    /** So long after StartEx; before it, if negative. */
    record Elapsed(Duration since) implements RowTime {}

    /**
     * By the clock, on a day, if one is said.
     *
     * @param endOfDay whether this is the midnight at the day's end, 24:00
     */
    record Clock(Optional<Day> day, LocalTime time, boolean endOfDay) implements RowTime {

        static final Clock END_OF_DAY = new Clock(Optional.empty(), LocalTime.MIDNIGHT, true);

        static Clock at(LocalTime time) {
            return new Clock(Optional.empty(), time, false);
        }

        Clock atMidnight() {
            return new Clock(day, LocalTime.MIDNIGHT, false);
        }

        Clock on(Day other) {
            return new Clock(Optional.of(other), time, endOfDay);
        }

        Duration sinceMidnight() {
            return endOfDay ? Duration.ofDays(1) : Duration.between(LocalTime.MIN, time);
        }
    }

    /** Something that is no time: 'when asked', 'TBD'. Empty if nothing stands there. */
    record InWords(String words) implements RowTime {}

    /** A day, by the calendar or counted from the first. */
    sealed interface Day {

        record Date(LocalDate date) implements Day {}

        /** @param number 0 is the day of StartEx */
        record Counted(int number) implements Day {}
    }
}
