package dev.muster.scenario.preview;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.DrillComposer;
import dev.muster.composer.InjectComposer;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Never cries wolf: whatever happens in any drill of any script was foreseen as possible. */
class ProspectsLawTest {

    private static final int MINUTES = 30;
    private static final List<String> STEPS = List.of("raise", "speak", "reply", "choose", "calm", "watch", "later");
    private static final List<Criterion> CRITERIA = List.of(Criterion.BLAME, Criterion.APOLOGY);
    private static final List<Audience> AUDIENCES =
            List.of(Audience.CUSTOMERS, Audience.AFFECTED_CUSTOMERS, Audience.PUBLIC);

    private static final Plan PLAN = aPlan().with(
                    aStep("raise").within(3),
                    aStep("speak").shownByMessageTo(Audience.PUBLIC).within(5),
                    aStep("reply").shownByAnswer().forEachInject().within(4),
                    aStep("choose").shownByDecision().within(4),
                    aStep("calm")
                            .shownByAbsenceIn(Audience.PUBLIC)
                            .without(Criterion.BLAME)
                            .fromTheStart(),
                    aStep("watch").within(10).fromTheStart(),
                    aStep("later")
                            .shownByMessageTo(Audience.CUSTOMERS)
                            .afterTimeJump()
                            .within(4))
            .compose();

    @Property(tries = 300)
    void whateverHappensWasForeseen(@ForAll Random random) {
        var scenario = anyScenario(random);
        var prospects = Prospects.of(PLAN, scenario);
        var questions =
                IntStream.range(0, 12).mapToObj(nr -> anyCondition(random, 2)).toList();
        new Run(random, scenario, prospects, questions).play();
    }

    // ---- any script

    private static Scenario anyScenario(Random random) {
        var injects =
                IntStream.range(0, 6).mapToObj(nr -> anyInject(random, nr)).toArray(InjectComposer[]::new);
        return aScenario().lasting(MINUTES).with(injects).compose();
    }

    private static InjectComposer anyInject(Random random, int nr) {
        var inject = anInject("i" + nr).expecting(one(random, STEPS)).offering("a", "b");
        return switch (random.nextInt(6)) {
            case 0, 1 -> inject.at(random.nextInt(MINUTES));
            case 2, 3 -> inject.at(random.nextInt(MINUTES), anyCondition(random, 2));
            case 4 -> inject.after(anyCondition(random, 2), random.nextInt(8));
            default -> inject.ready();
        };
    }

