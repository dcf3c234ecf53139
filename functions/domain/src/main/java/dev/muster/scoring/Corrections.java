package dev.muster.scoring;

import static java.util.stream.Collectors.toMap;

import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What evaluators put right in a rater's marks, so that the next rater can learn from it. */
public final class Corrections {

    private Corrections() {}

    /**
     * A message of which an evaluator overruled a criterion. Whoever wrote it and whoever overruled it is not named: the ids
     * of members, messages and entries may hold names.
     *
     * @param number which of the messages that went out in the drill it is, from 1
     * @param shows the criteria that it shows after all, each with the words, which are missing where only the evaluator saw it
     */
    public record Corrected(int number, SentMessage message, String context, Map<Criterion, List<String>> shows) {}

    /**
     * In the order in which the messages went out. A message of which some criteria were judged by nobody (not English, or not
     * read yet) is left out, since what is not judged would pass for not shown.
     */
    public static List<Corrected> of(Plan plan, Scenario scenario, List<LogEntry> log) {
        var progress = Progress.of(plan, scenario, log);
        var sent = progress.correspondence().sent();
        return IntStream.range(0, sent.size())
                .boxed()
                .flatMap(i -> corrected(i + 1, sent.get(i), progress))
                .toList();
    }

    private static Stream<Corrected> corrected(int number, SentMessage message, Progress progress) {
        if (message.overruled().isEmpty() || message.marks().size() < Criterion.values().length) {
            return Stream.empty();
        }
        return Stream.of(new Corrected(number, message, RateMessage.context(progress, message), shows(message)));
    }

    private static Map<Criterion, List<String>> shows(SentMessage message) {
        return message.marks().entrySet().stream()
                .filter(mark -> mark.getValue().present())
                .collect(toMap(Map.Entry::getKey, mark -> mark.getValue().quotes()));
    }
}
