package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.scenario.Audience.CUSTOMERS;
import static dev.muster.scenario.Channel.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.scenario.Criterion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    @Test
    void whatAnEvaluatorPutRightIsALabelledMessageAndTheRestIsNot() {
        var overruled = new DrillEvent.MessageRated(
                "m-1",
                "evaluator",
                Map.of(
                        Criterion.BLAME, new DrillEvent.CriterionMark(false, 0, List.of()),
                        Criterion.REMEDY, new DrillEvent.CriterionMark(true, 1, List.of("The text"))));
        var drill = aDrill().of(aScenario().with(anInject("alert")))
                .started()
                .at(5)
                .sends("m-1", EMAIL, CUSTOMERS)
                .sends("m-2", EMAIL, CUSTOMERS)
                .rated("m-1", Criterion.BLAME, Criterion.APOLOGY)
                .rated("m-2", Criterion.BLAME)
                .at(6)
                .happens("overruled", overruled);

        assertThat(Corrections.of(drill.plan(), drill.scenario(), drill.log()))
                .singleElement()
                .satisfies(corrected -> {
                    assertThat(corrected.message().id()).isEqualTo("m-1");
                    assertThat(corrected.context()).isEqualTo(drill.scenario().title());
                    assertThat(corrected.shows()).containsOnlyKeys(Criterion.APOLOGY, Criterion.REMEDY);
                    assertThat(corrected.shows().get(Criterion.REMEDY)).containsExactly("The text");
                });
    }
}
