package dev.muster.scoring;

import dev.muster.drill.DurationWords;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scenario.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks how regularly the outside heard from the team: the share of the time from when the crisis is known to the end in
 * which the last update was no older than the plan allows. The time before the first update counts as kept if the first
 * came within the first allowed gap; without any update nothing counts. An answer to somebody is no update.
 */
final class CadenceMarker {

    private final Cadence cadence;
    private final Duration known;
    private final Duration end;
    private final List<SentMessage> updates;

    CadenceMarker(Cadence cadence, Progress progress, Duration known) {
        this.cadence = cadence;
        this.known = known;
        this.end = progress.log().horizon();
        this.updates = progress.correspondence().sent().stream()
                .filter(message -> message.updates(cadence.audiences()))
                .filter(message -> message.at().compareTo(known) >= 0)
                .toList();
    }

    /** A time between two updates, between the start and the first, or between the last and the end. */
    private record Gap(Duration from, Duration to, Duration kept, List<String> entries) {
        Duration length() {
            return to.minus(from);
        }

        Duration undue() {
            return length().minus(kept);
        }
    }

    CadenceMark mark() {
        var gaps = gaps();
        var longest = gaps.stream()
                .reduce((one, other) -> other.length().compareTo(one.length()) > 0 ? other : one)
                .orElseThrow();
        var time = end.minus(known);
        var evaluated =
                time.isPositive() && (!updates.isEmpty() || time.compareTo(cadence.allowedGap(Duration.ZERO)) >= 0);
        var lines = evaluated ? lines(gaps, time) : List.<Line>of();
        return new CadenceMark(
                cadence.weight(),
                evaluated,
                lines.stream().mapToDouble(Line::won).sum(),
                0,
                0,
                updates.size(),
                longest.length(),
                longest.from(),
                lines);
    }

    private List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        var from = known;
        List<String> entries = List.of();
        for (var update : updates) {
            gaps.add(gap(from, update.at(), entries, gaps.isEmpty()));
            from = update.at();
            entries = update.entries();
        }
        gaps.add(gap(from, end, entries, updates.isEmpty()));
        return gaps;
    }

    private Gap gap(Duration from, Duration to, List<String> entries, boolean first) {
        var allowed = cadence.allowedGap(from.minus(known));
        var within = to.minus(from).compareTo(allowed) <= 0;
        if (first) {
            return new Gap(from, to, within && !updates.isEmpty() ? to.minus(from) : Duration.ZERO, entries);
        }
        return new Gap(from, to, within ? to.minus(from) : allowed, entries);
    }

    private List<Line> lines(List<Gap> gaps, Duration time) {
        if (updates.isEmpty()) {
            var why = "no update in " + DurationWords.of(time);
            return List.of(new Line("cadence", 0, 1, why, List.of(), List.of()));
        }
        var lines = new ArrayList<Line>();
        var why = "%d updates in %s since the crisis is known".formatted(updates.size(), DurationWords.of(time));
        lines.add(new Line("cadence", 1, 1, why, List.of(), List.of()));
        gaps.stream().filter(gap -> gap.undue().isPositive()).forEach(gap -> lines.add(silence(gap, time)));
        return lines;
    }

    private Line silence(Gap gap, Duration time) {
        var share = (double) gap.undue().toMillis() / time.toMillis();
        var why = "silent for %s from %s on; the plan allows %s"
                .formatted(
                        DurationWords.of(gap.length()),
                        DurationWords.of(gap.from()),
                        DurationWords.of(cadence.allowedGap(gap.from().minus(known))));
        return new Line("cadence.silence", -share, 0, why, gap.entries(), List.of());
    }
}
