package dev.muster.scenario.sheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.sheet.Cell;
import java.time.Duration;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines as crisis plans write them. */
class DeadlineReaderTest {

    private static DeadlineReader.Reading read(String text) {
        return DeadlineReader.read(Cell.of(text), "Deadline").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 min | PT15M",
                "15min. | PT15M",
                "15 Minuten | PT15M",
                "30' | PT30M",
                "1 h | PT1H",
                "1h30 min | PT1H30M",
                "1.5 hours | PT1H30M",
                "1,5 Std. | PT1H30M",
                "1½ h | PT1H30M",
                "00:15 | PT15M",
                "0:45 h | PT45M",
                "24:00 | PT24H",
                "T+30 min | PT30M",
                "T + 2h | PT2H",
                "H+2 | PT2H",
                "D+1 H+2 M+30 | PT26H30M",
                "within 72 hours | PT72H",
                "max. 10 Min. | PT10M",
                "< 5 min | PT5M",
                "binnen 2 Stunden | PT2H",
                "innerhalb von 15 Minuten | PT15M",
                "in the first 60 minutes | PT1H",
                "no later than one hour | PT1H",
                "half an hour | PT30M",
                "within the hour | PT1H",
                "Viertelstunde | PT15M",
                "3 days | PT72H",
                "2 Wochen | PT336H",
                "PT20M | PT20M",
                "90 s | PT1M30S",
                "2 working days | PT48H",
                "3 Werktage | PT72H"
            })
    void whatSaysHowLongIsReadToTheLetter(String written, Duration length) {
        assertThat(read(written).length()).isEqualTo(length);
        assertThat(read(written).assumption()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "immediately | PT5M | is taken as 5 minutes",
                "Sofort! | PT5M | is taken as 5 minutes",
                "T+0 | PT5M | is taken as 5 minutes",
                "20 | PT20M | a number alone counts minutes",
                "0.5 | PT30M | a number alone with a fraction counts hours",
                "1,5 | PT1H30M | a number alone with a fraction counts hours",
                "15-30 min | PT30M | the longer time counts",
                "15 bis 30 Minuten | PT30M | the longer time counts",
                "15 min after the alert | PT15M | \"alert\" is not read",
                "1 h (public) | PT1H | \"public\" is not read"
            })
    void whatIsNotSaidInSoManyWordsIsAssumedAndSaid(String written, Duration length, String assumption) {
        assertThat(read(written).length()).isEqualTo(length);
        assertThat(read(written).assumption().orElseThrow()).contains(assumption);
    }

    @Test
    void aNumberAloneCountsInTheUnitOfItsColumn() {
        assertThat(DeadlineReader.read(Cell.of("2"), "Deadline (h)")
                        .orElseThrow()
                        .length())
                .isEqualTo(Duration.ofHours(2));
        assertThat(DeadlineReader.read(Cell.of("20"), "Target time [min]")
                        .orElseThrow()
                        .assumption())
                .isEmpty();
    }

    @Test
    void aTimeCellIsHoursAndMinutes() {
        assertThat(DeadlineReader.read(new Cell.TimeOfDay(LocalTime.of(0, 20)), "Due")
                        .orElseThrow()
                        .length())
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(DeadlineReader.read(new Cell.Span(Duration.ofHours(36)), "Due")
                        .orElseThrow()
                        .length())
                .isEqualTo(Duration.ofHours(36));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "TBD",
                "n/a",
                "ongoing",
                "laufend",
                "as required",
                "tomorrow",
                "0 min",
                "5 posts",
                "9999 weeks",
                "PT"
            })
    void whatSaysNoTimeIsNotRead(String written) {
        assertThat(DeadlineReader.read(Cell.of(written), "Deadline")).isEmpty();
    }

    @Property(tries = 500)
    void whateverStandsThereIsReadOrNotAndNeverBreaks(@ForAll String written) {
        DeadlineReader.read(Cell.of(written), written)
                .ifPresent(reading -> assertThat(reading.length()).isPositive());
    }
}
