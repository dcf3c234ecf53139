package dev.muster.scenario.sheet;

import dev.muster.scenario.sheet.RowTime.Clock;
import dev.muster.scenario.sheet.RowTime.Day;
import dev.muster.scenario.sheet.RowTime.Elapsed;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the times of a script's rows out of the columns that say them: one of times, one of days, one that counts. */
final class TimesOfRows {

    private static final Pattern DAY_OF_SHEET = Pattern.compile("(?i)\\b(?:day|tag)\\s*(\\d{1,3})\\b");

    private final TimeReader reader;
    private Optional<Day> day = Optional.empty();

    private TimesOfRows(TimeReader reader) {
        this.reader = reader;
    }

    /** @param start the time of StartEx, if anybody says it */
    static List<RowTime> read(List<ScriptRow> rows, Optional<LocalTime> start, TimeReader reader, Report report) {
        var readings = new TimesOfRows(reader);
        var times = new ArrayList<>(rows.stream().map(readings::time).toList());
        if (!rows.isEmpty() && !rows.getFirst().exact() && Timeline.countsFromStart(times, start)) {
            report.assumed(
                    rows.getFirst().place(MselColumn.TIME),
                    "the times start at zero, so they count from StartEx; --start 00:00 makes them times of day");
            times.replaceAll(TimesOfRows::counted);
        }
        return times;
    }

    private static RowTime counted(RowTime time) {
        return time instanceof Clock clock ? new Elapsed(clock.sinceMidnight()) : time;
    }

    private RowTime time(ScriptRow row) {
        var time = written(row);
        return time instanceof Elapsed elapsed && !row.exact()
                ? new Elapsed(elapsed.since().truncatedTo(ChronoUnit.SECONDS))
                : time;
    }

    private RowTime written(ScriptRow row) {
        day = reader.day(row.cell(MselColumn.DATE)).or(() -> row.table().has(MselColumn.DATE) ? day : ofSheet(row));
        if (row.has(MselColumn.ELAPSED)) {
            return reader.read(row.lapse(MselColumn.ELAPSED), true);
        }
        if (row.has(MselColumn.TIME)) {
            return onItsDay(reader.read(row.cell(MselColumn.TIME), false));
        }
        if (reader.read(row.cell(MselColumn.DATE), false) instanceof Clock clock && !clock.equals(clock.atMidnight())) {
            return clock;
        }
        var onlyMaximum = !row.table().has(MselColumn.TIME) && !row.table().has(MselColumn.ELAPSED);
        return onlyMaximum ? reader.read(row.lapse(MselColumn.MAXIMUM), true) : RowTime.UNSAID;
    }

    private RowTime onItsDay(RowTime time) {
        return time instanceof Clock clock && clock.day().isEmpty() && day.isPresent() ? clock.on(day.get()) : time;
    }

    /** A sheet for each day of a long exercise. */
    private static Optional<Day> ofSheet(ScriptRow row) {
        var found = DAY_OF_SHEET.matcher(row.table().sheet().name());
        return found.find() ? Optional.of(new Day.Counted(Integer.parseInt(found.group(1)) - 1)) : Optional.empty();
    }
}
