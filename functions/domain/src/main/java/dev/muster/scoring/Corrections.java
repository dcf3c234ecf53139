package dev.muster.scoring;

import static java.util.stream.Collectors.toMap;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What evaluators put right in a rater's marks, so that the next rater can learn from it. */
public final class Corrections {

    /** How a rating begins that a person made. */
    public static final String EVALUATOR = "evaluator";

    private Corrections() {}

    /**
     * A message that an evaluator looked at. Nobody is named in it: the role stands for the author.
     *
     * @param shows the criteria that it shows after all, each with the words, which may be missing
     */
    public record Corrected(SentMessage message, String context, Map<Criterion, List<String>> shows) {}

    /** In the order in which the messages went out. */
    public static List<Corrected> of(Plan plan, Scenario scenario, List<LogEntry> log) {
        var progress = Progress.of(plan, scenario, log);
        var looked = lookedAt(progress);
        return progress.correspondence().sent().stream()
                .filter(message -> looked.contains(message.id()))
                .map(message -> new Corrected(message, RateMessage.context(progress, message), shows(message)))
                .toList();
    }

    private static Set<String> lookedAt(Progress progress) {
        return progress.log()
                .all(DrillEvent.MessageRated.class)
                .filter(one -> one.event().rater().startsWith(EVALUATOR))
                .map(one -> one.event().message())
                .collect(Collectors.toSet());
    }

    private static Map<Criterion, List<String>> shows(SentMessage message) {
        return message.marks().entrySet().stream()
                .filter(mark -> mark.getValue().present())
                .collect(toMap(Map.Entry::getKey, mark -> mark.getValue().quotes()));
    }
}
