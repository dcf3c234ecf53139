package dev.muster.scenario;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.composer.InjectComposer;
import dev.muster.composer.StepComposer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a scenario of the library on an organisation's own plan. */
class AdaptationTest {

    /** In the default plan of these tests, operations raise an alarm. */
    private static final Plan STANDARD = aPlan().called("default")
            .with(aStep("recognise").ownedBy("operations"))
            .compose();

    private static Adaptation adapted(InjectComposer inject, StepComposer... steps) {
        return Adaptation.of(
                aScenario().with(inject).compose(),
                aPlan().called("acme").with(steps).compose(),
                STANDARD);
    }

    private static Inject inject(Adaptation adaptation) {
        return adaptation.scenario().injects().getFirst();
    }

    // ---- steps

    @Test
    void aStepOfTheSameIdComesFirst() {
        var adaptation = adapted(
                anInject("alert").expecting("recognise"), aStep("raise").standingFor("recognise"), aStep("recognise"));

        assertThat(inject(adaptation).expects()).containsExactly("recognise");
        assertThat(adaptation.findings()).isEmpty();
    }

    @Test
    void elseAllStepsThatStandForItAreExpected() {
        var adaptation = adapted(
                anInject("alert").expecting("notify-affected"),
                aStep("mail-customers").standingFor("notify-affected"),
                aStep("ring-customers").standingFor("notify-affected", "personal-answer"));

        assertThat(inject(adaptation).expects()).containsExactly("mail-customers", "ring-customers");
        assertThat(adaptation.findings()).isEmpty();
    }

    @Test
    void aStepThatThePlanLacksIsLeftOutAndSaid() {
        var adaptation = adapted(anInject("alert").expecting("recognise", "watch-sentiment"), aStep("recognise"));

        assertThat(inject(adaptation).expects()).containsExactly("recognise");
        assertThat(adaptation.findings())
                .containsExactly(new Adaptation.Finding(
                        "/injects/0/expects/1",
                        "inject \"alert\" expects \"watch-sentiment\"; plan \"acme\" has no such step"));
    }

    @Test
    void whatThePlanLooksUpInRecordsIsNotExpected() {
        var adaptation = adapted(
                anInject("alert").expecting("hold-review"), aStep("hold-review").checkedFromRecords());

        assertThat(inject(adaptation).expects()).isEmpty();
        assertThat(adaptation.words()).singleElement().asString().contains("looked up in records");
    }

    @Test
    void whatADecisionProvesIsExpectedOnlyWhereThereIsSomethingToDecide() {
        var step = aStep("contain").shownByDecision();
        assertThat(inject(adapted(anInject("alert").expecting("contain"), step)).expects())
                .isEmpty();
        assertThat(inject(adapted(anInject("alert").expecting("contain").offering("cut", "wait"), step))
                        .expects())
                .containsExactly("contain");
    }

    @Test
    void whatIsDoneDaysLaterIsExpectedOnlyAfterAJump() {
        var plan = aPlan().called("acme")
                .with(aStep("thank").standingFor("thank-customers").afterTimeJump());
        var scenario = aScenario()
                .with(
                        anInject("early").at(5).expecting("thank-customers"),
                        anInject("later").at(10).leapingAhead(Duration.ofDays(3)),
                        anInject("then").at(15).expecting("thank-customers"));

        var adaptation = Adaptation.of(scenario.compose(), plan.compose(), STANDARD);

        assertThat(adaptation.scenario().inject("early").orElseThrow().expects())
                .isEmpty();
        assertThat(adaptation.scenario().inject("then").orElseThrow().expects()).containsExactly("thank");
        assertThat(adaptation.words()).singleElement().asString().contains("days later");
    }

    @Test
    void anObjectiveKeepsWhatThePlanHasOfIt() {
        var scenario = aScenario()
                .aimingAt("speak", "holding-statement", "full-statement")
                .aimingAt("learn", "hold-review");
        var plan = aPlan().called("acme").with(aStep("first-word").standingFor("holding-statement"));

        var adaptation = Adaptation.of(scenario.compose(), plan.compose(), STANDARD);

        assertThat(adaptation.scenario().objectives())
                .containsExactly(new Objective("speak", "speak", List.of("first-word")));
        assertThat(adaptation.words())
                .containsExactly("the objective \"learn\" is left out; plan \"acme\" has none of its steps");
    }

    // ---- roles

    @Test
    void aRoleThatThePlanLacksIsPlayedByWhoeverLeads() {
        var scenario = aScenario()
                .with(anInject("letter").to("legal", "communications"))
                .compose();
        var plan = aPlan().called("acme")
                .withRoles("press: communications", "boss: crisis-lead", "desk: customer-care")
                .compose();

        var adaptation = Adaptation.of(scenario, plan, STANDARD);

        assertThat(adaptation.scenario().roles()).containsExactly("boss", "press", "desk");
        assertThat(inject(adaptation).to()).containsExactly("boss", "press");
        assertThat(adaptation.words())
                .containsExactly(
                        "the scenario has a role \"operations\"; plan \"acme\" has no such role, so that \"boss\" gets what is meant for it",
                        "the scenario has a role \"legal\"; plan \"acme\" has no such role, so that \"boss\" gets what is meant for it");
    }

    @Test
    void wherePlansNameNoLeadTheFirstRoleStandsIn() {
        var plan = aPlan().called("acme").withRoles("night-desk", "day-desk").compose();

        var adaptation =
                Adaptation.of(aScenario().with(anInject("letter").to("legal")).compose(), plan, STANDARD);

        assertThat(inject(adaptation).to()).containsExactly("night-desk");
    }

