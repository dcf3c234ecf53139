package dev.muster.drill;

import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.scenario.Cadence;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Deadlines that the plan sets for whatever comes in, whether a script expects anything of it or not: a countdown by them
 * gives nothing of the script away. All times are drill time.
 */
public record PlanClocks(Plan plan) {

    private static final String ANSWER_TO_A_CUSTOMER = "answer-inquiry";
    private static final String ANSWER_ON_SOCIAL_CHANNELS = "answer-social";

    /**
     * By when somebody hears from the team first: a post on a social channel by the deadline of the plan's step {@code
     * answer-social}, any other word of a customer by that of {@code answer-inquiry}, or by the earliest deadline of the
     * steps that stand for it in an own plan. Empty for what nobody of these says, and if the plan has no such step.
     */
    public Optional<Duration> answerBy(Prompt prompt, Duration released) {
        return step(prompt)
                .flatMap(
                        step -> plan.stepsFor(step).stream().map(Step::deadline).min(Comparator.naturalOrder()))
                .map(released::plus);
    }

    private static Optional<String> step(Prompt prompt) {
        if (prompt.channel() == Channel.SOCIAL) {
            return Optional.of(ANSWER_ON_SOCIAL_CHANNELS);
        }
        return prompt.customer().map(customer -> ANSWER_TO_A_CUSTOMER);
    }

    /**
     * By when the outside is to hear from the team again: the plan's cadence since the last update, or since the crisis is
     * known, which it is from the first release of any inject. Empty before that, and if the plan has no cadence.
     */
    public Optional<Duration> nextUpdateBy(EventLog log) {
        var known = log.all(InjectReleased.class).map(Occurrence::at).findFirst();
        return plan.cadence().flatMap(cadence -> known.map(since -> nextUpdateBy(cadence, log, since)));
    }

    private static Duration nextUpdateBy(Cadence cadence, EventLog log, Duration known) {
        var last = Correspondence.of(log).sent().stream()
                .filter(message -> message.updates(cadence.audiences()))
                .map(SentMessage::at)
                .filter(at -> at.compareTo(known) >= 0)
                .max(Comparator.naturalOrder())
                .orElse(known);
        return last.plus(cadence.allowedGap(last.minus(known)));
    }
}
