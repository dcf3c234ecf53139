package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static dev.muster.scenario.Criterion.APOLOGY;
import static dev.muster.scenario.Criterion.BLAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.composer.DrillComposer;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Rating;
import dev.muster.scoring.Scorecard.OverruledCriterion;
import dev.muster.scoring.io.ScorecardJson;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What an evaluator says wins, beside what was found by itself. */
class EvaluatorTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static DrillComposer drill() {
        return aDrill().of(aScenario()
                        .lasting(60)
                        .aimingAt("speak", "statement")
                        .aimingAt("act", "recognise")
                        .with(anInject("alarm").at(0).expecting("statement", "recognise")))
                .against(aPlan().with(
                                aStep("statement")
                                        .ownedBy("communications")
                                        .within(10)
                                        .shownByMessageTo(Audience.PUBLIC)
                                        .showing(APOLOGY)
                                        .without(BLAME),
                                aStep("recognise").within(5).critical()))
                .started()
                .releases("alarm")
                .at(3)
                .by("communications")
                .sends("m", Channel.WEB, Audience.PUBLIC);
    }

    private static double mark(DrillComposer drill, String step) {
        return drill.scorecard().step(step).orElseThrow().mark();
    }

    @Test
    void aRulingOnACriterionWinsWhetherItComesBeforeTheRatingOrAfterIt() {
        var apologetic = drill().rated("m", APOLOGY);
        var before = drill().rules("m", APOLOGY, true).rated("m").at(60).ends();
        var after = drill().rated("m").rules("m", APOLOGY, true).at(60).ends();

        assertThat(mark(before, "statement")).isEqualTo(mark(apologetic, "statement"), EXACT);
        assertThat(mark(after, "statement")).isEqualTo(mark(apologetic, "statement"), EXACT);
    }

    @Test
    void theLatestOfSeveralRulingsCounts() {
        var drill = drill().rated("m", APOLOGY).rules("m", APOLOGY, false).at(4).rules("m", APOLOGY, true);

        assertThat(mark(drill, "statement")).isEqualTo(mark(drill().rated("m", APOLOGY), "statement"), EXACT);
    }

    @Test
    void aRulingStandsBesideTheRatersWordWithItsReason() {
        var card = drill().rated("m", APOLOGY).rules("m", APOLOGY, false).scorecard();

        assertThat(card.overruled())
                .containsExactly(new OverruledCriterion(
                        "m", APOLOGY, false, Optional.of(true), "ines", "I read it.", "evaluation.ines.004"));
        assertThat(card.step("statement").orElseThrow().lines())
                .filteredOn(line -> line.rule().equals("criterion.apology"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.reason()).isEqualTo("message m shows no apology, as ines ruled: I read it.");
                    assertThat(line.entries()).contains("evaluation.ines.004");
                    assertThat(line.quotes()).isEmpty();
                });
    }

    @Test
    void aMessageOfWhichOneCriterionIsRuledOnIsStillToBeRead() {
        var drill = drill().rules("m", APOLOGY, true);

        assertThat(drill.progress().correspondence().unrated()).hasSize(1);
        assertThat(drill.scorecard().unrated()).containsExactly("m");
    }

    @Test
    void aMarkOfAStepIsReplacedAndTheLinesStillAddUp() {
        var drill = drill().rated("m", APOLOGY).marks("recognise", 0.5).at(60).ends();
        var card = drill.scorecard();
        var step = card.step("recognise").orElseThrow();

        assertThat(step.mark()).isEqualTo(0.5);
        assertThat(step.outcome()).isEqualTo(StepOutcome.MISSED);
        assertThat(step.evaluator())
                .contains(new StepMark.Judgement("ines", 0.5, 0, "I was there.", "evaluation.ines.004"));
        assertThat(card.missedCritical()).isEmpty();
        assertThat(card.lines().mapToDouble(Line::won).sum()).isEqualTo(card.score(), EXACT);
        assertThat(step.lines()).last().satisfies(line -> {
            assertThat(line.rule()).isEqualTo("overruled");
            assertThat(line.reason()).isEqualTo("ines marks it 0.50 instead of 0.00: I was there.");
        });
    }

    @Test
    void aStepThatDoesNotCountHasNoMarkToOverrule() {
        var drill = drill().marks("recognise", 1);

        assertThat(drill.scorecard().step("recognise").orElseThrow()).satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(StepOutcome.NOT_EVALUATED);
            assertThat(step.evaluator()).isEmpty();
        });
    }

    @Test
    void anObjectiveIsAsTheEvaluatorRatesItBesideTheAutomaticRating() {
        var drill = drill().rated("m", APOLOGY)
                .rates("speak", Rating.U)
                .at(4)
                .rates("speak", Rating.M)
                .at(60)
                .ends();
        var without = drill().rated("m", APOLOGY).at(60).ends().scorecard();
        var card = drill.scorecard();

        assertThat(card.objective("speak").orElseThrow()).satisfies(mark -> {
            assertThat(mark.rating()).contains(Rating.M);
            assertThat(mark.evaluator())
                    .contains(new ObjectiveMark.Judgement(
                            "ines", Rating.M, Optional.of(Rating.P), "I know better.", "evaluation.ines.005"));
        });
        assertThat(card.score()).isEqualTo(without.score());
        assertThat(card.rating()).isEqualTo(without.rating());
    }

    @Test
    void anEvaluatedScorecardReadsBackAndSoDoesOneFromBeforeThereWereEvaluators() {
        var card = drill().rated("m", APOLOGY)
                .rules("m", BLAME, true)
                .rates("speak", Rating.M)
                .marks("statement", 0.25)
                .at(60)
                .ends()
                .scorecard();
        assertThat(ScorecardJson.read(ScorecardJson.write(card))).isEqualTo(card);

        var plain = drill().rated("m", APOLOGY).at(60).ends().scorecard();
        assertThat(ScorecardJson.read(ScorecardJson.write(plain).replace(",\"overruled\":[]", "")))
                .isEqualTo(plain);
    }
}
