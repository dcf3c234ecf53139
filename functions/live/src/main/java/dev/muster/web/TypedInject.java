package dev.muster.web;

import dev.muster.drill.Progress;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.EditInject;
import dev.muster.drill.conduct.PutInject.AdHoc;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Option;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.io.Wording;
import dev.muster.web.Problem.Flaw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An inject as a trainer types it into a request: held to what the schema and the rules of a script hold one to. */
final class TypedInject {

    private static final int WORDS = 400;
    private static final int TEXT = 10_000;
    private static final int FEWEST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 10;

    private final AdHoc typed;
    private final Progress progress;
    private final List<Flaw> flaws = new ArrayList<>();

    private TypedInject(AdHoc typed, Progress progress) {
        this.typed = typed;
        this.progress = progress;
    }

    static AdHoc read(Body body) {
        return new AdHoc(
                body.text("title", WORDS),
                body.oneOf("channel", Channel.class, Channel::label),
                body.text("from", WORDS),
                List.copyOf(body.neededIds("to")),
                body.text("text", TEXT),
                List.copyOf(body.ids("expects")),
                body.optionalDuration("acknowledge"),
                body.objects("options", FEWEST_OPTIONS, MOST_OPTIONS, TypedInject::option));
    }

    /** What becomes otherwise of an inject that is still to come; at least one thing does. */
    static EditInject.Edit readEdit(Body body) {
        var edit = new EditInject.Edit(
                optional(body, "title", WORDS),
                body.optionalOneOf("channel", Channel.class, Channel::label),
                optional(body, "from", WORDS),
                List.copyOf(body.ids("to")),
                optional(body, "text", TEXT));
        if (edit.isEmpty()) {
            body.reject("text", "expected at least one of title, channel, from, to, text; found none");
        }
        return edit;
    }

    private static Optional<String> optional(Body body, String name, int max) {
        return body.has(name) ? Optional.of(body.text(name, max)) : body.optionalText(name);
    }

    private static Option option(Body body) {
        return new Option(
                body.id("id"),
                body.text("text", WORDS),
                body.optionalText("consequence", TEXT).orElse(""));
    }

    /** What the drill, as far as it has come, has against the inject. */
    static List<Flaw> flaws(AdHoc typed, Progress progress) {
        var inject = new TypedInject(typed, progress);
        inject.flaws.addAll(flawedReceivers(typed.to(), progress.scenario()));
        inject.checkSteps();
        inject.checkOptions();
        return inject.flaws;
    }

    /** What the scenario has against the change. */
    static List<Flaw> flaws(EditInject.Edit edit, Scenario scenario) {
        return flawedReceivers(edit.to(), scenario);
    }

    private static List<Flaw> flawedReceivers(List<String> to, Scenario scenario) {
        return IntStream.range(0, to.size())
                .mapToObj(index -> flaw(
                        to.get(index), scenario.roles(), "a role that takes no part in the scenario", "/to/" + index))
                .flatMap(Optional::stream)
                .toList();
    }

    private void checkSteps() {
        var known = progress.plan().steps().stream().map(Step::id).toList();
        for (var index = 0; index < typed.expects().size(); index++) {
            var pointer = "/expects/" + index;
            var id = typed.expects().get(index);
            flaw(id, known, "no step of the plan", pointer).ifPresent(flaws::add);
            progress.plan().step(id).flatMap(this::whyNotExpected).ifPresent(why -> flaws.add(new Flaw(pointer, why)));
        }
    }

    private Optional<Refusal> whyNotExpected(Step step) {
        if (!step.scored()) {
            return Optional.of(refusal("from-records", step));
        }
        if (step.evidence() instanceof Evidence.Decision && typed.options().isEmpty()) {
            return Optional.of(refusal("by-decision", step));
        }
        return step.mode() == Step.Mode.TIME_JUMP
                        && progress.log().jumps().findAny().isEmpty()
                ? Optional.of(refusal("before-jump", step))
                : Optional.empty();
    }

    private static Refusal refusal(String code, Step step) {
        return new Refusal(code, List.of(step.id()));
    }

    private void checkOptions() {
        var ids = new HashSet<String>();
        for (var index = 0; index < typed.options().size(); index++) {
            if (!ids.add(typed.options().get(index).id())) {
                flaws.add(new Flaw(
                        "/options/%d/id".formatted(index), "expected another id, found one for the second time"));
            }
        }
    }

    private static Optional<Flaw> flaw(String found, Collection<String> known, String complaint, String pointer) {
        return known.contains(found)
                ? Optional.empty()
                : Optional.of(
                        new Flaw(pointer, "%s: '%s'%s".formatted(complaint, found, Wording.suggestion(found, known))));
    }
}
