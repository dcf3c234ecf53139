package dev.muster.scenario.sheet;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Day;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import dev.muster.scenario.sheet.RowTime.InWords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When each row happens, after the time at which the drill starts was found.
 *
 * @param starts what the scenario's clock shows at StartEx; empty if no row goes by the clock
 * @param assumedStart whether nobody said so, and the first event's time was taken
 */
record Timeline(Optional<LocalTime> starts, boolean assumedStart, List<Moment> moments) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** Days of the scenario's clock have four digits. */
    private static final int FURTHEST_DAY = 9_999;

    /** Scripts by the clock do not start in the first minutes after midnight; those that count from zero do. */
    private static final LocalTime FIRST_OF_A_COUNT = LocalTime.of(0, 30);

    /**
     * When a row happens.
     *
     * @param at after StartEx; empty if the row has no time
     * @param written as it goes into the scenario's file
     * @param assumed what was assumed to get there; empty if nothing
     */
    record Moment(Optional<Duration> at, String written, String assumed) {

        static final Moment NEVER = new Moment(Optional.empty(), "", "");

        /** The same, unless more was assumed of it already. */
        private Moment assuming(String words) {
            return assumed.isEmpty() ? new Moment(at, written, words) : this;
        }
    }

    /** Whether times such as 0:05 count from StartEx although they look like times of day. */
    static boolean countsFromStart(List<RowTime> times, Optional<LocalTime> start) {
        var clocks = times.stream()
                .filter(Clock.class::isInstance)
                .map(Clock.class::cast)
                .toList();
        return !clocks.isEmpty()
                && clocks.stream().allMatch(clock -> clock.day().isEmpty() && !clock.endOfDay())
                && start.map(FIRST_OF_A_COUNT::isBefore).orElse(true)
                && clocks.getFirst().time().isBefore(FIRST_OF_A_COUNT)
                && isSorted(clocks);
    }

    private static boolean isSorted(List<Clock> clocks) {
        var times = clocks.stream().map(Clock::time).toList();
        return times.stream().sorted().toList().equals(times);
    }

    /**
     * @param times of the rows, in their order
     * @param start the time of StartEx, if anybody says it
     */
    static Timeline of(List<RowTime> times, Optional<LocalTime> start) {
        var rolled = new ArrayList<String>();
        var instants = instants(times, rolled);
        var first = instants.stream().filter(Objects::nonNull).min(Comparator.naturalOrder());
        var zero = start.map(time -> zero(Duration.between(LocalTime.MIN, time), first.orElse(Duration.ZERO)))
                .or(() -> first);
        var moments = new ArrayList<Moment>();
        for (var row = 0; row < times.size(); row++) {
            moments.add(moment(times.get(row), instants.get(row), zero.orElse(Duration.ZERO))
                    .assuming(rolled.get(row)));
        }
        var byClock = first.isPresent() || start.isPresent();
        return new Timeline(
                byClock ? zero.map(it -> LocalTime.MIN.plus(it)) : Optional.empty(),
                byClock && start.isEmpty(),
                moments);
    }

    /** A start late in the evening before a first event after midnight is on the day before. */
    private static Duration zero(Duration start, Duration first) {
        return first.minus(start).compareTo(HALF_A_DAY.negated()) < 0 ? start.minus(DAY) : start;
    }

    /**
     * How long after midnight of the first day each clock shows its time; nothing for rows without.
     *
     * @param rolled takes what is to be said of each row that is put on the next day without saying so; else empty words
     */
    private static List<Duration> instants(List<RowTime> times, List<String> rolled) {
        var firstDate = times.stream().flatMap(time -> date(time).stream()).min(Comparator.naturalOrder());
        var instants = new ArrayList<Duration>();
        var midnight = Duration.ZERO;
        var before = Duration.ZERO;
        for (var time : times) {
            var words = "";
            if (!(time instanceof Clock clock)) {
                rolled.add(words);
                instants.add(null);
                continue;
            }
            var sinceMidnight = clock.sinceMidnight();
            if (clock.day().isPresent()) {
                midnight = DAY.multipliedBy(day(clock.day().get(), firstDate));
            } else if (midnight.plus(sinceMidnight).plus(HALF_A_DAY).compareTo(before) < 0) {
                midnight = midnight.plus(DAY);
                words = nextDay(clock.time(), before);
            }
            rolled.add(words);
            before = midnight.plus(sinceMidnight);
            instants.add(before);
        }
        return instants;
    }

    private static String nextDay(LocalTime time, Duration before) {
        return "%1$s behind %2$s is taken for the next day; say the day if that is wrong"
                .formatted(Times.shown(time), Times.shown(LocalTime.MIN.plus(before)));
    }

    private static Optional<LocalDate> date(RowTime time) {
        return Stream.of(time)
                .filter(Clock.class::isInstance)
                .flatMap(clock -> ((Clock) clock).day().stream())
                .filter(Day.Date.class::isInstance)
                .map(day -> ((Day.Date) day).date())
                .findFirst();
    }

    private static long day(Day day, Optional<LocalDate> first) {
        return switch (day) {
            case Day.Date it -> ChronoUnit.DAYS.between(first.orElse(it.date()), it.date());
            case Day.Counted it -> it.number();
        };
    }

    private static Moment moment(RowTime time, Duration instant, Duration zero) {
        return switch (time) {
            case InWords words -> Moment.NEVER;
            case Elapsed elapsed -> moment(elapsed.since(), elapsed.since().toString());
            case Clock clock -> moment(instant.minus(zero), byClock(instant, clock.time(), zero));
        };
    }

    private static Moment moment(Duration at, String written) {
        return at.isNegative()
                ? new Moment(
                        Optional.of(Duration.ZERO),
                        Duration.ZERO.toString(),
                        "%s before StartEx, so put at the start".formatted(Times.shown(at.abs())))
                : new Moment(Optional.of(at), written, "");
    }

    /** {@code 09:05}, {@code D+1 10:15}; what the scenario's clock cannot say is written as a length of time. */
    private static String byClock(Duration instant, LocalTime time, Duration zero) {
        var day = instant.toDays() - (zero.isNegative() ? -1 : zero.toDays());
        if (time.getSecond() != 0 || time.getNano() != 0 || day > FURTHEST_DAY) {
            return instant.minus(zero).truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return day == 0 ? Times.shown(time) : "D+%d %s".formatted(day, Times.shown(time));
    }
}
