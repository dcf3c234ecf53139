package dev.muster.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void theFiguresAreThoseOfTheFourNumbers() {
        var agreement = new Agreement(20, 5, 10, 15);

        assertThat(agreement.precision()).isEqualTo(0.8);
        assertThat(agreement.recall()).isCloseTo(0.667, within(0.001));
        assertThat(agreement.f1()).isCloseTo(0.727, within(0.001));
        // Cohen (1960): (0.7 - 0.5) / (1 - 0.5)
        assertThat(agreement.kappa()).isCloseTo(0.4, within(0.001));
    }

    @Test
    void aCriterionThatNobodySawIsAgreedUpon() {
        var agreement = new Agreement(0, 0, 0, 9);

        assertThat(agreement.f1()).isZero();
        assertThat(agreement.kappa()).isEqualTo(1);
    }

    @Test
    void marksQuotesAndDoubtsAreCounted() {
        var evaluation = new Evaluation();
        evaluation.add(
                Map.of(Criterion.APOLOGY, List.of("we are sorry"), Criterion.BLAME, List.of("the courier did it")),
                Reading.of(Map.of(
                        Criterion.APOLOGY, new CriterionMark(true, 0.95, List.of("are sorry for")),
                        Criterion.BLAME, new CriterionMark(true, 0.95, List.of("good morning")),
                        Criterion.HEATED, new CriterionMark(true, 0.5, List.of("no")))));

        assertThat(evaluation.of(Criterion.APOLOGY)).isEqualTo(new Agreement(1, 0, 0, 0));
        assertThat(evaluation.of(Criterion.HEATED)).isEqualTo(new Agreement(0, 1, 0, 0));
        assertThat(evaluation.of(Criterion.ACTION)).isEqualTo(new Agreement(0, 0, 0, 1));
        assertThat(evaluation.shareOfRightQuotes()).isEqualTo(0.5);
        assertThat(evaluation.shareUnsure()).isEqualTo(1.0 / 16);
        assertThat(evaluation.reliability().getLast()).isEqualTo(new Evaluation.Bin(2, 0.95, 1));
    }

    @Test
    void aLineThatCannotBeReadSaysWhatWasExpected() {
        assertThatThrownBy(() -> WrittenMessage.parse("[1]")).hasMessageStartingWith("expected an object");
        assertThatThrownBy(() -> WrittenMessage.parse("{")).hasMessageStartingWith("no JSON: ");
        assertThatThrownBy(() -> WrittenMessage.parse("{\"id\": \"1\"}")).hasMessage("expected a text as \"text\"");
        assertThatThrownBy(() -> WrittenMessage.parse("{\"id\": \"1\", \"text\": \"\", \"shows\": {\"praise\": []}}"))
                .hasMessageEndingWith("found \"praise\"");
    }

    @Test
    void aLineWithoutLabelsIsAMessageAllTheSame() {
        var message = WrittenMessage.parse("{\"id\": \"1\", \"channel\": \"sms\", \"text\": \"hi\"}");

        assertThat(message.shows()).isEmpty();
        assertThat(message.context()).isEmpty();
    }
}
