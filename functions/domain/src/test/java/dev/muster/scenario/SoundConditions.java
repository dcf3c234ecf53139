package dev.muster.scenario;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions that name what there is.
 *
 * @param others the injects for which one may wait
 */
record SoundConditions(List<Inject> others) {

    Release release(Release any) {
        return switch (any) {
            case Release.Contingency it -> new Release.Contingency(it.at(), sound(it.condition()));
            case Release.Reactive it -> new Release.Reactive(sound(it.condition()), it.delay());
            default -> any;
        };
    }

    /** The steps that a release waits for. */
    static Stream<String> steps(Release release) {
        var condition =
                switch (release) {
                    case Release.Contingency it -> Stream.of(it.condition());
                    case Release.Reactive it -> Stream.of(it.condition());
                    default -> Stream.<Condition>of();
                };
        return condition.flatMap(Condition::parts).flatMap(SoundConditions::step);
    }

    private static Stream<String> step(Condition condition) {
        return switch (condition) {
            case StepDone it -> Stream.of(it.step());
            case StepOverdue it -> Stream.of(it.step());
            default -> Stream.of();
        };
    }

    private Condition sound(Condition any) {
        return switch (any) {
            case Acknowledged it -> other().<Condition>map(Acknowledged::new).orElse(ALONE);
            case Answered it -> other().<Condition>map(Answered::new).orElse(ALONE);
            case Released it -> other().<Condition>map(Released::new).orElse(ALONE);
            case Decided it -> decided(it);
            case Shown it -> new Shown(it.criterion(), sound(it.among()));
            case Lacking it -> new Lacking(it.criterion(), sound(it.among()));
            case All it -> new All(it.of().stream().map(this::sound).toList());
            case Any it -> new Any(it.of().stream().map(this::sound).toList());
            case Not it -> new Not(sound(it.of()));
            case StepDone it -> it;
            case StepOverdue it -> it;
        };
    }

    /** What an inject without others can wait for. */
    private static final Condition ALONE = new StepDone("alone");

    private Optional<String> other() {
        return others.stream().map(Inject::id).findFirst();
    }

    private Condition decided(Decided any) {
        return others.stream()
                .filter(inject -> !inject.options().isEmpty())
                .findFirst()
                .<Condition>map(asking -> new Decided(
                        asking.id(),
                        any.option().map(option -> asking.options().getFirst().id())))
                .orElse(ALONE);
    }

    private Messages sound(Messages any) {
        return new Messages(any.audience(), any.answering().flatMap(id -> other()));
    }
}
