package dev.muster.scenario.sheet;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between the columns of a CSV file. */
enum Separator {
    COMMA(',', "commas"),
    SEMICOLON(';', "semicolons"),
    TAB('\t', "tabs"),
    BAR('|', "bars");

    /** So many rows tell it. */
    private static final int SAMPLE = 200;

    private final char character;
    private final String name;

    Separator(char character, String name) {
        this.character = character;
        this.name = name;
    }

    /**
     * The one that cuts most rows into the same number of columns, and into many. A comma in German sentences cuts, too,
     * but each row differently.
     */
    static Separator of(String text) {
        return Stream.of(values())
                .max(Comparator.comparingLong((Separator separator) -> separator.regularity(text))
                        .thenComparing(Comparator.<Separator>naturalOrder().reversed()))
                .orElseThrow();
    }

    char character() {
        return character;
    }

    /** Nothing for the usual one. */
    Optional<String> remark() {
        return this == COMMA ? Optional.empty() : Optional.of("columns separated by " + name);
    }

    private long regularity(String text) {
        var rowsByWidth = CsvRows.first(SAMPLE, text, character).stream()
                .map(record -> record.fields().size())
                .filter(width -> width > 1)
                .collect(groupingBy(identity(), counting()));
        return rowsByWidth.entrySet().stream()
                .mapToLong(width -> (width.getKey() - 1L) * width.getValue())
                .max()
                .orElse(0);
    }
}
