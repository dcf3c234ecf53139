package dev.muster.scenario.sheet;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Day;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import dev.muster.scenario.sheet.RowTime.InWords;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the times that trainers write in cells: Excel's own, {@code 9:05 AM}, {@code 0905 hrs}, {@code D+1 H+2 M+30},
 * {@code T+45}, {@code +00:45}, {@code 1 h 30 min}, {@code Day 2, 10:15}, {@code 3.5.2026 09:05}, {@code PT5M}.
 *
 * @param dates reads those times that come with a date
 */
record TimeReader(DateReader dates) {

    TimeReader(boolean dayFirst) {
        this(new DateReader(dayFirst));
    }

    /** No time takes more characters; whatever is longer is an explanation. */
    private static final int LONGEST = 60;

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private static final Pattern COUNTED = Pattern.compile("(?:[dhmst]\\s*\\+\\s*\\d+[\\s,;:/]*)+");
    private static final Pattern COUNT = Pattern.compile("([dhmst])\\s*\\+\\s*(\\d{1,5})");
    private static final Pattern AFTER_START =
            Pattern.compile("(?:startex|start|stx|übungsbeginn|beginn|t|e|h|x)?\\s*(?<sign>[+\\-−])\\s*(?<rest>\\d.*)");
    private static final Pattern DAY_AND_TIME = Pattern.compile(
            "(?:d\\s*\\+\\s*(?<offset>\\d{1,4})|(?:day|tag|d)\\s*(?<number>\\d{1,4}))\\s*[,:;\\-–/]?\\s*(?<time>\\d.*)");
    private static final Pattern DAY =
            Pattern.compile("d\\s*\\+\\s*(?<offset>\\d{1,4})|(?:day|tag|d)?\\s*(?<number>\\d{1,3})(?:\\.\\s*tag)?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,6})[:h](\\d{2})(?::(\\d{2}))?");

    private static final Pattern CLOCK = Pattern.compile(
            "(?<hour>\\d{1,2})(?:(?:[:.h]\\s?|\\s?uhr\\s)(?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d+)?)?)?\\s*(?<half>[ap]\\.?\\s?m\\.?)?");
    private static final Pattern OF_A_CLOCK = Pattern.compile("\\s*(?:hrs|hours|uhr|h|local)\\.?$");
    private static final Pattern END_OF_DAY = Pattern.compile("24[:.]?00(?::00)?");

    /** {@code 11.15h} is by the clock; with few hours in one digit, as in {@code 1.25 h}, it is a length. */
    private static final Pattern POINTED_CLOCK =
            Pattern.compile("(?:0\\d|1\\d|2[0-3]|[6-9])\\.[0-5]\\d\\s?(?:h|hrs)\\.?");

    private static final Pattern AMOUNTS =
            Pattern.compile("(?:\\d+(?:[.,]\\d+)?\\s*[a-z]+\\.?[\\s,]*(?:and|und)?\\s*)+");
    private static final Pattern AMOUNT = Pattern.compile("(?<number>\\d+(?:[.,]\\d+)?)\\s*(?<unit>[a-z]+)");

    private static final Pattern BETWEEN_DATE_AND_TIME = Pattern.compile("\\s*[,t]\\s*|\\s+");
    private static final Pattern DATE_TIME_GROUP = Pattern.compile(
            "(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})\\s?(?<name>[a-z]{3})\\s?(?<year>\\d{4}|\\d{2})?");

    /**
     * @param elapsed whether the column counts from StartEx, so that 0:45 is no time of day
     */
    RowTime read(Cell cell, boolean elapsed) {
        return switch (cell) {
            case Cell.Span span -> new Elapsed(span.length());
            case Cell.TimeOfDay it -> ofDay(it.time(), elapsed);
            case Cell.DateTime it ->
                Clock.at(it.at().toLocalTime()).on(new Day.Date(it.at().toLocalDate()));
            case Cell.Date it -> Clock.at(LocalTime.MIDNIGHT).on(new Day.Date(it.date()));
            case Cell.Number it -> TimeOfNumber.read(it.value(), elapsed);
            case Cell.Text it -> text(it.text(), elapsed);
            case Cell.Flag flag -> RowTime.UNSAID;
            case Cell.Empty empty -> RowTime.UNSAID;
            case Cell.Refused refused -> RowTime.UNSAID;
        };
    }

    /** A day alone, from a column of days. */
    Optional<Day> day(Cell cell) {
        return switch (cell) {
            case Cell.Date it -> Optional.of(new Day.Date(it.date()));
            case Cell.DateTime it -> Optional.of(new Day.Date(it.at().toLocalDate()));
            case Cell.Number it -> dayInWords(it.shown());
            case Cell.Text it -> dayInWords(it.text());
            default -> Optional.empty();
        };
    }

    /** The date in a cell, be it with a time or alone. */
    Optional<LocalDate> date(Cell cell) {
        return read(cell, false) instanceof Clock clock
                ? clock.day().filter(Day.Date.class::isInstance).map(day -> ((Day.Date) day).date())
                : Optional.empty();
    }

