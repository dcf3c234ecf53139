package dev.muster.drill;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** FALSE below UNKNOWN below TRUE: all is the least of its parts, any the greatest, not turns the order round. */
class KleeneLogicTest {

    private static final Progress PROGRESS = aDrill().of(aScenario().with(anInject("alert")))
            .started()
            .releases("alert")
            .acknowledges("alert")
            .sends("m-1", Channel.EMAIL, Audience.CUSTOMERS)
            .progress();

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
    void notTurnsTheOrderRound(@ForAll Truth part) {
        assertThat(rank(truth(new Condition.Not(condition(part))))).isEqualTo(2 - rank(part));
    }

    private static Truth truth(Condition condition) {
        return PROGRESS.evaluate(condition, Duration.ZERO).truth();
    }

    private static List<Condition> conditions(List<Truth> truths) {
        return truths.stream().map(KleeneLogicTest::condition).toList();
    }

    private static Condition condition(Truth truth) {
        return switch (truth) {
            case TRUE -> new Condition.Acknowledged("alert");
            case FALSE -> new Condition.Acknowledged("another");
            case UNKNOWN -> new Condition.Shown(Criterion.HEATED, Condition.Messages.ANY);
        };
    }

    private static int rank(Truth truth) {
        return switch (truth) {
            case FALSE -> 0;
            case UNKNOWN -> 1;
            case TRUE -> 2;
        };
    }
}
