package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.scenario.Audience.CUSTOMERS;
import static dev.muster.scenario.Channel.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.DrillComposer;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.Corrections.Corrected;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static DrillComposer drill() {
        return aDrill().of(aScenario().with(anInject("alert")))
                .started()
                .at(5)
                .sends("m-1", EMAIL, CUSTOMERS)
                .sends("m-2", EMAIL, CUSTOMERS)
                .rated("m-1", Criterion.BLAME)
                .rated("m-2", Criterion.BLAME, Criterion.APOLOGY);
    }

    private static List<Corrected> corrections(DrillComposer drill) {
        return Corrections.of(drill.plan(), drill.scenario(), drill.log());
    }

    @Test
    void aMessageWithAnOverruledCriterionIsALabelledMessageAndTheRestIsNot() {
        var drill = drill().at(6).rules("m-2", Criterion.BLAME, false).rules("m-2", Criterion.REMEDY, true);

        assertThat(corrections(drill)).singleElement().satisfies(corrected -> {
            assertThat(corrected.number()).isEqualTo(2);
            assertThat(corrected.message().id()).isEqualTo("m-2");
            assertThat(corrected.context()).isEqualTo(drill.scenario().title());
            assertThat(corrected.shows()).containsOnlyKeys(Criterion.APOLOGY, Criterion.REMEDY);
            assertThat(corrected.shows().get(Criterion.APOLOGY)).containsExactly("words of apology");
            assertThat(corrected.shows().get(Criterion.REMEDY)).isEmpty();
        });
    }

    @Test
    void ofSeveralRulingsOnACriterionTheLatestIsExported() {
        var drill = drill().at(6).rules("m-1", Criterion.BLAME, false).at(7).rules("m-1", Criterion.BLAME, true);

        assertThat(corrections(drill)).singleElement().satisfies(corrected -> assertThat(corrected.shows())
                .containsOnlyKeys(Criterion.BLAME));
    }

    @Test
    void aMarkOfAStepCorrectsNoMessage() {
        assertThat(corrections(drill().marks("recognise", 0.5))).isEmpty();
    }

    @Test
    void whatNobodyJudgedDoesNotPassForNotShown() {
        var drill = drill().at(6).sends("m-3", EMAIL, CUSTOMERS).rules("m-3", Criterion.APOLOGY, true);

        assertThat(corrections(drill)).isEmpty();
    }
}
