package dev.muster.scenario.sheet;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words by which the columns of one kind of table are known, in any case and order.
 *
 * @param fields what columns can mean; where a heading could mean two, the one that stands first takes it
 * @param names the names of each field, the surest first
 */
public record Headings<F extends Enum<F>>(List<F> fields, Function<F, List<String>> names) {

    /** Headings are short; a long text in the first rows is an explanation. */
    private static final int LONGEST = 80;

    /** Titles, dates and legends stand above the header, but not more of them than these rows. */
    private static final int DEEPEST = 60;

    /** Stands before the name of a column that keeps notes, whatever name that is. */
    private static final String NOTE = "Note: ";

    static String ofNote(String name) {
        return NOTE + name;
    }

    static boolean isOfNote(String heading) {
        return heading.startsWith(NOTE);
    }

    /** The name of the note that a column keeps; the heading itself, unless Muster gave it. */
    static String noteName(String heading) {
        return isOfNote(heading) ? heading.substring(NOTE.length()) : heading;
    }

    private static final int UNKNOWN = Integer.MAX_VALUE;

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern ALTERNATIVES = Pattern.compile("[/\\n|]");

    public static <F extends Enum<F>> Headings<F> of(Class<F> fields, Function<F, List<String>> names) {
        return new Headings<>(List.of(fields.getEnumConstants()), names);
    }

    /**
     * The row of a sheet that names most fields, if it names at least so many.
     *
     * @param fewest below this a row is no header
     */
    public Optional<Table<F>> find(Sheet sheet, int fewest) {
        var header = sheet.rows().stream()
                .limit(DEEPEST)
                .max(Comparator.comparingInt((Row row) -> meanings(row).size())
                        .thenComparing(Comparator.comparingInt(Row::number).reversed()));
        return header.filter(row -> meanings(row).size() >= fewest).map(row -> table(sheet, row));
    }

    private Table<F> table(Sheet sheet, Row header) {
        var unknown = new LinkedHashMap<Integer, String>();
        var meanings = meanings(header);
        for (var column = 1; column <= sheet.width(); column++) {
            if (!meanings.containsValue(column)) {
                var heading = header.cell(column).shown();
                unknown.put(column, Words.isBlank(heading) ? "Column " + CellPlace.letters(column) : heading);
            }
        }
        var known = meanings.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, meaning -> heading(header, meaning.getValue())));
        return new Table<>(
                sheet,
                header,
                meanings,
                known,
                unknown,
                rows(sheet, row -> row.number() < header.number()),
                rows(
                        sheet,
                        row -> row.number() > header.number() && !row.cells().equals(header.cells())));
    }

    private static String heading(Row header, int column) {
        return header.cell(column).shown().strip().replaceAll("\\s+", " ");
    }

    private static List<Row> rows(Sheet sheet, Predicate<Row> which) {
        return sheet.rows().stream().filter(which).filter(row -> !row.isEmpty()).toList();
    }

    /** Which column each field stands in. Each column has one meaning; the surest name wins. */
    private Map<F, Integer> meanings(Row header) {
        var free = new ArrayList<>(
                IntStream.rangeClosed(1, header.cells().size()).boxed().toList());
        var found = new HashMap<F, Integer>();
        take(header, Headings::readings, free, found);
        take(header, Headings::alternatives, free, found);
        return found.isEmpty() ? Map.of() : new EnumMap<>(found);
    }

    private void take(
            Row header, Function<String, Stream<String>> readings, List<Integer> free, Map<F, Integer> found) {
        for (var field : fields) {
            free.stream()
                    .filter(column -> !found.containsKey(field))
                    .filter(column -> rank(field, header.cell(column), readings) < UNKNOWN)
                    .min(Comparator.comparingInt(column -> rank(field, header.cell(column), readings)))
                    .ifPresent(column -> {
                        found.put(field, column);
                        free.remove(column);
                    });
        }
    }

    /** How sure the heading names the field: lower is surer. */
    private int rank(F field, Cell heading, Function<String, Stream<String>> readings) {
        var text = heading.shown();
        if (text.length() > LONGEST || Words.isBlank(text) || isOfNote(text)) {
            return UNKNOWN;
        }
        var known = names.apply(field);
        return readings.apply(text)
                .map(Words::plain)
                .filter(words -> !words.isEmpty())
                .mapToInt(known::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(UNKNOWN);
    }

    /** The heading as a whole, and without what stands in brackets. */
    private static Stream<String> readings(String heading) {
        return Stream.of(heading, withoutBrackets(heading), heading.replace("(s)", "s"), heading.replace("(s)", ""));
    }

    /** Each of several names with a slash between them. */
    private static Stream<String> alternatives(String heading) {
        return Arrays.stream(ALTERNATIVES.split(withoutBrackets(heading)));
    }

    private static String withoutBrackets(String heading) {
        return IN_BRACKETS.matcher(heading).replaceAll(" ");
    }
}
