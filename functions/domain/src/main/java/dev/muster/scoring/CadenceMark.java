package dev.muster.scoring;

import java.time.Duration;
import java.util.List;

/**
 * How regularly the outside heard from the team.
 *
 * @param evaluated whether the crisis was known long enough for an update to be due, or one was sent
 * @param mark share of the time since the crisis is known without undue silence, 0 to 1
 * @param points what it adds to the score
 * @param possible what it could add
 * @param updates how many messages kept the cadence's audiences informed
 * @param longestSilence the longest time without an update
 * @param silentFrom when it began, drill time
 */
public record CadenceMark(
        double weight,
        boolean evaluated,
        double mark,
        double points,
        double possible,
        int updates,
        Duration longestSilence,
        Duration silentFrom,
        List<Line> lines) {

    public CadenceMark {
        lines = List.copyOf(lines);
    }

    CadenceMark worth(double total) {
        var factor = evaluated && total > 0 ? 100 * weight / total : 0;
        return new CadenceMark(
                weight,
                evaluated,
                mark,
                mark * factor,
                factor,
                updates,
                longestSilence,
                silentFrom,
                lines.stream().map(line -> line.times(factor)).toList());
    }
}
