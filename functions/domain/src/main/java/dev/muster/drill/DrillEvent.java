package dev.muster.drill;

import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Rating;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that happened in a drill. Members are named by id, trainers by account id. */
public sealed interface DrillEvent {

    /** What those do who conduct the drill, and what its clock does. */
    sealed interface Conduct extends DrillEvent {}

    /** What the script does. */
    sealed interface Script extends DrillEvent {}

    /** What a responder does. */
    sealed interface Response extends DrillEvent {
        String member();

        /** The role in which the member acts. */
        String role();
    }

    /** Who takes part. */
    sealed interface Attendance extends DrillEvent {
        String member();
    }

    /** What is found out about a response. */
    sealed interface Finding extends DrillEvent {}

    /**
     * A drill was scheduled.
     *
     * @param briefing what responders are told before StartEx; it gives nothing away
     * @param distressing content that is announced, so that anybody may step out
     * @param starts what the scenario's own clock shows at StartEx, if it has one
     * @param variables what the request put in the place of the scenario's variables; empty in logs from before there were
     *     any
     * @param fitted what the plan does otherwise than the scenario asks, if there is anything: for the trainer alone
     */
    record Scheduled(
            String by,
            Instant startsAt,
            String scenario,
            String plan,
            String team,
            String briefing,
            List<String> distressing,
            Optional<LocalTime> starts,
            Optional<Map<String, String>> variables,
            Optional<List<String>> fitted)
            implements Conduct {
        public Scheduled {
            distressing = List.copyOf(distressing);
            variables = variables.map(Map::copyOf);
            fitted = fitted.map(List::copyOf);
        }
    }

    /** StartEx. */
    record Started() implements Conduct {}

    /** @param by an account id, {@code outage} or {@code hold} */
    record Paused(String by, String reason) implements Conduct {}

    record Resumed(String by) implements Conduct {}

    record SpeedChanged(String by, double from, double to) implements Conduct {}

    /** An inject was moved to another drill time. */
    record Retimed(String by, String inject, Duration from, Duration to) implements Conduct {}

    /**
     * The drill ends at another time than it would have.
     *
     * @param from its length before, drill time
     */
    record Extended(String by, Duration from, Duration to) implements Conduct {}

    /**
     * A trainer put an inject to the team now, whatever time or condition the script has for it.
     *
     * @param reason what the trainer said of it; blank if nothing
     */
    record InjectFired(String by, String inject, String reason) implements Conduct {}

    /**
     * A trainer typed an inject and put it to the team. From here on it is part of what is played.
     *
     * @param reason what the trainer said of it; blank if nothing
     */
    record InjectAdded(String by, Inject inject, String reason) implements Conduct {}

    /**
     * A trainer changed an inject before it came. From here on this is what is played.
     *
     * @param inject as it is now
     * @param reason what the trainer said of it; blank if nothing
     */
    record InjectEdited(String by, Inject inject, String reason) implements Conduct {}

    /** A real emergency was called; the drill is suspended. */
    record EmergencyCalled(String by, String words) implements Conduct {}

    /**
     * EndEx.
     *
     * @param words what whoever stopped it said; blank if nobody did
     */
    record Ended(String by, Reason reason, String words) implements Conduct {
        public enum Reason {
            /** Its time was up. */
            TIME,
            /** A trainer stopped it. */
            STOPPED,
            /** Nobody decided in time whether it goes on after a real emergency. */
            EMERGENCY
        }
    }

    record Cancelled(String by, String reason) implements Conduct {}

    /**
     * A trainer answered what a responder asked; the first answer to a question counts.
     *
     * @param question id of the log entry that asks
     * @param toAll whether everybody reads it, rather than whoever asked
     */
    record QuestionAnswered(String by, String question, String text, boolean toAll) implements Conduct {}

    /** An evaluator stands behind the scorecard; from now on leaders see it. */
    record ScorecardReleased(String by) implements Conduct {}

    /**
     * From here on pages and score see the inject.
     *
     * @param due the wall time at which it was due
     * @param reason why it came: its time, or the condition with its facts
     * @param late whether it came more than the tolerated lateness after it was due, as after an outage
     * @param jump how far the scenario's own clock leaps ahead with it, if it does
     */
    record InjectReleased(Prompt prompt, Instant due, String reason, boolean late, Optional<Duration> jump)
            implements Script {}

    /** The inject does not come: its condition did not hold, or the drill was over. */
    record InjectWithheld(String inject, String reason) implements Script {}

    /** The team made a reactive inject's condition true; it falls due at {@code due}, drill time. */
    record ReactionTriggered(String inject, Duration due, String cause, String reason) implements Script {}

    /** The inject was handed to the notification service for these members. */
    record InjectNotified(String inject, Set<String> members) implements Script {
        public InjectNotified {
            members = Set.copyOf(members);
        }
    }

    /** These members had not acknowledged the inject in time and were reminded. */
    record Reminded(String inject, Set<String> members) implements Script {
        public Reminded {
            members = Set.copyOf(members);
        }
    }

