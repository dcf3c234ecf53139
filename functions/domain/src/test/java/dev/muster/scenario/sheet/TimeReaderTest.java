package dev.muster.scenario.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Day;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import dev.muster.scenario.sheet.RowTime.InWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

    private static final TimeReader READER = new TimeReader(false);

    private static RowTime read(String text) {
        return READER.read(new Cell.Text(text), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D+1 H+2 M+30 | PT26H30M",
                "d + 0, h+1, m+5 | PT1H5M",
                "H+2 | PT2H",
                "M+45 | PT45M",
                "D+1 | PT24H",
                "H+1:30 | PT1H30M",
                "T+45 | PT45M",
                "T+00:45 | PT45M",
                "T + 1 h 15 min | PT1H15M",
                "StartEx + 30 | PT30M",
                "STARTEX+1:05:30 | PT1H5M30S",
                "+00:05 | PT5M",
                "+90 | PT1H30M",
                "T-15 | PT-15M",
                "-10 min | PT-10M",
                "PT5M | PT5M",
                "P1DT2H | PT26H",
                "PT0.25S | PT0.25S",
                "30 min | PT30M",
                "1 h 30 min | PT1H30M",
                "1h30m | PT1H30M",
                "2 hours and 5 minutes | PT2H5M",
                "1,5 Stunden | PT1H30M",
                "90 Minuten | PT1H30M",
                "1 day 2 hrs | PT26H",
                "5 | PT5M",
                "45 | PT45M",
                "1.25 h | PT1H15M",
                "Übungsbeginn + 90 min | PT1H30M",
                "T+1h30 | PT1H30M",
                "T+1h05 | PT1H5M",
                "approx. T+45 | PT45M",
            })
    void timesSinceTheStart(String text, Duration since) {
        assertThat(read(text)).isEqualTo(new Elapsed(since));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:05 | 09:05",
                "9:05 | 09:05",
                "9.05 | 09:05",
                "09:05:30 | 09:05:30",
                "9:05 AM | 09:05",
                "9:05 p.m. | 21:05",
                "12:10 am | 00:10",
                "12 pm | 12:00",
                "7pm | 19:00",
                "0905 | 09:05",
                "0905 hrs | 09:05",
                "0905h | 09:05",
                "1430 hours | 14:30",
                "0905Z | 09:05",
                "09:05 Uhr | 09:05",
                "9 Uhr | 09:00",
                "09h05 | 09:05",
                "10:30 EST | 10:30",
                "10:30 CEST | 10:30",
                "09:05 - 09:15 | 09:05",
                "0905–0915 | 09:05",
                "9:05 to 9:20 | 09:05",
                "approx. 10:20 | 10:20",
                "ca. 10:20 Uhr | 10:20",
                "~10:20 CET | 10:20",
                "10:30 am (EST) | 10:30",
                "10:00Z-10:15Z | 10:00",
                "11.15h | 11:15",
                "9.30 hrs | 09:30",
                "10 Uhr 15 | 10:15",
                "0950L | 09:50",
                "um 10:20 Uhr | 10:20",
                "ab 09:05 | 09:05",
            })
    void timesOfDay(String text, LocalTime time) {
        assertThat(read(text)).isEqualTo(Clock.at(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-03 09:10 | 2026-05-03 | 09:10",
                "2026-05-03T09:10 | 2026-05-03 | 09:10",
                "3.5.2026 09:10 | 2026-05-03 | 09:10",
                "03.05.26, 09:10 Uhr | 2026-05-03 | 09:10",
                "5/3/2026 9:10 AM | 2026-05-03 | 09:10",
                "3 May 2026 0910 | 2026-05-03 | 09:10",
                "Sunday, 3 May 2026 09:10 | 2026-05-03 | 09:10",
                "May 3, 2026 9:10 PM | 2026-05-03 | 21:10",
                "3. Mai 2026 9:10 | 2026-05-03 | 09:10",
                "031030ZMAY26 | 2026-05-03 | 10:30",
                "3 May 2026 | 2026-05-03 | 00:00",
            })
    void timesOfDates(String text, LocalDate date, LocalTime time) {
        assertThat(read(text)).isEqualTo(Clock.at(time).on(new Day.Date(date)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Day 1 10:15 | 0", "Day 2, 10:15 | 1", "D+1 10:15 | 1", "Tag 3 10:15 Uhr | 2", "D+2: 1015 | 2"})
    void timesOfCountedDays(String text, int day) {
        assertThat(read(text)).isEqualTo(Clock.at(LocalTime.of(10, 15)).on(new Day.Counted(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBD",
                "as needed",
                "when the team asks",
                "25:00",
                "9:75",
                "13 pm",
                "2026-02-31 09:00",
                "n/a",
                "D+",
                "+",
                "call Rafe at 555-0101",
                "1e9",
                "99999999999999999999 h",
                "09:05 and then some"
            })
    void whatIsNoTimeStaysInWords(String text) {
        assertThat(read(text)).isEqualTo(new InWords(text));
    }

    @Test
    void aColumnThatCountsTakesTimesOfDayForLengths() {
        assertThat(READER.read(new Cell.Text("1:05"), true)).isEqualTo(new Elapsed(Duration.ofMinutes(65)));
        assertThat(READER.read(new Cell.Text("905"), true)).isEqualTo(new Elapsed(Duration.ofMinutes(905)));
        assertThat(READER.read(new Cell.TimeOfDay(LocalTime.of(1, 5)), true))
                .isEqualTo(new Elapsed(Duration.ofMinutes(65)));
        assertThat(READER.read(new Cell.Number(BigDecimal.valueOf(7.5), "7.5"), true))
                .isEqualTo(new Elapsed(Duration.ofSeconds(450)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "2400", "24.00", "24:00 Uhr", "2400 hrs"})
    void aDayEndsAtTwentyFour(String text) {
        assertThat(read(text)).isEqualTo(Clock.END_OF_DAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "10:00-10:15 | its end, \"10:15\", is not used",
                "1030Z | no time zone is converted, so \"Z\" changes nothing",
                "031030ZMAY26 | no time zone is converted, so \"Z\" changes nothing",
                "approx. 10:20 | \"approx.\" changes nothing",
                "90 | 90 is taken for minutes after StartEx; write 09:05 for a time of day",
                "0.375 | 0.375 is taken for a part of a day, 09:00; write 09:05",
            })
    void whatIsAssumedInReadingATimeIsSaid(String text, String assumed) {
        assertThat(READER.assumed(new Cell.Text(text), false)).containsExactly(assumed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:05", "9:05 AM", "0905", "905", "T+45", "2026-05-03 09:10", "D+1 10:15", "soon", ""})
    void aPlainTimeNeedsNoAssumption(String text) {
        assertThat(READER.assumed(new Cell.Text(text), false)).isEmpty();
    }

    @Test
    void aPartInAColumnThatCountsIsOfAnHourOrAsExcelCountsOfADay() {
        assertThat(READER.read(new Cell.Text("0.5"), true)).isEqualTo(new Elapsed(Duration.ofMinutes(30)));
        assertThat(READER.read(new Cell.Text("0,25"), true)).isEqualTo(new Elapsed(Duration.ofMinutes(15)));
        assertThat(READER.read(new Cell.Number(new BigDecimal("0.0208333"), "0.0208333"), true))
                .isEqualTo(new Elapsed(Duration.ofMinutes(30)));
        assertThat(READER.assumed(new Cell.Text("0.5"), true))
                .containsExactly("0.5 is taken for a part of an hour, 0:30; write 0:30 or 30 min");
        assertThat(READER.assumed(new Cell.Text("45"), true)).isEmpty();
    }

    @Test
    void excelsNumbersAreTimesToo() {
        assertThat(READER.read(new Cell.Number(BigDecimal.valueOf(905), "905"), false))
                .isEqualTo(Clock.at(LocalTime.of(9, 5)));
        assertThat(READER.read(new Cell.Number(BigDecimal.valueOf(0.375), "0.375"), false))
                .isEqualTo(Clock.at(LocalTime.of(9, 0)));
        assertThat(READER.read(new Cell.Number(BigDecimal.valueOf(15), "15"), false))
                .isEqualTo(new Elapsed(Duration.ofMinutes(15)));
        assertThat(READER.read(new Cell.Span(Duration.ofHours(26)), false))
                .isEqualTo(new Elapsed(Duration.ofHours(26)));
    }

    @Test
    void theOrderOfDayAndMonthIsToldByANumberThatCanBeNoMonth() {
        assertThat(DateReader.tellsDayFirst("13/5/2026")).contains(true);
        assertThat(DateReader.tellsDayFirst("5/13/2026")).contains(false);
        assertThat(DateReader.tellsDayFirst("5/3/2026")).isEmpty();
        assertThat(new TimeReader(true).day(new Cell.Text("5/3/2026")))
                .contains(new Day.Date(LocalDate.of(2026, 3, 5)));
    }

    @Test
    void aColumnOfDaysMayCountOrDate() {
        assertThat(READER.day(new Cell.Text("Day 2"))).contains(new Day.Counted(1));
        assertThat(READER.day(new Cell.Text("D+1"))).contains(new Day.Counted(1));
        assertThat(READER.day(new Cell.Number(BigDecimal.TWO, "2"))).contains(new Day.Counted(1));
        assertThat(READER.day(new Cell.Date(LocalDate.of(2026, 5, 3))))
                .contains(new Day.Date(LocalDate.of(2026, 5, 3)));
        assertThat(READER.day(new Cell.Text("whenever"))).isEmpty();
        assertThat(READER.day(new Cell.Text("31.02.2026"))).isEmpty();
    }

    @Property(tries = 500)
    void noTextIsTooStrangeToBeRead(@ForAll String text) {
        assertThat(read(text)).isNotNull();
        assertThat(READER.read(new Cell.Text(text), true)).isNotNull();
        assertThat(READER.day(new Cell.Text(text))).isNotNull();
    }
}