    @Test
    void whoeverMustActByTheOwnPlanHearsOfIt() {
        var adaptation = adapted(
                anInject("alert").to("operations").expecting("recognise"),
                aStep("recognise").ownedBy("customer-care"));

        assertThat(inject(adaptation).to()).containsExactly("operations", "customer-care");
        assertThat(adaptation.words())
                .containsExactly(
                        "inject \"alert\" goes to \"customer-care\", too, who does \"recognise\" by plan \"acme\"");
    }

    @Test
    void whomTheScriptPassesOverIsPassedOver() {
        var adaptation = adapted(
                anInject("alert").to("legal").expecting("recognise"),
                aStep("recognise").ownedBy("customer-care"));

        assertThat(inject(adaptation).to()).containsExactly("legal");
        assertThat(adaptation.findings()).isEmpty();
    }

    private static Team teamOf(List<String> roles, List<String> deputyFor) {
        var ana = new Member(
                "m-ana",
                "Ana",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "en",
                roles,
                deputyFor,
                List.of(Channel.CHAT));
        var charter = new Charter(1, "To learn.", false, Duration.ofDays(1));
        return new Team("crew", "Crew", ZoneId.of("UTC"), charter, List.of(ana));
    }

    @Test
    void aTeamPlaysInTheRolesOfTheOwnPlan() {
        var plan = aPlan().called("acme")
                .withRoles("boss: crisis-lead legal", "press")
                .compose();

        var adapted = AdaptedTeam.of(teamOf(List.of("crisis-lead", "legal"), List.of("press", "pilot")), plan);

        assertThat(adapted.team()).isEqualTo(teamOf(List.of("boss"), List.of("press", "pilot")));
        assertThat(adapted.findings()).isEmpty();
    }

    @Test
    void whoeverLeadsDeputisesForRolesThatOnlyThisPlanHas() {
        var plan = aPlan().called("acme")
                .withRoles("boss: crisis-lead", "ferryman", "press: communications")
                .compose();

        var adapted = AdaptedTeam.of(teamOf(List.of("crisis-lead"), List.of()), plan);

        assertThat(adapted.team()).isEqualTo(teamOf(List.of("boss"), List.of("ferryman")));
        assertThat(adapted.findings())
                .containsExactly("nobody in team \"crew\" knows the role \"ferryman\"; \"boss\" deputises");
    }

    @Test
    void aTeamThatWasMadeForThePlanStaysAsItIs() {
        var plan = aPlan().called("acme")
                .withRoles("boss: crisis-lead", "ferryman")
                .compose();
        var team = teamOf(List.of("boss"), List.of());

        assertThat(AdaptedTeam.of(team, plan)).isEqualTo(new AdaptedTeam(team, List.of()));
    }

    // ---- conditions

    @Test
    void aConditionIsAskedOfTheStepsThatStandForItsStep() {
        var mail = aStep("mail").standingFor("notify-affected");
        var ring = aStep("ring").standingFor("notify-affected");
        var done = new Condition.StepDone("notify-affected");
        var overdue = new Condition.StepOverdue("notify-affected", Optional.of(Duration.ofMinutes(5)));

        assertThat(inject(adapted(anInject("press").at(30, new Condition.Not(done)), mail))
                        .release())
                .isEqualTo(new Release.Contingency(
                        Duration.ofMinutes(30), new Condition.Not(new Condition.StepDone("mail"))));
        assertThat(inject(adapted(anInject("press").after(done), mail, ring)).release())
                .isEqualTo(new Release.Reactive(
                        new Condition.All(List.of(new Condition.StepDone("mail"), new Condition.StepDone("ring"))),
                        Duration.ZERO));
        assertThat(inject(adapted(anInject("press").at(30, overdue), mail, ring))
                        .release())
                .isEqualTo(new Release.Contingency(
                        Duration.ofMinutes(30),
                        new Condition.Any(List.of(
                                new Condition.StepOverdue("mail", overdue.by()),
                                new Condition.StepOverdue("ring", overdue.by())))));
    }

    @Test
    void anInjectThatWaitsForAStepOfNoPlanIsLeftToTheTrainer() {
        var condition = new Condition.Any(List.of(
                new Condition.Answered("other"), new Condition.Not(new Condition.StepDone("holding-statement"))));

        var adaptation = adapted(anInject("silence").at(30, condition), aStep("recognise"));

        assertThat(inject(adaptation).release())
                .isEqualTo(new Release.Ready("About 30 minutes in, if it suits what the team did:"
                        + " the script waits for \"holding-statement\", which plan \"acme\" cannot show"));
        assertThat(adaptation.findings())
                .containsExactly(new Adaptation.Finding(
                        "/injects/0",
                        "inject \"silence\" waits for \"holding-statement\", which plan \"acme\" cannot show;"
                                + " it becomes ready-to-fire, and you release it if it suits"));
    }

    @Test
    void whatWaitsForNoStepStaysAsItIs() {
        var condition = new Condition.Lacking(Criterion.APOLOGY, Condition.Messages.ANY);

        var adaptation = adapted(anInject("cold").after(condition), aStep("recognise"));

        assertThat(inject(adaptation).release()).isEqualTo(new Release.Reactive(condition, Duration.ZERO));
        assertThat(adaptation.findings()).isEmpty();
    }
}
