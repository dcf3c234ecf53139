package dev.muster.scenario.preview;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Plan PLAN = aPlan().with(
                    aStep("answer").covering("swift", "crm"),
                    aStep("speak").covering("swift"),
                    aStep("calm")
                            .covering("calm")
                            .shownByAbsenceIn(Audience.PUBLIC)
                            .fromTheStart(),
                    aStep("records").covering("train").checkedFromRecords())
            .compose();

    private final Scenario one = aScenario()
            .named("one")
            .with(anInject("a").expecting("answer", "speak", "foreign"))
            .compose();
    private final Scenario two = aScenario()
            .named("two")
            .with(anInject("b").expecting("records"), anInject("c").expecting("speak"))
            .compose();
    private final Coverage coverage = new Coverage(PLAN, List.of(one, two));

    @Test
    void aPracticeIsExercisedWhereAnInjectExpectsAStepThatCountsAndNamesIt() {
        assertThat(coverage.exercising("swift")).containsExactly("one", "two");
        assertThat(coverage.exercising("crm")).containsExactly("one");
        assertThat(coverage.steps("swift", one)).containsExactly("answer", "speak");
    }

    @Test
    void whatIsCheckedFromRecordsOrNobodyExpectsExercisesNothing() {
        assertThat(coverage.exercising("train")).isEmpty();
        assertThat(coverage.exercising("calm")).isEmpty();
    }
}
