package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Evidence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/** When the step of a row is due, and how a drill shows it. */
final class StepTime {

    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration AFTER_A_JUMP = Duration.ofMinutes(20);

    /** Who has longer than this does it after a time jump, not in the drill's first hours. */
    private static final Duration DAYS = Duration.ofDays(1);

    /** As long as a drill lasts. */
    private static final Duration LONG = Duration.ofHours(2);

    private final StepCells cells;
    private final Optional<Step> base;
    private final Optional<Duration> deadline;

    /** @param base the step of the default plan that this one stands for */
    StepTime(StepCells cells, Optional<Step> base) {
        this.cells = cells;
        this.base = base;
        this.deadline = read();
    }

    private Optional<Duration> read() {
        var written = cells.shown(StepColumn.DEADLINE);
        var heading = cells.heading(StepColumn.DEADLINE);
        var reading = DeadlineReader.read(cells.cell(StepColumn.DEADLINE), heading);
        if (reading.isEmpty() && !written.isEmpty()) {
            cells.note(StepColumn.DEADLINE);
        }
        reading.flatMap(DeadlineReader.Reading::assumption).ifPresent(cells::assume);
        return reading.map(DeadlineReader.Reading::length);
    }

    /** When a drill shows the step. */
    Step.Mode mode(Phase phase) {
        if (base.isPresent()) {
            return base.get().mode();
        }
        var daysLater = phase == Phase.RESOLUTION
                && deadline.filter(length -> length.compareTo(DAYS) >= 0).isPresent();
        if (daysLater) {
            cells.assume("it is done days later; in a drill, after a time jump");
        }
        if (phase == Phase.PREPAREDNESS) {
            cells.assume("it is done before a crisis; it is looked up in records, not seen in a drill");
        }
        return daysLater ? Step.Mode.TIME_JUMP : phase == Phase.PREPAREDNESS ? Step.Mode.CHECKED : Step.Mode.OBSERVED;
    }

    private Duration without() {
        deadline.ifPresent(length -> {
            cells.note(StepColumn.DEADLINE);
            cells.unused("such a step has no deadline in a drill; it stands in the checklist");
        });
        return Duration.ZERO;
    }

    private Duration inADrill(Step.Mode mode) {
        if (mode == Step.Mode.TIME_JUMP
                && deadline.filter(it -> it.compareTo(LONG) > 0).isPresent()) {
            cells.note(StepColumn.DEADLINE);
            var length = base.map(Step::deadline).orElse(AFTER_A_JUMP);
            cells.assume("%s is real time; in a drill, after a time jump, it is %s"
                    .formatted(Words.quoted(cells.shown(StepColumn.DEADLINE)), inWords(length)));
            return length;
        }
        if (deadline.isPresent()) {
            if (deadline.get().compareTo(LONG) > 0) {
                cells.assume("longer than a drill lasts: it counts only if it is done in the drill");
            }
            return deadline.get();
        }
        var length = base.map(Step::deadline).filter(Duration::isPositive).orElse(USUAL);
        cells.assume("%s; %s%s"
                .formatted(
                        cells.shown(StepColumn.DEADLINE).isEmpty()
                                ? "no deadline is said"
                                : "no deadline can be read in " + Words.quoted(cells.shown(StepColumn.DEADLINE)),
                        inWords(length),
                        base.map(it -> ", as in the default plan's step \"" + it.id() + "\"")
                                .orElse("")));
        return length;
    }

    /** How long its owner has in a drill; zero where no clock runs. */
    Duration deadline(Step.Mode mode, Evidence evidence) {
        return mode == Step.Mode.CHECKED || evidence instanceof Evidence.Absence ? without() : inADrill(mode);
    }

    static String inWords(Duration length) {
        var parts = new ArrayList<String>();
        if (length.toDays() > 0) {
            parts.add(length.toDays() + " d");
        }
        if (length.toHoursPart() > 0) {
            parts.add(length.toHoursPart() + " h");
        }
        if (length.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(length.toMinutesPart() + " min");
        }
        return String.join(" ", parts);
    }
}
