package dev.muster.cli;

import dev.muster.rating.Agreement;
import dev.muster.rating.Evaluation;
import dev.muster.scenario.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well a rater agrees with labels, as a table for people. */
final class EvaluationTable {

    private EvaluationTable() {}

    static List<String> of(String rater, int messages, Evaluation evaluation) {
        var lines = new ArrayList<String>();
        lines.add("%s on %d labelled messages".formatted(rater, messages));
        lines.add("");
        lines.add("criterion         shown  found  missed  wrong  precision  recall     F1  kappa");
        for (var criterion : Criterion.values()) {
            lines.add(line(criterion, evaluation.of(criterion)));
        }
        lines.add(line(
                "%-43s  %9.3f  %6.3f  %5.3f  %5.3f",
                "mean",
                evaluation.mean(Agreement::precision),
                evaluation.mean(Agreement::recall),
                evaluation.mean(Agreement::f1),
                evaluation.mean(Agreement::kappa)));
        lines.add("");
        lines.add(line(
                "macro F1 %.3f, mean kappa %.3f", evaluation.mean(Agreement::f1), evaluation.mean(Agreement::kappa)));
        lines.add(line(
                "unsure of %.1f %% of the marks; without these macro F1 %.3f, mean kappa %.3f",
                100 * evaluation.shareUnsure(),
                evaluation.meanOfSure(Agreement::f1),
                evaluation.meanOfSure(Agreement::kappa)));
        lines.add(line(
                "the quoted words overlap the labelled ones in %.1f %% of what was rightly found",
                100 * evaluation.shareOfRightQuotes()));
        lines.add("");
        lines.add("reliability: of marks with this probability, so many are shown");
        evaluation.reliability().stream()
                .filter(bin -> bin.marks() > 0)
                .forEach(bin -> lines.add(
                        line("  claimed %.2f  shown %.2f  (%d marks)", bin.claimed(), bin.shown(), bin.marks())));
        lines.add(line("  expected calibration error %.3f", evaluation.calibrationError()));
        return lines;
    }

    private static String line(Criterion criterion, Agreement so) {
        return line(
                "%-16s  %5d  %5d  %6d  %5d  %9.3f  %6.3f  %5.3f  %5.3f",
                criterion.label(),
                so.labelled(),
                so.both(),
                so.labelOnly(),
                so.raterOnly(),
                so.precision(),
                so.recall(),
                so.f1(),
                so.kappa());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
