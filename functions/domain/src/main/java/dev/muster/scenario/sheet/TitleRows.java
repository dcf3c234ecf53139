package dev.muster.scenario.sheet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands above the header of a script: the exercise's name, when it starts and ends, and whatever else.
 *
 * @param rest rows that say something else, in words
 */
record TitleRows(
        Optional<String> title,
        Optional<LocalTime> start,
        Optional<LocalTime> end,
        Optional<String> briefing,
        List<String> rest) {

    static final TitleRows NONE =
            new TitleRows(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final int LONGEST_TITLE = 120;

    private static final List<String> NAME = List.of(
            "exercise name",
            "exercise title",
            "name of exercise",
            "title",
            "exercise",
            "scenario name",
            "scenario title",
            "name der übung",
            "übung",
            "übungsname");
    private static final List<String> START = List.of(
            "startex", "start time", "exercise start", "start of exercise", "start", "begin", "beginn", "übungsbeginn");
    private static final List<String> END =
            List.of("endex", "end time", "exercise end", "end of exercise", "end", "ende", "übungsende");
    private static final List<String> BRIEFING =
            List.of("briefing", "background", "scenario", "situation", "starting situation", "ausgangslage", "lage");

    /** Every script is one; that is no name. */
    private static final List<String> GENERIC = List.of(
            "msel",
            "master scenario events list",
            "master scenario event list",
            "master scenario events list msel",
            "master scenario event list msel",
            "exercise",
            "exercise exercise exercise",
            "for exercise use only",
            "this is an exercise",
            "confidential",
            "draft",
            "for official use only",
            "drehbuch",
            "übung",
            "übungsdrehbuch",
            "for trainers eyes only");

    private static final Pattern MARKING = Pattern.compile(
            "(?i)\\b(?:exercise\\s*){2,}\\b|^exercise\\s*[-–—:|]\\s*|\\s*[-–—:|(]\\s*(?:msel|exercise|master scenario events? list.*)\\s*\\)?$");

    private static final TimeReader TIMES = new TimeReader(true);

    static TitleRows of(List<Row> above) {
        var found = new Search();
        above.forEach(found::take);
        return found.result();
    }

    private static final class Search {
        private Optional<String> named = Optional.empty();
        private Optional<String> titled = Optional.empty();
        private Optional<LocalTime> start = Optional.empty();
        private Optional<LocalTime> end = Optional.empty();
        private Optional<String> briefing = Optional.empty();
        private final List<String> rest = new ArrayList<>();

        void take(Row row) {
            var cells = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
            if (cells.size() == 1 && !cells.getFirst().shown().contains(":")) {
                takeTitle(cells.getFirst().shown());
            } else {
                takeFields(cells);
            }
        }

        private void takeTitle(String text) {
            var title = MARKING.matcher(text.strip()).replaceAll("").strip();
            if (titled.isEmpty() && title.length() <= LONGEST_TITLE && !isGeneric(title)) {
                titled = Optional.of(title.replaceAll("\\s+", " "));
            } else if (!isGeneric(title)) {
                rest.add(text.strip());
            }
        }

        private static boolean isGeneric(String title) {
            return GENERIC.contains(Words.plain(title)) || Words.plain(title).isEmpty();
        }

        /** {@code Name: value} in one cell, or the name in one and the value in the next. */
        private void takeFields(List<Cell> cells) {
            for (var index = 0; index < cells.size(); index++) {
                var parts = cells.get(index).shown().split(":", 2);
                var withValue = parts.length == 2 && !Words.isBlank(parts[1]);
                if (withValue) {
                    take(parts[0], new Cell.Text(parts[1].strip()));
                } else if (index + 1 < cells.size()) {
                    index++;
                    take(parts[0], cells.get(index));
                } else {
                    rest.add(cells.get(index).shown().strip());
                }
            }
        }

        private void take(String name, Cell value) {
            var plain = Words.plain(name);
            if (NAME.contains(plain) && named.isEmpty()) {
                named = Optional.of(value.shown().strip());
            } else if (START.contains(plain) && time(value).isPresent()) {
                start = time(value);
            } else if (END.contains(plain) && time(value).isPresent()) {
                end = time(value);
            } else if (BRIEFING.contains(plain) && briefing.isEmpty()) {
                briefing = Optional.of(value.shown().strip());
            } else {
                rest.add("%s: %s".formatted(name.strip(), value.shown().strip()));
            }
        }

        private static Optional<LocalTime> time(Cell value) {
            return TIMES.read(value, false) instanceof RowTime.Clock clock
                    ? Optional.of(clock.time())
                    : Optional.empty();
        }

        TitleRows result() {
            if (named.isPresent()) {
                titled.ifPresent(rest::addFirst);
            }
            return new TitleRows(named.or(() -> titled), start, end, briefing, List.copyOf(rest));
        }
    }
}
