package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long somebody has for a step, as crisis plans write it. */
final class DeadlineReader {

    /** What "immediately" means on a watch: long enough to reach for the telephone. */
    static final Duration AT_ONCE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Set<String> IMMEDIATELY = Set.of(
            "immediately",
            "immediate",
            "at once",
            "asap",
            "as soon as possible",
            "now",
            "instantly",
            "straight away",
            "right away",
            "without delay",
            "promptly",
            "t0",
            "t+0",
            "t + 0",
            "h+0",
            "0",
            "sofort",
            "unverzüglich",
            "umgehend",
            "direkt",
            "ohne verzug",
            "so schnell wie möglich");

    private static final String NUMBER = "\\d+(?:[.,]\\d+)?";

    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")\\s*(?:-|–|—|to|bis)\\s*(?=" + NUMBER + ")");
    private static final Pattern WATCH =
            Pattern.compile("(\\d{1,3}):(\\d{2})(?::(\\d{2}))?(?:\\s*(?:h|hrs?|std|uhr)\\.?)?");
    private static final Pattern COUNTED = Pattern.compile("([tdhm])\\s*\\+\\s*(?=\\d)");
    private static final Pattern AMOUNT = Pattern.compile("(" + NUMBER + ")\\s*(\\p{L}+\\.?|['′])?");
    private static final Pattern WORKING =
            Pattern.compile("\\b(?:working|business|calendar|arbeits|werk)-?\\s*(?=days?|tage?)");
    private static final Pattern HALF = Pattern.compile("(\\d+)\\s*½");
    private static final Pattern WORDS_BETWEEN = Pattern.compile(
            "\\b(?:within|in|under|max|maximum|maximal|at most|no later than|not later than|latest|less than|up to|by|about|approx"
                    + "|approximately|ca|circa|every|after|of|the|first|innerhalb|von|binnen|bis|zu|nach|spätestens|höchstens|ungefähr"
                    + "|etwa|den|der|ersten|alle|and|und|further)\\b\\.?|[<≤~≈,;+]");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("half an hour", "30 min"),
            Map.entry("half hour", "30 min"),
            Map.entry("halbe stunde", "30 min"),
            Map.entry("halben stunde", "30 min"),
            Map.entry("quarter of an hour", "15 min"),
            Map.entry("quarter hour", "15 min"),
            Map.entry("viertelstunde", "15 min"),
            Map.entry("viertel stunde", "15 min"),
            Map.entry("an hour", "1 h"),
            Map.entry("the hour", "1 h"),
            Map.entry("a day", "1 d"),
            Map.entry("a week", "1 w"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("ten", "10"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("einer", "1"),
            Map.entry("eine", "1"),
            Map.entry("einem", "1"),
            Map.entry("ein", "1"),
            Map.entry("zwei", "2"),
            Map.entry("drei", "3"),
            Map.entry("vier", "4"),
            Map.entry("fünf", "5"),
            Map.entry("sechs", "6"),
            Map.entry("zehn", "10"),
            Map.entry("fünfzehn", "15"),
            Map.entry("zwanzig", "20"),
            Map.entry("dreißig", "30"));

    private DeadlineReader() {}

    /**
     * What was read.
     *
     * @param assumption what was not said in so many words, if anything
     */
    record Reading(Duration length, Optional<String> assumption) {

        private static Reading of(Duration length) {
            return new Reading(length, Optional.empty());
        }

        private Reading assuming(String words) {
            return new Reading(
                    length, assumption.map(first -> first + ", " + words).or(() -> Optional.of(words)));
        }
    }

    /**
     * @param heading of the column, which may say the unit: {@code Deadline (h)}
     * @return empty if nobody could say how long that is
     */
    static Optional<Reading> read(Cell cell, String heading) {
        var reading =
                switch (cell) {
                    case Cell.Span span -> Optional.of(Reading.of(span.length()));
                    case Cell.TimeOfDay time ->
                        Optional.of(Reading.of(Duration.ofSeconds(time.time().toSecondOfDay())));
                    default -> text(cell.shown(), unit(heading));
                };
        return reading.filter(it -> it.length().isPositive() && it.length().compareTo(LONGEST) <= 0);
    }

    /** What a number without a unit counts in. */
    private static Optional<String> unit(String heading) {
        var plain = heading.toLowerCase(Locale.ROOT);
        if (plain.matches(".*\\b(?:min|mins|minutes?|minuten)\\b.*")) {
            return Optional.of("min");
        }
        return plain.matches(".*\\b(?:h|hrs|hours?|std|stunden)\\b.*") ? Optional.of("h") : Optional.empty();
    }

    private static Optional<Reading> text(String written, Optional<String> unit) {
        var text = written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (IMMEDIATELY.contains(text.replaceAll("[!.]+$", ""))) {
            return Optional.of(Reading.of(AT_ONCE)
                    .assuming("\"%s\" is taken as %d minutes".formatted(written.strip(), AT_ONCE.toMinutes())));
        }
        if (text.startsWith("p") && text.length() > 2 && !text.contains(" ")) {
            return iso(written.strip());
        }
        try {
            return amounts(inNumbers(text), unit);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> iso(String text) {
        try {
            return Optional.of(Reading.of(Duration.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String inNumbers(String text) {
        var numbers = text;
        for (var number : NUMBERS.entrySet().stream()
                .sorted((one, other) -> other.getKey().length() - one.getKey().length())
                .toList()) {
            numbers = numbers.replaceAll("(?U)\\b" + number.getKey() + "\\b", number.getValue());
        }
        numbers = WORKING.matcher(numbers).replaceAll("");
        return HALF.matcher(numbers).replaceAll("$1.5").replace("½", "0.5");
    }

    private static Optional<Reading> amounts(String text, Optional<String> unit) {
        var range = RANGE.matcher(text);
        var upper = range.replaceAll("");
        var watch = WATCH.matcher(upper);
        if (watch.find()) {
            return said(Reading.of(onAWatch(watch)), watch.replaceFirst(" "));
        }
        var counted = COUNTED.matcher(upper);
        var perLetter = counted.find() ? Optional.of(counted.group(1)) : Optional.<String>empty();
        var bare = perLetter.isPresent() ? spelled(upper) : upper;
        var reading = sum(bare, unit);
        return upper.equals(text) ? reading : reading.map(it -> it.assuming("of the range, the longer time counts"));
    }

    /** {@code D+1 H+2 M+30} as {@code 1 d 2 h 30 min}; after T, a number alone counts minutes, as the field does. */
    private static String spelled(String text) {
        return Pattern.compile("([tdhm])\\s*\\+\\s*(" + NUMBER + ")\\s*(\\p{L}+)?(?!\\s*\\+)")
                .matcher(text)
                .replaceAll(found -> {
                    var unit = found.group(3) != null
                                    && unitSeconds(found.group(3)).isPresent()
                            ? found.group(3)
                            : found.group(1).equals("t") ? "min" : found.group(1);
                    return found.group(2) + " " + unit + " ";
                });
    }

    private static Duration onAWatch(Matcher watch) {
        var seconds = watch.group(3) == null ? 0 : Integer.parseInt(watch.group(3));
        return Duration.ofHours(Integer.parseInt(watch.group(1)))
                .plusMinutes(Integer.parseInt(watch.group(2)))
                .plusSeconds(seconds);
    }

    private static Optional<Reading> sum(String text, Optional<String> unit) {
        var amounts = AMOUNT.matcher(text);
        var sum = Duration.ZERO;
        var rest = new StringBuilder();
        var assumption = Optional.<String>empty();
        while (amounts.find()) {
            var known = Optional.ofNullable(amounts.group(2)).flatMap(DeadlineReader::unitSeconds);
            var countsSomethingElse = known.isEmpty() && amounts.group(2) != null && unit.isEmpty();
            if (countsSomethingElse || known.isEmpty() && !sum.isZero()) {
                return Optional.empty();
            }
            var isBare = known.isEmpty() && unit.isEmpty();
            var counted = amounts.group(1).matches("\\d+") ? "min" : "h";
            assumption = isBare ? Optional.of(counted) : assumption;
            var seconds = known.or(() -> unitSeconds(unit.orElse(counted))).orElseThrow();
            sum = sum.plusSeconds(new BigDecimal(amounts.group(1).replace(',', '.'))
                    .multiply(BigDecimal.valueOf(seconds))
                    .longValue());
            amounts.appendReplacement(
                    rest,
                    known.isEmpty() && amounts.group(2) != null ? Matcher.quoteReplacement(amounts.group(2)) : " ");
        }
        amounts.appendTail(rest);
        if (sum.isZero()) {
            return Optional.empty();
        }
        var reading = Reading.of(sum);
        return said(
                assumption
                        .map(DeadlineReader::ofBareNumbers)
                        .map(reading::assuming)
                        .orElse(reading),
                rest.toString());
    }

    /** Nobody writes half a minute as 0.5, or an hour and a half as 1.5 minutes. */
    private static String ofBareNumbers(String unit) {
        return unit.equals("h") ? "a number alone with a fraction counts hours" : "a number alone counts minutes";
    }

    /** What else stands there is said, so that nobody takes it for read. */
    private static Optional<Reading> said(Reading reading, String rest) {
        var words = WORDS_BETWEEN
                .matcher(rest)
                .replaceAll(" ")
                .replaceAll("[\\s().:]+", " ")
                .strip();
        return Optional.of(words.isEmpty() ? reading : reading.assuming("\"%s\" is not read".formatted(words)));
    }

    private static Optional<Long> unitSeconds(String unit) {
        return switch (unit.replace(".", "")) {
            case "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden" -> Optional.of(1L);
            case "m", "min", "mins", "minute", "minutes", "minuten", "'", "′" -> Optional.of(60L);
            case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden" -> Optional.of(3_600L);
            case "d", "day", "days", "tag", "tage", "tagen" -> Optional.of(86_400L);
            case "w", "week", "weeks", "woche", "wochen" -> Optional.of(604_800L);
            case "month", "months", "monat", "monate", "monaten" -> Optional.of(2_592_000L);
            default -> Optional.empty();
        };
    }
}