    /** These members, or the trainer, were told of the log entry {@code entry}. */
    record Announced(String entry, Set<String> members) implements Script {
        public Announced {
            members = Set.copyOf(members);
        }
    }

    record Acknowledged(String member, String role, String inject) implements Response {}

    /** Written, and waiting for approval. */
    record MessageDrafted(Message message) implements Response {
        @Override
        public String member() {
            return message.member();
        }

        @Override
        public String role() {
            return message.role();
        }
    }

    /**
     * Out, inside the exercise.
     *
     * @param approvalSkipped whether the plan demanded an approval that the author did not wait for
     */
    record MessageSent(Message message, boolean approvalSkipped) implements Response {
        @Override
        public String member() {
            return message.member();
        }

        @Override
        public String role() {
            return message.role();
        }
    }

    /** The draft is approved and thereby out. */
    record MessageApproved(String member, String role, String message) implements Response {}

    record MessageRefused(String member, String role, String message, String reason) implements Response {}

    /** A plan step is reported done; {@code evidence} is what the responder says to show it, possibly blank. */
    record ActionReported(String member, String role, String step, String evidence) implements Response {}

    record DecisionMade(String member, String role, String inject, String option, String reason) implements Response {}

    /**
     * Work was given to a role.
     *
     * @param step if it is a step of the plan
     * @param inject what came in and is passed on with it, so that whoever receives for the role {@code to} reads it, too;
     *     empty in logs from before there was any
     */
    record Assigned(String member, String role, String what, String to, Optional<String> step, Optional<String> inject)
            implements Response {}

    record NoteTaken(String member, String role, String text) implements Response {}

    /**
     * The controller is asked: about the exercise, or for what only the world outside the team knows.
     *
     * @param inject what the question is about, if it is about something that came in
     */
    record QuestionAsked(String member, String role, String text, Optional<String> inject) implements Response {}

    /**
     * 'I am with a real customer': somebody else sees to the inject. It is no miss.
     *
     * @param to members who now have it; empty if nobody can stand in, so that the trainer must see to it
     */
    record HandedOver(String member, String role, String inject, Set<String> to) implements Response {
        public HandedOver {
            to = Set.copyOf(to);
        }
    }

    /** A member of the roster came in by the drill's join link. */
    record Joined(String member) implements Attendance {}

    /**
     * Somebody who was not on the roster took a role over. The name stands on the roster alone.
     *
     * @param member id under which the substitute is on the roster from now on
     * @param insteadOf the member who held the role until now and gave it up, if one did
     */
    record SubstituteJoined(String member, String role, Optional<String> insteadOf) implements Attendance {}

    /**
     * A message was read.
     *
     * @param rater name and version of what read it
     * @param marks what it found; a criterion that is missing was not judged
     * @param remark what a person should know of the reading, for example that the text was not in English
     */
    record MessageRated(String message, String rater, Map<Criterion, CriterionMark> marks, Optional<String> remark)
            implements Finding {
        public MessageRated {
            marks = Map.copyOf(marks);
        }

        public MessageRated(String message, String rater, Map<Criterion, CriterionMark> marks) {
            this(message, rater, marks, Optional.empty());
        }
    }

    /**
     * An evaluator saw something.
     *
     * @param objective the objective of the scenario that it is about, if it is about one
     * @param at drill time at which it was seen
     */
    record Observed(String by, String text, Optional<String> objective, Duration at) implements Finding {}

    /** An evaluator rated an objective; the latest rating counts, before the automatic one. */
    record ObjectiveRated(String by, String objective, Rating rating, String reason) implements Finding {}

    /** An evaluator overruled an automatic mark; the latest ruling counts, whenever the automatic one comes. */
    record MarkOverruled(String by, Ruling ruling, String reason) implements Finding {}

    /** What an evaluator says instead of an automatic mark. */
    sealed interface Ruling {

        /** Whether a message shows a criterion. */
        record OnCriterion(String message, Criterion criterion, boolean present) implements Ruling {}

        /** @param mark how well a step of the plan was done, 0 to 1 */
        record OnStep(String step, double mark) implements Ruling {}
    }

    /** A reactive or contingency inject was given up because a message stayed unrated too long. */
    record ConditionUndecided(String inject, String reason) implements Finding {}

    /**
     * Whether a message shows a criterion.
     *
     * @param probability how sure the rater is that it is shown, 0 to 1
     * @param quotes the words that show it
     */
    record CriterionMark(boolean present, double probability, List<String> quotes) {
        /** Between these a rater rather guesses than knows; where they lie is ours. */
        private static final double PERHAPS_NOT = 0.3;

        private static final double PERHAPS = 0.6;

        public CriterionMark {
            quotes = List.copyOf(quotes);
        }

        /** Whether a person should confirm the mark before it counts. */
        public boolean unsure() {
            return probability > PERHAPS_NOT && probability < PERHAPS;
        }
    }
}
