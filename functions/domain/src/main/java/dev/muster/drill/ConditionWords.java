package dev.muster.drill;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a release hangs on, as a trainer would say it: steps and injects by their titles. */
public final class ConditionWords {

    private final Plan plan;
    private final Scenario scenario;

    public ConditionWords(Plan plan, Scenario scenario) {
        this.plan = plan;
        this.scenario = scenario;
    }

    /** When the inject comes, beside its time; empty if it always comes. */
    public String of(Release release) {
        return switch (release) {
            case Release.Scripted scripted -> "";
            case Release.Contingency contingency ->
                contingency.condition() instanceof Not not
                        ? "unless " + of(not.of())
                        : "if " + of(contingency.condition());
            case Release.Reactive reactive -> delay(reactive.delay()) + of(reactive.condition());
            case Release.Ready ready -> "when the trainer releases it: " + ready.hint();
        };
    }

    private static String delay(Duration delay) {
        return delay.isZero() ? "as soon as " : DurationWords.of(delay) + " after ";
    }

    public String of(Condition condition) {
        return switch (condition) {
            case StepDone done -> step(done.step()) + " is done";
            case StepOverdue overdue -> step(overdue.step()) + " is overdue" + by(overdue.by());
            case Acknowledged acknowledged -> "somebody has acknowledged " + inject(acknowledged.inject());
            case Answered answered -> "somebody has answered " + inject(answered.inject());
            case Released released -> inject(released.inject()) + " has come";
            case Decided decided -> "the team has decided " + decision(decided);
            case Shown shown -> "a message%s shows %s".formatted(whose(shown.among()), name(shown.criterion()));
            case Lacking lacking ->
                "there are messages%s and none shows %s".formatted(whose(lacking.among()), name(lacking.criterion()));
            case All all -> joined(all.of(), " and ", "nothing is asked");
            case Any any -> joined(any.of(), " or ", "nothing can be");
            case Not not -> contrary(not.of());
        };
    }

    private String contrary(Condition condition) {
        return switch (condition) {
            case StepDone done -> step(done.step()) + " is not done";
            case StepOverdue overdue -> step(overdue.step()) + " is not overdue" + by(overdue.by());
            case Acknowledged acknowledged -> "nobody has acknowledged " + inject(acknowledged.inject());
            case Answered answered -> "nobody has answered " + inject(answered.inject());
            case Released released -> inject(released.inject()) + " has not come";
            case Decided decided -> "the team has not decided " + decision(decided);
            case Shown shown -> "no message%s shows %s".formatted(whose(shown.among()), name(shown.criterion()));
            case Not not -> of(not.of());
            default -> "it is not so that " + part(condition);
        };
    }

    private String joined(List<Condition> parts, String between, String none) {
        return parts.isEmpty() ? none : parts.stream().map(this::part).collect(joining(between));
    }

    /** Brackets around what is itself a list, so that and and or do not mix. */
    private String part(Condition condition) {
        var parts =
                switch (condition) {
                    case All all -> all.of().size();
                    case Any any -> any.of().size();
                    default -> 1;
                };
        return parts > 1 ? "(" + of(condition) + ")" : of(condition);
    }

    private static String by(Optional<Duration> atLeast) {
        return atLeast.map(time -> " by " + DurationWords.of(time) + " or more").orElse("");
    }

    private String decision(Decided decided) {
        var option = decided.option()
                .map(id -> "for \"%s\" ".formatted(option(decided.inject(), id)))
                .orElse("");
        return option + "on " + inject(decided.inject());
    }

    private String option(String inject, String id) {
        return scenario.inject(inject).stream()
                .flatMap(asking -> asking.options().stream())
                .filter(option -> option.id().equals(id))
                .map(Option::text)
                .findFirst()
                .orElse(id);
    }

    private String whose(Messages among) {
        var to = among.audience()
                .map(audience -> " to " + audience.label().replace('-', ' '))
                .orElse("");
        return to + among.answering().map(id -> " in answer to " + inject(id)).orElse("");
    }

    private static String name(Criterion criterion) {
        return criterion.label().replace('_', ' ');
    }

    private String step(String id) {
        return "\"%s\"".formatted(plan.step(id).map(Step::title).orElse(id));
    }

    private String inject(String id) {
        return "\"%s\"".formatted(scenario.inject(id).map(Inject::title).orElse(id));
    }
}
