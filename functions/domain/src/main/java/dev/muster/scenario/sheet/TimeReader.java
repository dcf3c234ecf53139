package dev.muster.scenario.sheet;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Day;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import dev.muster.scenario.sheet.RowTime.InWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
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

    private static final int PIVOT_OF_MILITARY_TIME = 100;

    /** No time takes more characters; whatever is longer is an explanation. */
    private static final int LONGEST = 60;

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private static final Pattern COUNTED = Pattern.compile("(?:[dhmst]\\s*\\+\\s*\\d+[\\s,;:/]*)+");
    private static final Pattern COUNT = Pattern.compile("([dhmst])\\s*\\+\\s*(\\d{1,5})");
    private static final Pattern AFTER_START =
            Pattern.compile("(?:startex|start|stx|t|e|h|x)?\\s*(?<sign>[+\\-−])\\s*(?<rest>\\d.*)");
    private static final Pattern DAY_AND_TIME = Pattern.compile(
            "(?:d\\s*\\+\\s*(?<offset>\\d{1,4})|(?:day|tag|d)\\s*(?<number>\\d{1,4}))\\s*[,:;\\-–/]?\\s*(?<time>\\d.*)");
    private static final Pattern DAY =
            Pattern.compile("d\\s*\\+\\s*(?<offset>\\d{1,4})|(?:day|tag|d)?\\s*(?<number>\\d{1,3})(?:\\.\\s*tag)?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,6}):(\\d{2})(?::(\\d{2}))?");

    private static final Pattern CLOCK = Pattern.compile(
            "(?<hour>\\d{1,2})(?:[:.h]\\s?(?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d+)?)?)?\\s*(?<half>[ap]\\.?\\s?m\\.?)?");
    private static final Pattern MILITARY = Pattern.compile("(?<hour>\\d{1,2})(?<minute>\\d{2})");
    private static final Pattern OF_A_CLOCK =
            Pattern.compile("\\s*(?:hrs|hours|uhr|h|z|utc|gmt|local|[ecmp][sd]?t|ces?t|bst|a|b|j|r)\\.?$");

    private static final Pattern AMOUNTS =
            Pattern.compile("(?:\\d+(?:[.,]\\d+)?\\s*[a-z]+\\.?[\\s,]*(?:and|und)?\\s*)+");
    private static final Pattern AMOUNT = Pattern.compile("(?<number>\\d+(?:[.,]\\d+)?)\\s*(?<unit>[a-z]+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,4})?");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:-|–|—|\\bto\\b|\\bbis\\b|\\buntil\\b)\\s*");

    private static final Pattern BETWEEN_DATE_AND_TIME = Pattern.compile("\\s*[,t]\\s*|\\s+");
    private static final Pattern DATE_TIME_GROUP = Pattern.compile(
            "(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})\\s?[a-z]?\\s?(?<name>[a-z]{3})\\s?(?<year>\\d{4}|\\d{2})?");

    /**
     * @param elapsed whether the column counts from StartEx, so that 0:45 is no time of day
     */
    RowTime read(Cell cell, boolean elapsed) {
        return switch (cell) {
            case Cell.Span span -> new Elapsed(span.length());
            case Cell.TimeOfDay it -> ofDay(it.time(), elapsed);
            case Cell.DateTime it ->
                new Clock(
                        Optional.of(new Day.Date(it.at().toLocalDate())),
                        it.at().toLocalTime());
            case Cell.Date it -> new Clock(Optional.of(new Day.Date(it.date())), LocalTime.MIDNIGHT);
            case Cell.Number it -> number(it.value(), elapsed);
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

    /** 0905 without its zero, minutes, or a time of day that nobody formatted as one. */
    private static RowTime number(BigDecimal value, boolean elapsed) {
        if (!elapsed && value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0) {
            var seconds = value.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP);
            return Clock.at(LocalTime.ofSecondOfDay(seconds.longValue() % 86_400));
        }
        var whole = value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(100_000)) < 0;
        if (!elapsed && whole && value.intValue() >= PIVOT_OF_MILITARY_TIME) {
            var military = military("%04d".formatted(value.intValue()));
            if (military.isPresent()) {
                return Clock.at(military.get());
            }
        }
        return minutes(value);
    }

    private static RowTime minutes(BigDecimal minutes) {
        if (minutes.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            return new InWords(minutes.toPlainString());
        }
        return new Elapsed(
                Duration.ofSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValue()));
    }

    private RowTime text(String text, boolean elapsed) {
        var words = folded(text);
        if (words.isEmpty()) {
            return RowTime.UNSAID;
        }
        if (words.length() > LONGEST) {
            return new InWords(text.strip());
        }
        return tryAll(words, elapsed).filter(time -> !isAbsurd(time)).orElseGet(() -> new InWords(text.strip()));
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
                            it -> elapsed ? hoursAndMinutes(it) : Optional.empty(),
                            it -> plainNumber(it, elapsed),
                            TimeReader::amounts,
                            it -> clock(it).map(Clock::at),
                            this::dateTimeGroup,
                            this::dateAndTime,
                            it -> range(it, elapsed))
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
        if (!NUMBER.matcher(words).matches() || !elapsed && words.matches("\\d{1,2}\\.\\d{2}")) {
            return Optional.empty();
        }
        if (!elapsed && words.length() == 4 && military(words).isPresent()) {
            return military(words).map(Clock::at);
        }
        return Optional.of(number(new BigDecimal(words.replace(',', '.')), elapsed));
    }

    private static Optional<RowTime> amounts(String words) {
        if (!AMOUNTS.matcher(words).matches()) {
            return Optional.empty();
        }
        var sum = Duration.ZERO;
        for (var amount : AMOUNT.matcher(words).results().toList()) {
            var unit = unit(amount.group(2));
            if (unit.isEmpty() || amount.group(1).length() == 4 && unit.get().equals("h")) {
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
        var military = words.equals(bare) && bare.length() < 4 ? Optional.<LocalTime>empty() : military(bare);
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

    private static Optional<LocalTime> military(String words) {
        var found = MILITARY.matcher(words);
        if (!found.matches() || number(found, "hour") > 23 || number(found, "minute") > 59) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(number(found, "hour"), number(found, "minute")));
    }

    /** {@code 031030ZMAY26}. */
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

    private Optional<RowTime> range(String words, boolean elapsed) {
        var parts = RANGE.split(words, 2);
        if (parts.length < 2 || parts[0].isBlank() || text(parts[1], elapsed) instanceof InWords) {
            return Optional.empty();
        }
        return Optional.of(text(parts[0], elapsed)).filter(first -> !(first instanceof InWords));
    }

    private static int number(Matcher found, String group) {
        var digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