    private static Condition anyCondition(Random random, int depth) {
        var inject = "i" + random.nextInt(6);
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> new Condition.StepDone(one(random, STEPS));
            case 1 ->
                new Condition.StepOverdue(
                        one(random, STEPS),
                        Optional.of(Duration.ofMinutes(random.nextInt(4))).filter(by -> !by.isZero()));
            case 2 -> new Condition.Acknowledged(inject);
            case 3 -> new Condition.Answered(inject);
            case 4 -> new Condition.Released(inject);
            case 5 -> new Condition.Decided(inject, random.nextBoolean() ? Optional.of("a") : Optional.empty());
            case 6 -> new Condition.Shown(one(random, CRITERIA), anyMessages(random));
            case 7 -> new Condition.Lacking(one(random, CRITERIA), anyMessages(random));
            case 8, 9 -> new Condition.Not(anyCondition(random, depth - 1));
            case 10 -> new Condition.All(List.of(anyCondition(random, depth - 1), anyCondition(random, depth - 1)));
            default -> new Condition.Any(List.of(anyCondition(random, depth - 1), anyCondition(random, depth - 1)));
        };
    }

    private static Messages anyMessages(Random random) {
        return new Messages(
                random.nextBoolean() ? Optional.of(one(random, AUDIENCES)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("i" + random.nextInt(6)) : Optional.empty());
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    // ---- any drill of it

    private static final class Run {

        private final Random random;
        private final Scenario scenario;
        private final Prospects prospects;
        private final List<Condition> questions;
        private final DrillComposer drill;
        private final Set<String> released = new HashSet<>();
        private final Map<String, Integer> triggered = new HashMap<>();
        private int messages;

        Run(Random random, Scenario scenario, Prospects prospects, List<Condition> questions) {
            this.random = random;
            this.scenario = scenario;
            this.prospects = prospects;
            this.questions = questions;
            this.drill = aDrill().of(scenario).against(PLAN).at(0).started();
        }

        void play() {
            for (var minute = 0; minute <= MINUTES; minute++) {
                drill.at(minute);
                releaseWhatIsDue(minute);
                for (var acts = random.nextInt(3); acts > 0; acts--) {
                    act();
                    react(minute);
                }
                releaseWhatIsDue(minute);
                for (var question : questions) {
                    check(question, minute);
                }
            }
        }

        private void releaseWhatIsDue(int minute) {
            var due = new ArrayList<>(scenario.injects());
            java.util.Collections.shuffle(due, random);
            due.stream()
                    .filter(inject -> !released.contains(inject.id()))
                    .forEach(inject -> releaseIfDue(inject, minute));
        }

        private void releaseIfDue(Inject inject, int minute) {
            var now = Duration.ofMinutes(minute);
            var comes =
                    switch (inject.release()) {
                        case Release.Scripted scripted -> scripted.at().equals(now);
                        case Release.Contingency contingency ->
                            contingency.at().equals(now) && check(contingency.condition(), minute);
                        case Release.Reactive reactive -> triggered.getOrDefault(inject.id(), MINUTES + 1) == minute;
                        case Release.Ready ready -> random.nextInt(20) == 0;
                    };
            if (comes) {
                assertThat(prospects.earliest(inject.id()))
                        .as("%s in %s", inject, scenario.injects())
                        .hasValueSatisfying(earliest -> assertThat(earliest).isLessThanOrEqualTo(now));
                drill.releases(inject.id());
                released.add(inject.id());
                react(minute);
            }
        }

        private void react(int minute) {
            for (var inject : scenario.injects()) {
                if (inject.release() instanceof Release.Reactive reactive
                        && !triggered.containsKey(inject.id())
                        && check(reactive.condition(), minute)) {
                    triggered.put(inject.id(), minute + (int) reactive.delay().toMinutes());
                }
            }
        }

        /** Whether the condition holds now; either way it was foreseen. */
        private boolean check(Condition condition, int minute) {
            var now = Duration.ofMinutes(minute);
            var verdict = drill.progress().evaluate(condition, now);
            if (!verdict.unknown()) {
                var unforeseen = verdict.holds() ? Outlook.Kind.NEVER : Outlook.Kind.ALWAYS;
                assertThat(prospects.outlook(condition, now).kind())
                        .as("%s at minute %d: %s; injects %s", condition, minute, verdict.facts(), scenario.injects())
                        .isNotEqualTo(unforeseen);
            }
            if (verdict.holds()) {
                assertThat(prospects.earliest(condition))
                        .hasValueSatisfying(from -> assertThat(from).isLessThanOrEqualTo(now));
            }
            return verdict.holds();
        }

        private void act() {
            switch (random.nextInt(4)) {
                case 0 -> someInject().ifPresent(drill::acknowledges);
                case 1 -> someInject().ifPresent(inject -> drill.decides(inject, random.nextBoolean() ? "a" : "b"));
                case 2 -> drill.reports(one(random, STEPS), random.nextBoolean() ? "Done, see the log." : "");
                default -> send();
            }
        }

        private void send() {
            var id = "m-" + messages++;
            someInject().filter(inject -> random.nextBoolean()).ifPresent(drill::answering);
            drill.sends(id, Channel.WEB, one(random, AUDIENCES));
            var shown = CRITERIA.stream()
                    .filter(criterion -> random.nextInt(3) == 0)
                    .toArray(Criterion[]::new);
            if (random.nextInt(5) > 0) {
                drill.rated(id, shown);
            }
        }

        private Optional<String> someInject() {
            var came = released.stream().sorted(Comparator.naturalOrder()).toList();
            return came.isEmpty() ? Optional.empty() : Optional.of(one(random, came));
        }
    }
}
