package dev.muster.drill;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.DrillComposer;
import dev.muster.composer.PlanComposer;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanClocksTest {

    private static final Duration TEN = Duration.ofMinutes(10);

    private final PlanClocks clocks = new PlanClocks(aPlan().with(
                    aStep("answer-inquiry").within(10, 30),
                    aStep("answer-social").within(60, 90))
            .compose());

    private static Prompt prompt(Channel channel, Optional<String> customer) {
        return new Prompt(
                "i", "t", channel, "from", List.of("care"), "text", Optional.empty(), List.of(), List.of(), customer);
    }

    @Test
    void aCustomerHearsFromTheTeamWithinThePlansTime() {
        assertThat(clocks.answerBy(prompt(Channel.PHONE, Optional.of("chidinma")), TEN))
                .contains(Duration.ofMinutes(20));
    }

    @Test
    void aPostIsAnsweredInItsOwnTimeWhoeverWroteIt() {
        assertThat(clocks.answerBy(prompt(Channel.SOCIAL, Optional.of("chidinma")), TEN))
                .contains(Duration.ofMinutes(70));
        assertThat(clocks.answerBy(prompt(Channel.SOCIAL, Optional.empty()), TEN))
                .contains(Duration.ofMinutes(70));
    }

    @Test
    void whatNeitherCustomerNorPostSaysHasNoCountdown() {
        assertThat(clocks.answerBy(prompt(Channel.CHAT, Optional.empty()), TEN)).isEmpty();
    }

    @Test
    void aPlanWithoutSuchAStepHasNoCountdown() {
        var bare = new PlanClocks(aPlan().with(aStep("recognise")).compose());
        assertThat(bare.answerBy(prompt(Channel.PHONE, Optional.of("chidinma")), TEN))
                .isEmpty();
    }

    // ---- updates

    private final PlanComposer regular = aPlan().updatingEvery(30, 1, Audience.CUSTOMERS, Audience.PUBLIC);

    private DrillComposer drill() {
        return aDrill().against(regular).of(aScenario().with(anInject("alert"))).started();
    }

    private Optional<Duration> next(DrillComposer drill) {
        return new PlanClocks(regular.compose()).nextUpdateBy(drill.progress().log());
    }

    @Test
    void beforeTheCrisisIsKnownNoUpdateIsDue() {
        assertThat(next(drill())).isEmpty();
    }

    @Test
    void theFirstUpdateIsDueOneGapAfterTheCrisisIsKnown() {
        assertThat(next(drill().at(5).releases("alert"))).contains(Duration.ofMinutes(35));
    }

    @Test
    void theNextIsDueOneGapAfterTheLastAndLaterLessOften() {
        var drill = drill().at(5).releases("alert").at(20).sends("m1", Channel.WEB, Audience.PUBLIC);
        assertThat(next(drill)).contains(Duration.ofMinutes(50));
        assertThat(next(drill.at(130).sends("m2", Channel.WEB, Audience.PUBLIC)))
                .contains(Duration.ofMinutes(190));
    }

    @Test
    void anAnswerToOneCustomerIsNoUpdate() {
        var drill = drill().at(5).releases("alert");
        drill.at(20).answering("alert").sends("m1", Channel.EMAIL, Audience.CUSTOMERS);
        assertThat(next(drill)).contains(Duration.ofMinutes(35));
    }
}
