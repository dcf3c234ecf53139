package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** How much the step of a row counts. */
final class StepWeight {

    private static final Pattern CRITICAL = Pattern.compile(
            "(?i)x|y|yes|true|1|ja|j|✓|✔|☑|must|wahr|critical|kritisch|pflicht|muss|mandatory|required|high|hoch");
    private static final Pattern HIGH =
            Pattern.compile("(?i)high|highest|hoch|1|a|p1|prio 1|must|critical|kritisch|very high|sehr hoch|urgent");
    private static final Pattern LOW = Pattern.compile("(?i)low|lowest|niedrig|gering|3|4|5|c|p3|prio 3|could");

    private final StepCells cells;
    private final Optional<Step> base;

    /** @param base the step of the default plan that this one stands for */
    StepWeight(StepCells cells, Optional<Step> base) {
        this.cells = cells;
        this.base = base;
    }

    /** As many points as it has against others. */
    double weight() {
        var said = cells.shown(StepColumn.WEIGHT);
        if (said.matches("\\d{1,2}([.,]\\d{1,3})?") && !said.matches("0+([.,]0+)?")) {
            return Double.parseDouble(said.replace(',', '.'));
        }
        var priority = cells.shown(StepColumn.PRIORITY);
        if (HIGH.matcher(priority).matches()) {
            return 3;
        }
        if (LOW.matcher(priority).matches()) {
            return 1;
        }
        if (!priority.isEmpty()) {
            return 2;
        }
        if (!said.isEmpty()) {
            cells.unused("not a weight: %s; write a number from 1 to 99".formatted(Words.quoted(said)));
        }
        return base.map(Step::weight).orElse(1.0);
    }

    /** Whether the drill hangs on it. */
    boolean critical() {
        return cells.has(StepColumn.CRITICAL)
                ? CRITICAL.matcher(cells.shown(StepColumn.CRITICAL)).matches()
                : base.map(Step::critical).orElse(false);
    }
}