    private Optional<Day> dayInWords(String text) {
        var words = folded(text);
        var counted = DAY.matcher(words);
        if (counted.matches()) {
            return Optional.of(counted(counted));
        }
        try {
            return dates.date(words).map(Day.Date::new);
        } catch (DateTimeException e) {
            // The 31st of February.
            return Optional.empty();
        }
    }

    private static RowTime ofDay(LocalTime time, boolean elapsed) {
        return elapsed ? new Elapsed(Duration.ofSeconds(time.toSecondOfDay())) : Clock.at(time);
    }

    private RowTime text(String text, boolean elapsed) {
        return Words.isBlank(text)
                ? RowTime.UNSAID
                : reading(text, elapsed).map(Reading::time).orElseGet(() -> new InWords(text.strip()));
    }

    /** A time, and what was assumed in reading it. */
    private record Reading(RowTime time, List<String> assumed) {

        Reading without(AsideOfTime aside) {
            return new Reading(
                    time,
                    Stream.concat(Stream.of(aside.remark()), assumed.stream()).toList());
        }
    }

    /** What a cell says that does not count, and how a bare number is taken; nothing where it is no time. */
    List<String> assumed(Cell cell, boolean elapsed) {
        return switch (cell) {
            case Cell.Number it ->
                TimeOfNumber.assumed(it.value(), elapsed).stream().toList();
            case Cell.Text it ->
                reading(it.text(), elapsed).map(Reading::assumed).orElse(List.of());
            default -> List.of();
        };
    }

    private Optional<Reading> reading(String text, boolean elapsed) {
        var words = folded(text);
        return words.length() > LONGEST ? Optional.empty() : readingOf(words, elapsed);
    }

    /** As it stands, or else without what stands beside it. */
    private Optional<Reading> readingOf(String words, boolean elapsed) {
        return tryAll(words, elapsed)
                .filter(time -> !isAbsurd(time))
                .map(time -> new Reading(time, assumedOfNumber(words, elapsed)))
                .or(() -> AsideOfTime.in(words).flatMap(aside -> readingBeside(aside, elapsed)));
    }

    private Optional<Reading> readingBeside(AsideOfTime aside, boolean elapsed) {
        var holds = aside.end().stream().allMatch(end -> readingOf(end, elapsed).isPresent());
        return holds ? readingOf(aside.time(), elapsed).map(it -> it.without(aside)) : Optional.empty();
    }

    private static List<String> assumedOfNumber(String words, boolean elapsed) {
        return isBareNumber(words, elapsed)
                ? TimeOfNumber.assumed(TimeOfNumber.decimal(words), elapsed).stream()
                        .toList()
                : List.of();
    }

    /** Nobody plans ten years ahead; somebody mistyped. */
    private static boolean isAbsurd(RowTime time) {
        return time instanceof Elapsed elapsed && elapsed.since().abs().compareTo(TEN_YEARS) > 0;
    }

