package dev.muster.scenario.sheet;

import dev.muster.scenario.Evidence;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds steps of a plan that a sheet names exactly, by id or by title. Nothing is guessed beyond that. */
final class StepWords {

    private static final Pattern PIECES = Pattern.compile("[;\\n\\r•|]|(?<=\\.)\\s");
    private static final Pattern NUMBERING = Pattern.compile("^\\s*(?:\\d{1,2}[.)]|[-–*])\\s*");

    private final Plan plan;

    StepWords(Plan plan) {
        this.plan = plan;
    }

    Optional<Step> find(String words) {
        var plain = Words.plain(NUMBERING.matcher(words).replaceFirst(""));
        return plan.steps().stream()
                .filter(step -> Words.plain(step.id()).equals(plain)
                        || Words.plain(step.title()).equals(plain))
                .findFirst();
    }

    /** The ids of steps that stand in the text as a piece of their own, and that any inject may expect. */
    Set<String> expected(String text) {
        var found = new LinkedHashSet<String>();
        Words.split(text, PIECES).stream()
                .flatMap(piece -> find(piece).stream())
                .filter(StepWords::canBeExpectedAnywhere)
                .forEach(step -> found.add(step.id()));
        return found;
    }

    /** Some steps ask more of an inject: options, or a jump in time before it. */
    static boolean canBeExpectedAnywhere(Step step) {
        return step.mode() == Step.Mode.OBSERVED && !(step.evidence() instanceof Evidence.Decision);
    }

    /** What stands for objectives where a sheet has none that the plan could show: what every drill starts with. */
    List<String> first() {
        var started = plan.steps().stream()
                .filter(step -> step.mode() == Step.Mode.OBSERVED && step.starts() == Step.Starts.STARTEX)
                .map(Step::id)
                .toList();
        return started.isEmpty()
                ? plan.steps().stream()
                        .filter(Step::scored)
                        .map(Step::id)
                        .limit(1)
                        .toList()
                : started;
    }
}
