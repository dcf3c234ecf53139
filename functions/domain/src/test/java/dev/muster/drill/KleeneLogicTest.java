package dev.muster.drill;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** FALSE below UNKNOWN below TRUE: all is the least of its parts, any the greatest, not turns the order round. */
class KleeneLogicTest {

    private static final Progress PROGRESS = aDrill().of(aScenario()
                    .with(
                            anInject("alert").expecting("statement"),
                            anInject("question").offering("stop", "go-on")))
            .against(aPlan().with(
                            aStep("statement").within(5).shownByMessageTo(Audience.PUBLIC),
                            aStep("report").within(5)))
            .started()
            .releases("alert", "question")
            .acknowledges("alert")
            .decides("question", "stop")
            .answering("alert")
            .sends("m-1", Channel.EMAIL, Audience.CUSTOMERS)
            .sends("m-2", Channel.EMAIL, Audience.AUTHORITIES)
            .rated("m-2", Criterion.ACTION)
            .progress();

    private static final Duration NOW = Duration.ofMinutes(10);
    private static final Condition.Messages TO_AUTHORITIES = Condition.Messages.to(Audience.AUTHORITIES);
    private static final Condition.Messages IN_ANSWER = new Condition.Messages(Optional.empty(), Optional.of("alert"));
    private static final Condition.Messages TO_NOBODY = Condition.Messages.to(Audience.MEDIA);

    /** Conditions of each kind, by what they are in that drill. */
    private static final Map<Truth, List<Condition>> KINDS = Map.of(
            Truth.TRUE,
            List.of(
                    new Condition.StepOverdue("statement", Optional.of(Duration.ofMinutes(5))),
                    new Condition.Acknowledged("alert"),
                    new Condition.Answered("alert"),
                    new Condition.Released("question"),
                    new Condition.Decided("question", Optional.empty()),
                    new Condition.Decided("question", Optional.of("stop")),
                    new Condition.Shown(Criterion.ACTION, TO_AUTHORITIES),
                    new Condition.Lacking(Criterion.APOLOGY, TO_AUTHORITIES),
                    new Condition.All(List.of()),
                    new Condition.Not(new Condition.Any(List.of()))),
            Truth.FALSE,
            List.of(
                    new Condition.StepDone("statement"),
                    new Condition.StepDone("unheard-of"),
                    new Condition.StepOverdue("statement", Optional.of(Duration.ofMinutes(6))),
                    new Condition.StepOverdue("report", Optional.empty()),
                    new Condition.Acknowledged("question"),
                    new Condition.Answered("question"),
                    new Condition.Released("another"),
                    new Condition.Decided("question", Optional.of("go-on")),
                    new Condition.Shown(Criterion.APOLOGY, TO_AUTHORITIES),
                    new Condition.Shown(Criterion.APOLOGY, TO_NOBODY),
                    new Condition.Lacking(Criterion.ACTION, TO_AUTHORITIES),
                    new Condition.Lacking(Criterion.APOLOGY, TO_NOBODY),
                    new Condition.Any(List.of())),
            Truth.UNKNOWN,
            List.of(
                    new Condition.Shown(Criterion.HEATED, Condition.Messages.ANY),
                    new Condition.Shown(Criterion.HEATED, IN_ANSWER),
                    new Condition.Lacking(Criterion.APOLOGY, Condition.Messages.ANY),
                    new Condition.Lacking(Criterion.APOLOGY, IN_ANSWER)));

    @TestFactory
    Stream<DynamicTest> eachKindOfConditionIsWhatItIs() {
        return KINDS.entrySet().stream().flatMap(kind -> kind.getValue().stream()
                .map(condition -> dynamicTest(kind.getKey() + " " + condition, () -> assertThat(truth(condition))
                        .isEqualTo(kind.getKey()))));
    }

    @Property(tries = 500)
    void eachConditionSaysWhy(@ForAll("conditions") Condition condition) {
        assertThat(PROGRESS.evaluate(condition, NOW).facts()).isNotBlank();
        assertThat(PROGRESS.evaluate(condition, Duration.ZERO).facts()).isNotBlank();
    }

    @Provide
    Arbitrary<Condition> conditions() {
        var known = Arbitraries.of(KINDS.values().stream().flatMap(List::stream).toList());
        return Arbitraries.oneOf(
                known,
                ArbitraryScripts.anyCondition(),
                known.list().ofMaxSize(4).map(Condition.All::new),
                known.list().ofMaxSize(4).map(Condition.Any::new),
                known.map(Condition.Not::new));
    }

    @Property(tries = 200)
    void allIsTheLeastOfItsParts(@ForAll List<Truth> parts) {
        var least = parts.stream().map(KleeneLogicTest::rank).reduce(2, Math::min);

        assertThat(rank(truth(new Condition.All(conditions(parts))))).isEqualTo(least);
    }

    @Property(tries = 200)
    void anyIsTheGreatestOfItsParts(@ForAll List<Truth> parts) {
        var greatest = parts.stream().map(KleeneLogicTest::rank).reduce(0, Math::max);

        assertThat(rank(truth(new Condition.Any(conditions(parts))))).isEqualTo(greatest);
    }

    @Property
    void notTurnsTheOrderRound(@ForAll("conditions") Condition part) {
        assertThat(rank(truth(new Condition.Not(part)))).isEqualTo(2 - rank(truth(part)));
    }

    private static Truth truth(Condition condition) {
        return PROGRESS.evaluate(condition, NOW).truth();
    }

    /** One of each truth, of one kind after the other. */
    private static List<Condition> conditions(List<Truth> truths) {
        return IntStream.range(0, truths.size())
                .mapToObj(at -> {
                    var kinds = KINDS.get(truths.get(at));
                    return kinds.get(at % kinds.size());
                })
                .toList();
    }

    private static int rank(Truth truth) {
        return switch (truth) {
            case FALSE -> 0;
            case UNKNOWN -> 1;
            case TRUE -> 2;
        };
    }
}
