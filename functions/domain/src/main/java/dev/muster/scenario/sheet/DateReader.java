package dev.muster.scenario.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the dates that trainers write in cells: {@code 2026-05-03}, {@code 3.5.26}, {@code 5/3/2026}, {@code 3 May 2026},
 * {@code Sunday, May 3, 2026}.
 *
 * @param dayFirst how dates such as 3/5/2026 are meant
 */
public record DateReader(boolean dayFirst) {

    /**
     * A day as it stands alone in a cell.
     *
     * @param assumption what was not said in so many words, if anything
     */
    public record Reading(LocalDate date, Optional<String> assumption) {

        private static Reading of(LocalDate date) {
            return new Reading(date, Optional.empty());
        }
    }

    /** How dates are meant whose two numbers could both be the month, where nothing tells. */
    static final boolean USUALLY_DAY_FIRST = false;

    /** To which two digits of a year belong. */
    private static final int CENTURY = 2000;

    private static final Pattern ISO_DATE =
            Pattern.compile("(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})");
    private static final Pattern DOTTED_DATE =
            Pattern.compile("(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4}|\\d{2})?");
    private static final Pattern SLASHED_DATE =
            Pattern.compile("(?<one>\\d{1,2})/(?<other>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?");
    private static final Pattern NAMED_DATE =
            Pattern.compile("(?:\\p{L}+,?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]*"
                    + "(?<name>\\p{L}{3,9})\\.?,?[\\s-]*(?<year>\\d{4}|\\d{2})?");
    private static final Pattern NAME_FIRST_DATE = Pattern.compile("(?:\\p{L}+day,?\\s+)?(?<name>\\p{L}{3,9})\\.?\\s+"
            + "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?<month>\\d{1,2})[/.](?<year>\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{4})[-/](?<month>\\d{1,2})");
    private static final Pattern NAMED_MONTH = Pattern.compile("(?<name>\\p{L}{3,9})\\.?,?\\s+(?<year>\\d{4})");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb"),
            List.of("mar", "mär", "mrz"),
            List.of("apr"),
            List.of("may", "mai"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez"));

    /**
     * The day that a cell means by itself, with a year; of a month, its first day.
     *
     * @return empty if nobody could say which day that is
     */
    public static Optional<Reading> day(Cell cell) {
        return switch (cell) {
            case Cell.Date date -> Optional.of(Reading.of(date.date()));
            case Cell.DateTime at -> Optional.of(Reading.of(at.at().toLocalDate()));
            default -> day(cell.shown().strip().toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<Reading> day(String words) {
        try {
            return firstOfMonth(words).or(() -> wholeDay(words));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> firstOfMonth(String words) {
        return Stream.of(MONTH_FIRST, YEAR_FIRST, NAMED_MONTH)
                .map(pattern -> pattern.matcher(words))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(found -> month(found).map(month -> LocalDate.of(year(found), month, 1)))
                .map(date -> new Reading(date, Optional.of("no day is said; the first of the month counts")));
    }

    private static Optional<Reading> wholeDay(String words) {
        var told = tellsDayFirst(words);
        return new DateReader(told.orElse(USUALLY_DAY_FIRST))
                .date(words)
                .filter(date -> date.getYear() != CENTURY)
                .map(date -> told.isEmpty() && SLASHED_DATE.matcher(words).matches()
                        ? new Reading(date, Optional.of(assumedOrder(words, USUALLY_DAY_FIRST)))
                        : Reading.of(date));
    }

    /** How a date is understood whose two numbers could both be the month. */
    static String assumedOrder(String words, boolean dayFirst) {
        return "%s is taken for %s; write the year first, as in 2026-03-05, if that is wrong"
                .formatted(Words.quoted(words), dayFirst ? "day/month, nearer to the dates around it" : "month/day");
    }

    /** Whether a text is a date whose order is told by a number that can be no month. */
    static Optional<Boolean> tellsDayFirst(String text) {
        var date = SLASHED_DATE.matcher(text.strip());
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        if (number(date, "one") > 12) {
            return Optional.of(true);
        }
        return number(date, "other") > 12 ? Optional.of(false) : Optional.empty();
    }

    /** @throws DateTimeException if it names a day that no calendar has */
    Optional<LocalDate> date(String words) {
        return Stream.of(ISO_DATE, DOTTED_DATE, NAMED_DATE, NAME_FIRST_DATE)
                .map(pattern -> pattern.matcher(words))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(DateReader::date)
                .or(() -> slashedDate(words));
    }

    private static Optional<LocalDate> date(Matcher found) {
        return month(found).map(it -> LocalDate.of(year(found), it, number(found, "day")));
    }

    private static Optional<Integer> month(Matcher found) {
        var named = found.namedGroups().containsKey("name");
        return named ? month(found.group("name")) : Optional.of(number(found, "month"));
    }

    private Optional<LocalDate> slashedDate(String words) {
        var found = SLASHED_DATE.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var day = number(found, dayFirst ? "one" : "other");
        return Optional.of(LocalDate.of(year(found), number(found, dayFirst ? "other" : "one"), day));
    }

    static Optional<Integer> month(String name) {
        for (var index = 0; index < MONTHS.size(); index++) {
            if (MONTHS.get(index).stream().anyMatch(name::startsWith)) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    /** A year that nobody wrote is the same for all rows; only the distances count. */
    static int year(Matcher found) {
        var year = number(found, "year");
        return year < 100 ? CENTURY + year : year;
    }

    private static int number(Matcher found, String group) {
        var digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
