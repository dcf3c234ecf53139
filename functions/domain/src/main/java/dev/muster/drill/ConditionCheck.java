package dev.muster.drill;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides conditions at one drill time, in Kleene's three-valued logic. */
final class ConditionCheck {

    /** As many as somebody reads in one line. */
    private static final int FACTS = 3;

    private final Progress progress;
    private final Duration at;

    ConditionCheck(Progress progress, Duration at) {
        this.progress = progress;
        this.at = at;
    }

    Verdict check(Condition condition) {
        return switch (condition) {
            case Condition.StepDone done -> stepDone(done.step());
            case Condition.StepOverdue overdue -> stepOverdue(overdue.step(), overdue.by());
            case Condition.Acknowledged acknowledged -> acknowledged(acknowledged.inject());
            case Condition.Answered answered -> answered(answered.inject());
            case Condition.Released released -> released(released.inject());
            case Condition.Decided decided -> decided(decided.inject(), decided.option());
            case Condition.Shown shown -> shown(shown.criterion(), shown.among());
            case Condition.Lacking lacking -> lacking(lacking.criterion(), lacking.among());
            case Condition.All all -> decisive(all.of(), Truth.FALSE);
            case Condition.Any any -> decisive(any.of(), Truth.TRUE);
            case Condition.Not not -> inverse(check(not.of()));
        };
    }

    private Verdict stepDone(String id) {
        var step = progress.plan().step(id);
        if (step.isPresent() && step.get().evidence() instanceof Evidence.Absence absence) {
            return free(step.get(), absence);
        }
        return progress.done(id, at)
                .map(proof -> verdict(true, named(id) + " was done at " + DurationWords.of(proof.at())))
                .orElseGet(() -> verdict(false, named(id) + " was not done"));
    }

    private Verdict free(Step step, Evidence.Absence absence) {
        var sent = sent().filter(one -> one.reachesAny(absence.audiences())).toList();
        if (sent.isEmpty()) {
            return verdict(false, named(step.id()) + " was not shown: nothing was sent");
        }
        var shown = step.without().stream()
                .sorted()
                .map(criterion -> anyShows(sent, criterion))
                .toList();
        return inverse(decide(shown, Truth.TRUE));
    }

    private Verdict stepOverdue(String id, Optional<Duration> atLeast) {
        var late = progress.overdue(at).stream()
                .filter(clock -> clock.step().id().equals(id))
                .findFirst();
        if (late.isPresent()) {
            var by = at.minus(late.get().due());
            var longEnough = by.compareTo(atLeast.orElse(Duration.ZERO)) >= 0;
            return verdict(longEnough, named(id) + " was " + overdueBy(by));
        }
        if (progress.done(id, at).isPresent()) {
            return stepDoneInsteadOf(id);
        }
        var opened =
                progress.clocks(id).stream().anyMatch(clock -> clock.opened().compareTo(at) <= 0);
        return verdict(false, named(id) + (opened ? " was not due yet" : " was not asked for yet"));
    }

    private static String overdueBy(Duration by) {
        return by.isZero() ? "due" : DurationWords.of(by) + " overdue";
    }

    private Verdict stepDoneInsteadOf(String id) {
        return new Verdict(Truth.FALSE, stepDone(id).facts());
    }

    private Verdict acknowledged(String inject) {
        return progress.acknowledgements(inject).stream()
                .filter(one -> one.at().compareTo(at) <= 0)
                .findFirst()
                .map(one -> verdict(
                        true,
                        "the inject %s was acknowledged by %s at %s"
                                .formatted(inject, one.event().role(), DurationWords.of(one.at()))))
                .orElseGet(() -> verdict(false, "nobody acknowledged the inject " + inject));
    }

    private Verdict decided(String inject, Optional<String> option) {
        return progress.decisions(inject).stream()
                .filter(one -> one.at().compareTo(at) <= 0)
                .filter(one ->
                        option.isEmpty() || option.get().equals(one.event().option()))
                .findFirst()
                .map(one -> verdict(
                        true,
                        "%s decided for %s on %s"
                                .formatted(one.event().role(), one.event().option(), inject)))
                .orElseGet(() -> verdict(
                        false,
                        "nobody decided "
                                + option.map(name -> "for " + name + " ").orElse("") + "on " + inject));
    }

