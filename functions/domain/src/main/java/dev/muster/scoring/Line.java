package dev.muster.scoring;

import java.util.List;

/**
 * One reason of a score, for a reader to check. The points that all lines of a scorecard won add up to its score.
 *
 * @param rule id of the rule, as docs/scoring.md lists it
 * @param won points won; less than zero where something earned is taken away
 * @param possible points that could be won here
 * @param reason in words
 * @param entries ids of the log entries that it rests on
 * @param quotes words from messages that it rests on
 */
public record Line(String rule, double won, double possible, String reason, List<String> entries, List<String> quotes) {

    public Line {
        entries = List.copyOf(entries);
        quotes = List.copyOf(quotes);
    }

    Line times(double factor) {
        return new Line(rule, won * factor, possible * factor, reason, entries, quotes);
    }
}
