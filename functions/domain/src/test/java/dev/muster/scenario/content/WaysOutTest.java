package dev.muster.scenario.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real numbers and addresses are seen however they are written; everything else that is made of digits is left alone. */
class WaysOutTest {

    private static List<String> found(String text) {
        return WaysOut.in(text).stream()
                .map(way -> text.substring(way.start(), way.end()))
                .toList();
    }

    // ---- telephone numbers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "020 7123 4567",
                "(020) 7123 4567",
                "020-7123-4567",
                "020.7123.4567",
                "02071234567",
                "+44 20 7123 4567",
                "+44 (0)20 7123 4567",
                "+44(0)2071234567",
                "+442071234567",
                "0044 20 7123 4567",
                "00442071234567",
                "0800 123 456",
                "0800 1111",
                "07912 345678",
                "07912 345 678",
                "0191 498 1000",
                "(212) 555-1212",
                "212-736-5000",
                "212.736.5000",
                "212 736 5000",
                "1-800-555-0100",
                "+1 (212) 736-5000",
                "+1-212-736-5000",
                "+12127365000",
                "555-1212",
                "030 / 12345-678",
                "030/12345678",
                "+49 (0)30 12345-678",
                "+49 171 1234567",
                "0171/1234567",
                "01 23 45 67 89",
                "01.23.45.67.89",
                "+33 1 23 45 67 89",
                "(02) 9123 4567",
                "0412 345 678",
                "0491 570 007",
                "+61 2 9123 4567",
                "1300 975 111",
                "+81 3-1234-5678",
                "+971 4 123 4567",
                "+٤٤ ٢٠ ٧١٢٣ ٤٥٦٧",
                "０２０−７１２３−４５６７",
                "020\u00A07123\u00A04567",
                "020 7123–4567"
            })
    void aRealNumberIsSeenInEveryFormThatPeopleWrite(String number) {
        assertThat(found("Please reach me at " + number + ". Thanks.")).containsExactly(number);
        assertThat(found(number)).containsExactly(number);
        assertThat(found("Ana, " + number + ", says no")).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "020 7946 0171",
                "(020) 7946 0171",
                "+44 20 7946 0000",
                "+44 (0)20 7946 0958",
                "+442079460958",
                "0044 20 7946 0958",
                "07700 900412",
                "07700 900 412",
                "07700900412",
                "+44 7700 900001",
                "+44-7700-900001",
                "01632 960123",
                "0161 496 0123",
                "0115 496 0999",
                "0808 157 0123",
                "08081 570123",
                "03069 990123",
                "212-555-0100",
                "(212) 555-0199",
                "+1 212 555 0123",
                "1-312-555-0150",
                "555-0123",
                "555 0123",
                "800-555-0199",
                "030 23125 123",
                "030/23125-123",
                "+49 30 23125123",
                "+49 (0)221 4710 123",
                "089 99998-000",
                "01 99 00 12 34",
                "06.39.98.00.01",
                "+33 6 39 98 00 01",
                "(02) 5550 1234",
                "5550 1234",
                "+61 3 7010 9999",
                "0491 570 156",
                "+61 491 570 156",
                "٠٢٠ ٧٩٤٦ ٠١٧١"
            })
    void aNumberReservedForDramaIsLeftAlone(String number) {
        assertThat(found("Please call " + number + ".")).isEmpty();
        assertThat(found("Ines, " + number)).isEmpty();
        assertThat(found(number + " or " + number + "\n" + number + " " + number))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call 7123 4567",
                "Phone: 7123456",
                "text 88 12 34 56 now",
                "ring me back on 736-5000",
                "Tel. 9123 4567",
                "WhatsApp 171 1234567"
            })
    void aNumberWithoutPrefixIsSeenBehindAWordThatSaysTelephone(String text) {
        assertThat(found(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "£638.40 in some electronics shop and £212 for trainers",
                "180.000 pounds in monero, 5.000 more, 1.250.000 in all",
                "38,640 customers by my count, 41 208 rows, 1 250 000 records",
                "EUR 1 250 000 or CHF 12'345'678 or $1,234,567.89 or 12 345 678 €",
                "between 02:14 and 04:51, at 06:40:12, 9.30, 0930 hrs",
                "card ending 4471 exp 03/28",
                "card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00, GB29 NWBK 6016 1331 9268 19",
                "booking SKW-7QK4T, DPA-2217-SK, INV-0012345678, order 4417-2209-01, ref: 0441 722 0901",
                "on 2026-09-01, 01.02.2026, 1/2/26, 31-12-2026, 09/28/2026, 2019-2024, 2019/2020",
                "2026-11-03T12:00:00Z to 2026-11-04 09:30",
                "version 10.4.2.1, v1.2.3.4, 3.14159265358979, 0.123456789, -0.12780, 51.50740",
                "ISBN 978-3-16-148410-0, EAN 4006381333931, IMO 9074729, batch 0711 223344",
                "20-00-00 is a sort code, 12-34-56 too",
                "row 12, page 0123, room 0815, lot 012345678",
                "we call 12 000 customers, call 1 200 000 people, text 40 people in 20 minutes",
                "550e8400-e29b-41d4-a716-446655440000",
                "in 15-20 minutes, 24/7, 9-5, 50/50, 3-0, 10 x 20 x 30 cm",
                "call 999, dial 112, ring 101, call extension 4471",
                "+5, +12 %, +250 customers, +1,200,000 views",
                "1700000000 seconds, 4294967296 rows, 00:00, 007",
                "flight SK 1234, coach 04, seats 12-14, gate 0105",
                "passport 533380006, passport number 012345678",
                "NHS number 943 476 5919",
                "we call back 2405-2409 and 2414 – 2417, text 10401-10499"
            })
    void otherNumbersAreLeftAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Property(tries = 600)
    void noPriceDateTimeCodeOrQuantityIsTakenForATelephone(@ForAll("otherNumbers") String number) {
        assertThat(found("They say " + number + " and that is all.")).as(number).isEmpty();
        assertThat(found(number)).as(number).isEmpty();
    }

    @Provide
    Arbitrary<String> otherNumbers() {
        var amount = Arbitraries.longs().between(1, 999_999_999L);
        var day = Arbitraries.integers().between(1, 28);
        var month = Arbitraries.integers().between(1, 12);
        var year = Arbitraries.integers().between(1990, 2039);
        var dates = Combinators.combine(day, month, year, Arbitraries.of("%02d.%02d.%d", "%d/%d/%d", "%02d-%02d-%d"))
                .as((d, m, y, form) -> form.formatted(d, m, y));
        var iso = Combinators.combine(day, month, year).as((d, m, y) -> "%d-%02d-%02d".formatted(y, m, d));
        var times = Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 59))
                .as("%02d:%02d"::formatted);
        var spans = Combinators.combine(times, times, Arbitraries.of("-", " - ", "–", " to "))
                .as((from, to, between) -> from + between + to);
        return Arbitraries.oneOf(
                amount.map("%,d"::formatted),
                amount.map(it -> "%,d".formatted(it).replace(',', ' ')),
                amount.map(it -> "%,d".formatted(it).replace(',', '.')),
                amount.map(it -> String.format(Locale.ROOT, "£%,.2f", it / 100.0)),
                amount.map(it -> "€ " + "%,d".formatted(it).replace(',', ' ')),
                amount.map(it -> it % 100_000 + " customers"),
                amount.map(it -> it + " EUR"),
                amount.map(it -> "+%,d".formatted(it)),
                amount.map(it -> "SKW-" + it),
                amount.map(it -> "order #" + it),
                Combinators.combine(dates, times).as((date, time) -> date + " " + time),
                dates,
                iso,
                Combinators.combine(iso, iso).as((from, to) -> from + " to " + to),
                times,
                spans,
                Arbitraries.longs()
                        .between(4000_0000_0000_0000L, 4999_9999_9999_9999L)
                        .map(it -> {
                            var digits = Long.toString(it);
                            return String.join(
                                    " ",
                                    digits.substring(0, 4),
                                    digits.substring(4, 8),
                                    digits.substring(8, 12),
                                    digits.substring(12));
                        }),
                Combinators.combine(year, year).as((from, to) -> from + "-" + to));
    }

    @Property(tries = 600)
    void numbersThatMayBeSomebodysAreSeenBetweenOthers(
            @ForAll("realNumbers") String number, @ForAll("otherNumbers") String other) {
        assertThat(found("It was %s when %s rang.".formatted(other, number)))
                .as(number)
                .containsExactly(number);
    }

    @Provide
    Arbitrary<String> realNumbers() {
        var london = Arbitraries.integers().between(0, 999).map(it -> "71234%03d".formatted(it));
        var mobile = Arbitraries.integers().between(100_000, 899_999).map(it -> "7911" + it);
        var newYork = Arbitraries.integers().between(2000, 9999).map(it -> "212 736 " + it);
        return Arbitraries.oneOf(
                Combinators.combine(
                                london,
                                Arbitraries.of(
                                        "020 %s",
                                        "(020) %s", "+44 20 %s", "+44 (0)20 %s", "0044 20 %s", "020-%s", "020%s"))
                        .as((local, form) -> form.formatted(local)),
                Combinators.combine(mobile, Arbitraries.of("0%s", "+44%s", "+44 %s", "0044%s"))
                        .as((local, form) -> form.formatted(local)),
                Combinators.combine(newYork, Arbitraries.of(" ", "-", "."), Arbitraries.of("", "+1 ", "1-"))
                        .as((local, between, prefix) -> prefix + local.replace(" ", between)));
    }

    @Property(tries = 300)
    void whateverIsWrittenItIsReadWithoutFailure(@ForAll("noise") String text) {
        for (var way : WaysOut.in(text)) {
            assertThat(way.start()).isBetween(0, text.length());
            assertThat(way.end()).isBetween(way.start() + 1, text.length());
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings()
                .withChars("0123456789+()-./ @:#abcexample\n٣🚢")
                .ofMaxLength(60);
    }

    /** As somebody may send it who means no good, or whose spreadsheet went wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "12 ", "a.", "a@", "ab:", "http://a", "@a-", "+4 (", "0171/"})
    void aLongTextOfOneThingIsReadInTime(String one) {
        assertTimeout(Duration.ofSeconds(20), () -> WaysOut.in(one.repeat(200_000 / one.length())));
    }

    // ---- addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help@skerrywell.com",
                "Iwona.Zielinska+1@mail.co.uk",
                "süd@bücherei.de",
                "http://skerrywell.com",
                "https://www.skerrywell.co.uk",
                "www.skerrywell.shop",
                "skerrywell.com",
                "help.skerrywell.co.uk",
                "ftp://files.skerrywell.org",
                "abcdefgh.onion",
                "ask@example.com.de",
                "example.com.de",
                "192.168.2.1",
                "8.8.8.8",
                "2606:4700:4700::1111",
                "fe80::1",
                "@skerrywell",
                "@leonie_on_harra",
                "@skerrywell.com",
                "@bücherei"
            })
    void whatLeadsOutOfTheExerciseIsSeen(String address) {
        assertThat(found("Look at " + address + " now")).containsExactly(address);
        assertThat(found("(" + address + ")")).containsExactly(address);
        assertThat(found(address + ", or not?")).containsExactly(address);
        assertThat(found(address + ".\nThen")).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help@skerrywell.example, a@b.test, root@localhost, c@example.com, d@mail.example.org",
                "https://skerrywell.example/help?a=b#c. http://localhost:8080/x http://intranet/x www.example.net",
                "skerrywell.example, darkpier.test > Leaks, www.skerrywell.example/refund.",
                "192.0.2.17, 198.51.100.255:8080, http://203.0.113.9/x, 2001:db8::1, [2001:DB8:0:0:1::7], 3fff::1",
                "@pauls-boat.example: nobody picks up. @mrs_t.okafor.example @all @here",
                "report.pdf, sample50.csv, README.md, Node.js, e.g. this, z.B. das, i.e. U.S. 5 p.m., done.So what, ok.no",
                "std::vector, 12:30:45, a::b, ratio 1:2:3, 02:14:51-04:51:00, 00:1B:44:11:3A:B7",
                "5 @ £3, me @ home, @ 5 pm, @5pm, a @@ b, user@host",
                "version 8.8.8.8, v10.4.2.1, section 1.2.3.4.5, 300.1.2.3"
            })
    void whatLeadsNowhereIsLeftAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{company}} at help@{{website}} or {{help_phone}}, @{{handle}}"})
    void aVariableIsJudgedByItsValueAndNotByItsName(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "020 7123 4567|such as 020 7946 0171",
                "+49 171 1234567|such as 030 23125 171",
                "212-736-5000|such as 212-555-0171",
                "+33 1 23 45 67 89|such as 01 99 00 12 34",
                "@leonie_on_harra|@leonie-on-harra.example",
                "a@b.com|.example",
                "8.8.8.8|192.0.2.0/24"
            })
    void theMessageSaysWhatToWriteInstead(String line) {
        var cells = line.split("\\|");
        assertThat(WaysOut.in(cells[0]))
                .singleElement()
                .satisfies(way -> assertThat(way.message()).contains(cells[0]).contains(cells[1]));
    }

    @Test
    void everyRangeOfTheTableHoldsItsOwnExample() {
        var examples = Stream.of(
                "0113 496 0171", "0191 498 0171", "029 2018 0171", "0909 879 0171", "802-555-0171", "0491 579 212");
        assertThat(examples)
                .allSatisfy(example -> assertThat(found("call " + example)).isEmpty());
    }
}