    private Verdict answered(String inject) {
        return sent().filter(one -> answers(one, inject))
                .findFirst()
                .map(one -> verdict(
                        true,
                        "the inject %s was answered by %s at %s"
                                .formatted(inject, one.message().role(), DurationWords.of(one.at()))))
                .orElseGet(() -> verdict(false, "nobody answered the inject " + inject));
    }

    private Verdict released(String inject) {
        return progress.released(inject)
                .filter(one -> one.at().compareTo(at) <= 0)
                .map(one -> verdict(true, "the inject %s came at %s".formatted(inject, DurationWords.of(one.at()))))
                .orElseGet(() -> verdict(false, "the inject " + inject + " had not come"));
    }

    private Verdict shown(Criterion criterion, Condition.Messages among) {
        var concerned = sent(among);
        return concerned.isEmpty() ? nothingSent(among) : anyShows(concerned, criterion);
    }

    private Verdict lacking(Criterion criterion, Condition.Messages among) {
        var concerned = sent(among);
        return concerned.isEmpty() ? nothingSent(among) : inverse(anyShows(concerned, criterion));
    }

    private List<SentMessage> sent(Condition.Messages among) {
        return sent().filter(SentMessage::external)
                .filter(one -> among.audience().map(one::reaches).orElse(true))
                .filter(one ->
                        among.answering().map(inject -> answers(one, inject)).orElse(true))
                .toList();
    }

    private static boolean answers(SentMessage one, String inject) {
        return one.message().answers().equals(Optional.of(inject));
    }

    private static Verdict nothingSent(Condition.Messages among) {
        var to =
                among.audience().map(audience -> "to " + audience.label() + " ").orElse("");
        var on = among.answering().map(inject -> "in answer to " + inject + " ").orElse("");
        return verdict(false, "no message " + to + on + "was sent");
    }

    private static Verdict anyShows(List<SentMessage> messages, Criterion criterion) {
        return decide(messages.stream().map(one -> shows(one, criterion)).toList(), Truth.TRUE);
    }

    private static Verdict shows(SentMessage one, Criterion criterion) {
        var message =
                "message %s to %s".formatted(one.id(), one.message().audience().label());
        var name = criterion.label();
        return switch (one.shows(criterion)) {
            case TRUE -> new Verdict(Truth.TRUE, message + " shows " + name + quoted(one.quotes(criterion)));
            case FALSE -> new Verdict(Truth.FALSE, message + " shows no " + name);
            case UNKNOWN -> new Verdict(Truth.UNKNOWN, message + " is not rated for " + name);
        };
    }

    private static String quoted(List<String> words) {
        return words.isEmpty()
                ? ""
                : words.stream().map(word -> '"' + word + '"').collect(joining(", ", ": ", ""));
    }

    private Verdict decisive(List<Condition> conditions, Truth decisive) {
        return decide(conditions.stream().map(this::check).toList(), decisive);
    }

    /** One decisive part decides; else one unknown part leaves it unknown. Only the parts that decide are facts. */
    private static Verdict decide(List<Verdict> parts, Truth decisive) {
        for (var truth : List.of(decisive, Truth.UNKNOWN)) {
            var such = parts.stream().filter(part -> part.truth() == truth).toList();
            if (!such.isEmpty()) {
                return new Verdict(truth, facts(such));
            }
        }
        return new Verdict(inverse(decisive), facts(parts));
    }

    private static String facts(List<Verdict> parts) {
        var facts = parts.stream().map(Verdict::facts).distinct().toList();
        var named = facts.stream().limit(FACTS).collect(joining(" and "));
        return facts.size() > FACTS ? "%s and %d more like this".formatted(named, facts.size() - FACTS) : named;
    }

    private static Verdict inverse(Verdict verdict) {
        return new Verdict(inverse(verdict.truth()), verdict.facts());
    }

    private static Truth inverse(Truth truth) {
        return switch (truth) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    private static Verdict verdict(boolean holds, String facts) {
        return new Verdict(holds ? Truth.TRUE : Truth.FALSE, facts);
    }

    private Stream<SentMessage> sent() {
        return progress.correspondence().sent().stream().filter(one -> one.at().compareTo(at) <= 0);
    }

    private String named(String step) {
        return "the step \"" + progress.plan().step(step).map(Step::title).orElse(step) + "\"";
    }
}
