package dev.muster.web;

import dev.muster.drill.io.RecordJson;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Rating;
import dev.muster.scoring.ObjectiveMark;
import dev.muster.scoring.Scorecard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the team does, as those see it who conduct and evaluate the drill. All times are drill time. The names of its fields
 * are those of the API.
 *
 * @param lanes what happened, by role, in the order of the scenario's roles
 * @param recipients who has each inject that came, by its id
 * @param steps the plan's steps with a deadline that were asked for, with their clocks
 * @param drafts what waits for approval
 * @param messages what went out, with its marks
 * @param objectives how each stands, with the evaluator's rating where there is one
 */
record Console(
        List<Lane> lanes,
        Map<String, List<Recipient>> recipients,
        List<PlanStep> steps,
        List<Draft> drafts,
        List<Sent> messages,
        List<Question> questions,
        List<Observation> observations,
        List<ObjectiveMark> objectives,
        Score score) {

    static final RecordJson<Console> JSON = RecordJson.named(Console.class);

    record Lane(String role, String name, List<Person> people, List<Doing> doings) {}

    record Person(String member, String name, boolean deputy) {}

    /**
     * Something that reached the role or that somebody did in it.
     *
     * @param kind inject, or the type of the event as the log names it
     * @param about the inject, message or step that it is about, if it is about one
     */
    record Doing(
            Duration at, String kind, String text, Optional<String> about, Optional<String> member, String entry) {}

    /**
     * Somebody who has an inject.
     *
     * @param acknowledged when; empty if not
     * @param answered when the first answer went out or was drafted; empty if none was
     * @param decided when the member decided; empty if not
     * @param overdue whether the time to acknowledge it is over and nothing came
     */
    record Recipient(
            String member,
            String name,
            Optional<Duration> acknowledged,
            Optional<Duration> answered,
            Optional<Duration> decided,
            boolean handedOver,
            boolean overdue) {}

    record PlanStep(String step, String title, Phase phase, String owner, boolean critical, List<StepTime> clocks) {}

    /**
     * @param inject what asked for the step; empty if StartEx did
     * @param overdue whether it is due and not done
     */
    record StepTime(Optional<String> inject, Duration opened, Duration due, Optional<Duration> done, boolean overdue) {}

    record Draft(
            String message,
            String member,
            String role,
            Duration at,
            Channel channel,
            Audience audience,
            String text,
            Optional<String> answers) {}

    record Sent(
            String message,
            String member,
            String role,
            Duration at,
            Channel channel,
            Audience audience,
            String text,
            Optional<String> answers,
            boolean approvalSkipped,
            List<Mark> marks) {}

    /**
     * @param present as an evaluator ruled, or else as the rater found
     * @param unsure whether the rater rather guessed and no evaluator ruled yet
     * @param automatic what the rater found; empty if it did not judge the criterion
     * @param ruledBy the evaluator who overruled it, if one did
     */
    record Mark(
            Criterion criterion,
            boolean present,
            boolean unsure,
            List<String> quotes,
            Optional<Boolean> automatic,
            Optional<String> ruledBy,
            Optional<String> reason) {}

    /** @param question the log entry that asks */
    record Question(
            String question,
            String member,
            String name,
            String role,
            Duration at,
            String text,
            Optional<String> inject,
            Optional<Reply> answer) {}

    record Reply(String by, Duration at, String text, boolean toAll) {}

    record Observation(String entry, String by, Duration at, String text, Optional<String> objective) {}

    /** As it stands; it counts when the drill is over. */
    record Score(double score, Optional<Rating> rating, Scorecard.Status status) {}
}
