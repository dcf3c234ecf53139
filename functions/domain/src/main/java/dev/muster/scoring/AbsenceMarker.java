package dev.muster.scoring;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks a step that is proved by absence: the share of the messages that were sent and are free of what it forbids. */
final class AbsenceMarker {

    private final Progress progress;
    private final Step step;
    private final Set<Audience> mine;
    private final List<Criterion> forbidden;
    private final List<SentMessage> sent;

    AbsenceMarker(Progress progress, Step step, Evidence.Absence absence) {
        this.progress = progress;
        this.step = step;
        this.mine = absence.audiences();
        this.forbidden = step.without().stream().sorted().toList();
        this.sent = progress.correspondence().sent().stream()
                .filter(message -> message.reachesAny(absence.audiences()) && rated(message))
                .toList();
    }

    // Words inside the organisation are not rated, as long as no evaluator does.
    private static boolean rated(SentMessage message) {
        return message.external() || !message.marks().isEmpty();
    }

    ClockMark mark() {
        if (sent.isEmpty()) {
            return nothingSent();
        }
        var judged = sent.stream().filter(message -> !doubtful(message)).toList();
        if (judged.isEmpty()) {
            return nothingSure();
        }
        var free =
                sent.stream().filter(message -> shows(message) == Truth.FALSE).toList();
        var mark = (double) free.size() / judged.size();
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "absence",
                mark,
                1,
                "%d of %d messages are free of %s".formatted(free.size(), judged.size(), names()),
                free.stream().flatMap(message -> message.entries().stream()).toList(),
                List.of()));
        sent.stream().filter(message -> shows(message) != Truth.FALSE).forEach(message -> lines.add(fault(message)));
        var outcome = mark > 0 ? StepOutcome.ON_TIME : StepOutcome.MISSED;
        return new ClockMark(outcome, mark, Optional.empty(), lines);
    }

    private ClockMark nothingSure() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("not-evaluated", 0, 0, "no message is surely judged", List.of(), List.of()));
        sent.forEach(message -> lines.add(fault(message)));
        return new ClockMark(StepOutcome.NOT_EVALUATED, 0, Optional.empty(), lines);
    }

    private ClockMark nothingSent() {
        var missed = progress.log().end().filter(this::wordsWereDue).isPresent();
        var line = new Line(
                missed ? "missed" : "not-evaluated",
                0,
                missed ? 1 : 0,
                "no message was sent in which %s could be absent".formatted(names()),
                List.of(),
                List.of());
        return ClockMark.without(missed ? StepOutcome.MISSED : StepOutcome.NOT_EVALUATED, line);
    }

    /** Whether the team owed these audiences a word by the end, so that its silence is a miss. */
    private boolean wordsWereDue(Duration end) {
        return progress.overdue(end).stream()
                .map(clock -> clock.step().evidence())
                .anyMatch(evidence -> evidence instanceof Evidence.Answer
                        || evidence instanceof Evidence.Message wanted && reachesMine(wanted.audiences()));
    }

    private boolean reachesMine(Set<Audience> audiences) {
        return audiences.stream().anyMatch(audience -> mine.stream().anyMatch(audience::reaches));
    }

    private Truth shows(SentMessage message) {
        var truths = forbidden.stream().map(message::surelyShows).toList();
        if (truths.contains(Truth.TRUE)) {
            return Truth.TRUE;
        }
        return truths.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether only a guess of the rater's speaks against it: then it counts neither way until a person says so. */
    private boolean doubtful(SentMessage message) {
        return shows(message) == Truth.UNKNOWN
                && forbidden.stream().allMatch(one -> message.unsure(one) || message.surelyShows(one) != Truth.UNKNOWN);
    }

    private String undecided(SentMessage message) {
        return doubtful(message)
                ? "may show %s or not: unsure, please confirm"
                        .formatted(forbidden.stream()
                                .filter(message::unsure)
                                .map(Criterion::label)
                                .collect(joining(", ")))
                : "is not yet rated";
    }

    private Line fault(SentMessage message) {
        var shown = forbidden.stream()
                .filter(criterion -> message.surelyShows(criterion) == Truth.TRUE)
                .toList();
        var reason = "message %s to %s "
                        .formatted(message.id(), message.message().audience().label())
                + (shown.isEmpty()
                        ? undecided(message)
                        : "shows " + shown.stream().map(Criterion::label).collect(joining(", ")));
        var quotes = shown.stream()
                .flatMap(criterion -> message.quotes(criterion).stream())
                .toList();
        return new Line("absence", 0, 0, reason, message.entries(), quotes);
    }

    private String names() {
        return forbidden.stream().map(Criterion::label).collect(joining(", "));
    }
}
