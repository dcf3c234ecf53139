package dev.muster.scenario.sheet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What stands in one cell. A CSV file knows texts alone; whoever asks for a time or a number must read those, too. */
public sealed interface Cell {

    Cell EMPTY = new Empty();

    /** The value in words, as its author sees it; empty if there is none. */
    String shown();

    default boolean isEmpty() {
        return Words.isBlank(shown());
    }

    /** A text as it was written, with its spaces and line breaks. */
    record Text(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A number, and how its format shows it: {@code 7} as {@code 007}, {@code 0.5} as {@code 50%}. */
    record Number(BigDecimal value, String shown) implements Cell {}

    record Date(LocalDate date) implements Cell {
        @Override
        public String shown() {
            return date.toString();
        }
    }

    record DateTime(LocalDateTime at) implements Cell {
        @Override
        public String shown() {
            return Times.shown(at);
        }
    }

    /** A time of day; in a column of times since the start it means hours and minutes since then. */
    record TimeOfDay(LocalTime time) implements Cell {
        @Override
        public String shown() {
            return Times.shown(time);
        }
    }

    /** A length of time that the sheet's format marks as one, such as {@code [h]:mm}. */
    record Span(Duration length) implements Cell {
        @Override
        public String shown() {
            return Times.shown(length);
        }
    }

    record Flag(boolean set) implements Cell {
        @Override
        public String shown() {
            return set ? "TRUE" : "FALSE";
        }
    }

    record Empty() implements Cell {
        @Override
        public String shown() {
            return "";
        }
    }

    /** Something stands here that cannot be used; a {@link Remark} says what and why. */
    record Refused(String reason) implements Cell {
        @Override
        public String shown() {
            return "";
        }
    }

    /** The text, without characters that no text file can hold; the empty cell if nothing of it can be seen. */
    static Cell of(String text) {
        var visible = Words.withoutControls(text);
        return Words.isBlank(visible) ? EMPTY : new Text(visible);
    }
}