    private Optional<RowTime> tryAll(String words, boolean elapsed) {
        try {
            return Stream.<Function<String, Optional<RowTime>>>of(
                            TimeReader::iso,
                            it -> dayAndTime(it),
                            TimeReader::counted,
                            TimeReader::afterStart,
                            it -> elapsed ? hoursAndMinutes(it) : endOfDay(it),
                            it -> plainNumber(it, elapsed),
                            it -> elapsed || !isPointedClock(it) ? amounts(it) : Optional.empty(),
                            it -> clock(it).map(Clock::at),
                            this::dateTimeGroup,
                            this::dateAndTime)
                    .flatMap(reading -> reading.apply(words).stream())
                    .findFirst();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static Optional<RowTime> iso(String words) {
        if (!words.matches("p(\\d+d)?(t[\\dhms.]+)?") || words.equals("p")) {
            return Optional.empty();
        }
        return Optional.of(new Elapsed(Duration.parse(words.toUpperCase(Locale.ROOT))));
    }

    /** {@code D+1 10:15} is by the clock of the next day, {@code D+1 H+2} is not. */
    private Optional<RowTime> dayAndTime(String words) {
        var found = DAY_AND_TIME.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        return clock(found.group("time")).map(time -> Clock.at(time).on(counted(found)));
    }

    private static Day counted(Matcher found) {
        var offset = found.group("offset");
        return new Day.Counted(
                offset != null ? Integer.parseInt(offset) : Math.max(0, Integer.parseInt(found.group("number")) - 1));
    }

    /** T counts minutes, as the field does. */
    private static Optional<RowTime> counted(String words) {
        if (!COUNTED.matcher(words).matches()
                || HOURS_AND_MINUTES.matcher(words).find()) {
            return Optional.empty();
        }
        var sum = COUNT.matcher(words)
                .results()
                .map(count -> amount(new BigDecimal(count.group(2)), count.group(1)))
                .reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new Elapsed(sum));
    }

    private static Optional<RowTime> afterStart(String words) {
        var found = AFTER_START.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var rest = found.group("rest").strip();
        return Stream.<Function<String, Optional<RowTime>>>of(
                        TimeReader::hoursAndMinutes, TimeReader::amounts, it -> plainNumber(it, true))
                .flatMap(reading -> reading.apply(rest).stream())
                .findFirst()
                .map(time -> found.group("sign").equals("+") ? time : negated(time));
    }

    private static RowTime negated(RowTime time) {
        return time instanceof Elapsed elapsed ? new Elapsed(elapsed.since().negated()) : time;
    }

    private static Optional<RowTime> hoursAndMinutes(String words) {
        var found = HOURS_AND_MINUTES.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var seconds = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        return Optional.of(new Elapsed(Duration.ofHours(Integer.parseInt(found.group(1)))
                .plusMinutes(Integer.parseInt(found.group(2)))
                .plusSeconds(seconds)));
    }

    private static Optional<RowTime> plainNumber(String words, boolean elapsed) {
        if (!isBareNumber(words, elapsed)) {
            return Optional.empty();
        }
        if (!elapsed && words.length() == 4 && TimeOfNumber.military(words).isPresent()) {
            return TimeOfNumber.military(words).map(Clock::at);
        }
        return Optional.of(TimeOfNumber.read(TimeOfNumber.decimal(words), elapsed));
    }

    /** 9.05 is five past nine, except where minutes count. */
    private static boolean isBareNumber(String words, boolean elapsed) {
        return TimeOfNumber.BARE.matcher(words).matches() && (elapsed || !words.matches("\\d{1,2}\\.\\d{2}"));
    }

    private static Optional<RowTime> endOfDay(String words) {
        var bare = OF_A_CLOCK.matcher(words).replaceFirst("");
        return END_OF_DAY.matcher(bare).matches() ? Optional.of(Clock.END_OF_DAY) : Optional.empty();
    }

    private static boolean isPointedClock(String words) {
        return POINTED_CLOCK.matcher(words).matches();
    }

    private static Optional<RowTime> amounts(String words) {
        if (!AMOUNTS.matcher(words).matches()) {
            return Optional.empty();
        }
        var sum = Duration.ZERO;
        for (var amount : AMOUNT.matcher(words).results().toList()) {
            var unit = unit(amount.group(2));
            if (unit.isEmpty()
                    || amount.group(1).matches("\\d{4}") && unit.get().equals("h")) {
                return Optional.empty();
            }
            sum = sum.plus(amount(new BigDecimal(amount.group(1).replace(',', '.')), unit.get()));
        }
        return Optional.of(new Elapsed(sum));
    }

    private static Optional<String> unit(String word) {
        return switch (word) {
            case "d", "day", "days", "tag", "tage", "tagen" -> Optional.of("d");
            case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden" -> Optional.of("h");
            case "m", "min", "mins", "minute", "minutes", "minuten" -> Optional.of("m");
            case "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden" -> Optional.of("s");
            default -> Optional.empty();
        };
    }

    private static Duration amount(BigDecimal number, String unit) {
        var seconds =
                switch (unit) {
                    case "d" -> 86_400;
                    case "h" -> 3_600;
                    case "s" -> 1;
                    default -> 60;
                };
        return Duration.ofSeconds(number.multiply(BigDecimal.valueOf(seconds)).longValueExact());
    }

    private static Optional<LocalTime> clock(String words) {
        var bare = OF_A_CLOCK.matcher(words).replaceFirst("").strip();
        var military =
                words.equals(bare) && bare.length() < 4 ? Optional.<LocalTime>empty() : TimeOfNumber.military(bare);
        if (military.isPresent()) {
            return military;
        }
        var found = CLOCK.matcher(bare);
        if (!found.matches() || found.group("minute") == null && found.group("half") == null && words.equals(bare)) {
            return Optional.empty();
        }
        return time(found);
    }

    private static Optional<LocalTime> time(Matcher found) {
        var half = found.group("half");
        var hour = number(found, "hour");
        if (half != null && (hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        var hourOfDay = half == null ? hour : hour % 12 + (half.startsWith("p") ? 12 : 0);
        var minute = number(found, "minute");
        var second = number(found, "second");
        return hourOfDay < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(hourOfDay, minute, second))
                : Optional.empty();
    }

    /** {@code 031030MAY26}. */
    private Optional<RowTime> dateTimeGroup(String words) {
        var found = DATE_TIME_GROUP.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        return DateReader.month(found.group("name"))
                .map(month -> LocalDate.of(DateReader.year(found), month, number(found, "day")))
                .map(date -> Clock.at(LocalTime.of(number(found, "hour"), number(found, "minute")))
                        .on(new Day.Date(date)));
    }

    private Optional<RowTime> dateAndTime(String words) {
        var date = dates.date(words);
        if (date.isPresent()) {
            return date.map(it -> Clock.at(LocalTime.MIDNIGHT).on(new Day.Date(it)));
        }
        return BETWEEN_DATE_AND_TIME
                .matcher(words)
                .results()
                .flatMap(gap -> dateAndTime(words.substring(0, gap.start()), words.substring(gap.end())).stream())
                .findFirst();
    }

    private Optional<RowTime> dateAndTime(String first, String second) {
        return dates.date(first)
                .flatMap(date -> clock(second).map(time -> Clock.at(time).on(new Day.Date(date))));
    }

    private static int number(Matcher found, String group) {
        var digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
