package dev.muster.drill;

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
import java.util.Locale;

/** What a release hangs on, as a trainer would say it: steps and injects by their titles. */
public final class ConditionWords {

    private final Plan plan;
    private final Scenario scenario;
    private final Locale language;
    private final Phrases phrases;

    /** In English, as the API, the report and the command line say it. */
    public ConditionWords(Plan plan, Scenario scenario) {
        this(plan, scenario, Locale.ENGLISH);
    }

    /** @param language in which it is said, if we speak it; English otherwise. The plan's and the script's words stay. */
    public ConditionWords(Plan plan, Scenario scenario, Locale language) {
        this.plan = plan;
        this.scenario = scenario;
        this.language = language;
        this.phrases = Phrases.in(language);
    }

    /** When the inject comes, beside its time; empty if it always comes. */
    public String of(Release release) {
        return switch (release) {
            case Release.Scripted scripted -> "";
            case Release.Contingency contingency ->
                contingency.condition() instanceof Not not
                        ? phrases.say("release.unless", of(not.of()))
                        : phrases.say("release.if", of(contingency.condition()));
            case Release.Reactive reactive ->
                reactive.delay().isZero()
                        ? phrases.say("release.at-once", of(reactive.condition()))
                        : phrases.say("release.after", duration(reactive.delay()), of(reactive.condition()));
            case Release.Ready ready -> phrases.say("release.ready", ready.hint());
        };
    }

    public String of(Condition condition) {
        return of(condition, true);
    }

    /** @param so false for the contrary */
    private String of(Condition condition, boolean so) {
        var not = so ? "" : ".not";
        return switch (condition) {
            case StepDone done -> phrases.say("step-done" + not, step(done.step()));
            case StepOverdue overdue -> overdue(overdue, not);
            case Acknowledged acknowledged -> phrases.say("acknowledged" + not, inject(acknowledged.inject()));
            case Answered answered -> phrases.say("answered" + not, inject(answered.inject()));
            case Released released -> phrases.say("released" + not, inject(released.inject()));
            case Decided decided -> decided(decided, not);
            case Shown shown -> messages("shown" + not, shown.among(), shown.criterion());
            case Lacking lacking -> unless(so, lacking, messages("lacking", lacking.among(), lacking.criterion()));
            case All all -> unless(so, all, joined("all", all.of()));
            case Any any -> unless(so, any, joined("any", any.of()));
            case Not other -> of(other.of(), !so);
        };
    }

    private String unless(boolean so, Condition condition, String words) {
        return so ? words : phrases.say("not", inBrackets(condition, words));
    }

    private String joined(String by, List<Condition> parts) {
        return parts.stream()
                .map(part -> inBrackets(part, of(part)))
                .reduce((before, next) -> phrases.say(by, before, next))
                .orElseGet(() -> phrases.say(by + ".empty"));
    }

    /** Brackets around what is itself a list, so that and and or do not mix. */
    private String inBrackets(Condition condition, String words) {
        var parts =
                switch (condition) {
                    case All all -> all.of().size();
                    case Any any -> any.of().size();
                    default -> 1;
                };
        return parts > 1 ? phrases.say("list", words) : words;
    }

    private String overdue(StepOverdue overdue, String not) {
        var step = step(overdue.step());
        return overdue.by()
                .map(by -> phrases.say("step-overdue.by" + not, step, duration(by)))
                .orElseGet(() -> phrases.say("step-overdue" + not, step));
    }

    private String decided(Decided decided, String not) {
        var inject = inject(decided.inject());
        return decided.option()
                .map(id -> phrases.say("decided.for" + not, inject, option(decided.inject(), id)))
                .orElseGet(() -> phrases.say("decided" + not, inject));
    }

    private String messages(String saying, Messages among, Criterion criterion) {
        var to = among.audience()
                .map(audience -> phrases.say("messages.to", phrases.say("audience." + audience.label())))
                .orElse("");
        var answering = among.answering()
                .map(id -> phrases.say("messages.answering", inject(id)))
                .orElse("");
        return phrases.say(saying, to + answering, phrases.say("criterion." + criterion.label()));
    }

    private String duration(Duration length) {
        return DurationWords.of(length, language);
    }

    private String option(String inject, String id) {
        return scenario.inject(inject).stream()
                .flatMap(asking -> asking.options().stream())
                .filter(option -> option.id().equals(id))
                .map(Option::text)
                .findFirst()
                .orElse(id);
    }

    private String step(String id) {
        return plan.step(id).map(Step::title).orElse(id);
    }

    private String inject(String id) {
        return scenario.inject(id).map(Inject::title).orElse(id);
    }
}
