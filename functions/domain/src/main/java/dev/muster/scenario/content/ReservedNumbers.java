package dev.muster.scenario.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The telephone numbers that nobody has, so that films and exercises can show them: {@code reserved-numbers.txt}. */
final class ReservedNumbers {

    private static final List<Range> RANGES = read();

    private ReservedNumbers() {}

    /**
     * A line of the table.
     *
     * @param country country code
     * @param number what is dialled behind it
     * @param example how people in the country write one of the range
     */
    private record Range(String country, Pattern number, String example) {}

    static boolean contain(Digits number) {
        var digits = number.digits();
        if (number.plus()) {
            return containInternational(digits);
        }
        return (digits.startsWith("00") && containInternational(digits.substring(2)))
                || RANGES.stream().anyMatch(range -> isIn(range, digits));
    }

    /** An example from the country of the number. */
    static Optional<String> like(Digits number) {
        var digits = number.digits().replaceFirst("^00", "");
        var abroad = number.plus() || number.digits().startsWith("00");
        return RANGES.stream()
                .filter(range -> abroad
                        ? digits.startsWith(range.country())
                        : isAmerican(number) && range.country().equals("1"))
                .map(Range::example)
                .findFirst();
    }

    private static boolean isAmerican(Digits number) {
        return !number.digits().startsWith("0") && number.digits().length() != 8;
    }

    private static boolean containInternational(String digits) {
        return RANGES.stream()
                .filter(range -> digits.startsWith(range.country()))
                .anyMatch(range -> {
                    var rest = digits.substring(range.country().length());
                    return range.number().matcher(rest).matches()
                            || (rest.startsWith("0")
                                    && range.number().matcher(rest.substring(1)).matches());
                });
    }

    /** As it is dialled inside its country. */
    private static boolean isIn(Range range, String digits) {
        return switch (range.country()) {
            case "1" ->
                range.number()
                                .matcher(digits.length() == 11 ? digits.replaceFirst("^1", "") : digits)
                                .matches()
                        || (digits.length() == 7
                                && range.number().matcher("212" + digits).matches());
            case "61" ->
                isBehindZero(range, digits)
                        || range.number().matcher(digits).matches()
                        || (digits.length() == 8
                                && range.number().matcher("2" + digits).matches());
            default -> isBehindZero(range, digits);
        };
    }

    private static boolean isBehindZero(Range range, String digits) {
        return digits.startsWith("0")
                && range.number().matcher(digits.substring(1)).matches();
    }

    /** Lines such as {@code +44 20 7946 0xxx ; 020 7946 0171}; an x is any digit. */
    private static List<Range> read() {
        try (var in = ReservedNumbers.class.getResourceAsStream("reserved-numbers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("+"))
                    .map(ReservedNumbers::range)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Range range(String line) {
        var cells = line.split(";");
        var country = cells[0].substring(1, cells[0].indexOf(' '));
        var number = cells[0].substring(cells[0].indexOf(' ')).replace(" ", "").replace("x", "\\d");
        return new Range(country, Pattern.compile(number), cells[1].strip());
    }
}
