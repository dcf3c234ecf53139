package dev.muster.scenario.sheet;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import dev.muster.scenario.sheet.RowTime.InWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time that a bare number means: minutes, 0905 without its zero, or a part of an hour or of a day. */
final class TimeOfNumber {

    private static final int PIVOT_OF_MILITARY_TIME = 100;

    /** How military time writes midnight at the end of a day. */
    private static final BigDecimal END_OF_DAY = BigDecimal.valueOf(2400);

    /** People write parts of an hour with so many decimals; Excel's parts of a day have more. */
    private static final int DECIMALS_OF_PEOPLE = 2;

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    /** With a point or a comma, as people write it. */
    static final Pattern BARE = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,4})?");

    private static final Pattern MILITARY = Pattern.compile("(\\d{1,2})(\\d{2})");

    private TimeOfNumber() {}

    /** @param elapsed whether the column counts from StartEx */
    static RowTime read(BigDecimal value, boolean elapsed) {
        if (isPart(value)) {
            return elapsed ? new Elapsed(seconds(value, partOf(value))) : clock(seconds(value, SECONDS_OF_A_DAY));
        }
        if (!elapsed && value.compareTo(END_OF_DAY) == 0) {
            return Clock.END_OF_DAY;
        }
        return clockOfDigits(value, elapsed).orElseGet(() -> minutes(value));
    }

    /** What was taken for granted in reading it; nothing for what counts minutes in a column that counts. */
    static Optional<String> assumed(BigDecimal value, boolean elapsed) {
        var shown = value.toPlainString();
        return switch (read(value, elapsed)) {
            case Elapsed it
            when isPart(value) ->
                Optional.of("%s is taken for a part of %s, %s; write 0:30 or 30 min"
                        .formatted(
                                shown,
                                partOf(value).equals(SECONDS_OF_A_DAY) ? "a day" : "an hour",
                                Times.shown(it.since())));
            case Elapsed it
            when !elapsed ->
                Optional.of("%s is taken for minutes after StartEx; write 09:05 for a time of day".formatted(shown));
            case Clock it
            when isPart(value) ->
                Optional.of(
                        "%s is taken for a part of a day, %s; write 09:05".formatted(shown, Times.shown(it.time())));
            default -> Optional.empty();
        };
    }

    /** The number that stands in a cell without any unit. */
    static Optional<BigDecimal> bare(Cell cell) {
        return switch (cell) {
            case Cell.Number it -> Optional.of(it.value());
            case Cell.Text it ->
                Optional.of(it.text().strip()).filter(BARE.asMatchPredicate()).map(TimeOfNumber::decimal);
            default -> Optional.empty();
        };
    }

    static BigDecimal decimal(String words) {
        return new BigDecimal(words.replace(',', '.'));
    }

    static Duration hours(BigDecimal hours) {
        return seconds(hours, SECONDS_OF_AN_HOUR);
    }

    private static boolean isPart(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
    }

    private static BigDecimal partOf(BigDecimal value) {
        return value.stripTrailingZeros().scale() > DECIMALS_OF_PEOPLE ? SECONDS_OF_A_DAY : SECONDS_OF_AN_HOUR;
    }

    private static Duration seconds(BigDecimal value, BigDecimal unit) {
        return Duration.ofSeconds(
                value.multiply(unit).setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static RowTime clock(Duration sinceMidnight) {
        return Clock.at(LocalTime.MIDNIGHT.plus(sinceMidnight));
    }

    private static Optional<RowTime> clockOfDigits(BigDecimal value, boolean elapsed) {
        var whole = value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(100_000)) < 0;
        return !elapsed && whole && value.intValue() >= PIVOT_OF_MILITARY_TIME
                ? military("%04d".formatted(value.intValue())).map(Clock::at)
                : Optional.empty();
    }

    private static RowTime minutes(BigDecimal minutes) {
        if (minutes.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            return new InWords(minutes.toPlainString());
        }
        return new Elapsed(
                Duration.ofSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValue()));
    }

    /** {@code 0905}. */
    static Optional<LocalTime> military(String words) {
        var found = MILITARY.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var hour = Integer.parseInt(found.group(1));
        var minute = Integer.parseInt(found.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
