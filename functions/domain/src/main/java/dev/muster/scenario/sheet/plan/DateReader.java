package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the day on which a plan was reviewed, as people write it. */
final class DateReader {

    /** A day, and what was assumed in reading it. */
    record Reading(LocalDate date, Optional<String> assumption) {}

    private static final List<DateTimeFormatter> DAYS = Stream.concat(
                    Stream.of("uuuu-M-d", "d.M.uuuu", "d.M.uu", "uuuu/M/d")
                            .map(pattern -> formatter(pattern, Locale.ROOT)),
                    Stream.of(
                                    "d MMMM uuuu",
                                    "d. MMMM uuuu",
                                    "MMMM d, uuuu",
                                    "d MMM uuuu",
                                    "d. MMM uuuu",
                                    "MMM d, uuuu",
                                    "d-MMM-uuuu")
                            .flatMap(pattern ->
                                    Stream.of(Locale.ENGLISH, Locale.GERMAN).map(locale -> formatter(pattern, locale))))
            .toList();

    private static final List<DateTimeFormatter> MONTHS = Stream.concat(
                    Stream.of("uuuu-M", "M/uuuu", "M.uuuu").map(pattern -> formatter(pattern, Locale.ROOT)),
                    Stream.of("MMMM uuuu", "MMM uuuu").flatMap(pattern -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                            .map(locale -> formatter(pattern, locale))))
            .toList();

    private DateReader() {}

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale);
    }

    static Optional<Reading> read(Cell cell) {
        return switch (cell) {
            case Cell.Date date -> Optional.of(new Reading(date.date(), Optional.empty()));
            case Cell.DateTime at -> Optional.of(new Reading(at.at().toLocalDate(), Optional.empty()));
            default -> text(cell.shown().strip());
        };
    }

    private static Optional<Reading> text(String text) {
        return first(DAYS, format -> LocalDate.parse(text, format))
                .map(date -> new Reading(date, Optional.empty()))
                .or(() -> slashed(text))
                .or(() -> first(MONTHS, format -> YearMonth.parse(text, format))
                        .map(month -> new Reading(
                                month.atDay(1), Optional.of("no day is said; the first of the month counts"))));
    }

    /** Half of the world writes the day first, a large country the month; a day above twelve tells. */
    private static Optional<Reading> slashed(String text) {
        var dayFirst = first(List.of(formatter("d/M/uuuu", Locale.ROOT)), format -> LocalDate.parse(text, format));
        var monthFirst = first(List.of(formatter("M/d/uuuu", Locale.ROOT)), format -> LocalDate.parse(text, format));
        if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            return dayFirst.map(date ->
                    new Reading(date, Optional.of("of the two numbers, the first is taken for the day: " + date)));
        }
        return dayFirst.or(() -> monthFirst).map(date -> new Reading(date, Optional.empty()));
    }

    private static <T> Optional<T> first(List<DateTimeFormatter> formats, Function<DateTimeFormatter, T> parse) {
        return formats.stream().flatMap(format -> attempt(format, parse)).findFirst();
    }

    private static <T> Stream<T> attempt(DateTimeFormatter format, Function<DateTimeFormatter, T> parse) {
        try {
            return Stream.of(parse.apply(format));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
