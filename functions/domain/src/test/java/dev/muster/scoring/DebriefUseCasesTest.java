package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.NOON;
import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.composer.DrillComposer;
import dev.muster.composer.PlanComposer;
import dev.muster.composer.ScenarioComposer;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Refusal;
import dev.muster.drill.Roster;
import dev.muster.drill.conduct.Noted;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.InMemoryDrillStore;
import dev.muster.drill.port.Interposed;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Reports;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Rating;
import dev.muster.scoring.io.ScorecardJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens behind the people: messages are rated, drills are scored. */
class DebriefUseCasesTest {

    private static final String DRILL = "d-1";
    private static final Due.Rate RATE = new Due.Rate("sorry");
    private static final Due.Score SCORE = new Due.Score("ended");

    private final InMemoryDrillStore store = new InMemoryDrillStore();
    private final List<DueItem> woken = new ArrayList<>();
    private final List<Notification> told = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final Clock clock = Clock.fixed(NOON.plus(Duration.ofMinutes(8)), ZoneOffset.UTC);
    private Runnable whileRendering = () -> {};
    private int ratings;

    private final MessageRater rater = new MessageRater() {
        @Override
        public String version() {
            return "apologies-1";
        }

        @Override
        public Reading rate(Message message, String context) {
            ratings++;
            var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
            for (var criterion : Criterion.values()) {
                marks.put(criterion, new CriterionMark(criterion == Criterion.APOLOGY, 0.8, List.of("sorry")));
            }
            return Reading.of(marks);
        }
    };

    // ---- rating

    @Test
    void aMessageIsRatedAndLooksForReactionsWhileTheDrillGoesOn() {
        given(running());

        rate();

        assertThat(rating().rater()).isEqualTo("apologies-1");
        assertThat(rating().marks().get(Criterion.APOLOGY).present()).isTrue();
        assertThat(pending()).containsExactly("react#rated.sorry");
        assertThat(woken).extracting(DueItem::key).containsExactly("react#rated.sorry");
    }

    @Test
    void aMessageThatIsRatedAfterTheEndMakesANewScore() {
        given(running().at(10).ends());
        over();

        rate();

        assertThat(pending()).containsExactly("score#ended", "score#rated.sorry");
    }

    @Test
    void aRatingIsNeverEarlierThanItsMessage() {
        given(aDrill().of(crisis())
                .against(plan())
                .started()
                .at(0)
                .releases("alarm")
                .at(9)
                .sends("sorry", Channel.WEB, Audience.PUBLIC));

        rate();

        assertThat(store.entry(DRILL, "rated.sorry").orElseThrow().at()).isEqualTo(NOON.plus(Duration.ofMinutes(9)));
    }

    @Test
    void aMessageIsRatedOnceHoweverOftenSomebodyIsWoken() {
        given(running());

        rate();
        rate();

        assertThat(ratings).isOne();
        assertThat(pending()).containsExactly("react#rated.sorry");
    }

    @Test
    void aRatingThatStandsInTheLogEndsTheDueItem() {
        given(running().rated("sorry", Criterion.APOLOGY));
        var before = store.log(DRILL);

        rate();

        assertThat(pending()).isEmpty();
        assertThat(store.log(DRILL)).containsAll(before).hasSameSizeAs(before);
    }

    @Test
    void aMessageThatCameAfterTheEndIsNotRated() {
        given(aDrill().of(crisis())
                .against(plan())
                .started()
                .at(0)
                .releases("alarm")
                .at(5)
                .ends()
                .at(6)
                .sends("sorry", Channel.WEB, Audience.PUBLIC));
        over();

        rate();

        assertThat(store.entry(DRILL, "rated.sorry")).isEmpty();
        assertThat(pending()).containsExactly("score#ended");
    }

    // ---- scoring

    @Test
    void aDrillThatIsOverIsRatedScoredReportedAndTold() {
        given(running().at(10).ends());
        over();

        score();

        assertThat(rating()).isNotNull();
        assertThat(card())
                .isEqualTo(Scorer.score(store.plan(DRILL), store.scenario(DRILL), logBefore("announced.score.ended")));
        assertThat(card().unrated()).isEmpty();
        assertThat(files).containsEntry(Reports.AFTER_ACTION, "report of " + card().revision());
        assertThat(store.drill(DRILL).orElseThrow().state()).isEqualTo(DrillState.SCORED);
        assertThat(told).singleElement().satisfies(news -> {
            assertThat(news.recipient()).isEqualTo(Notification.TRAINER);
            assertThat(news.text()).contains("%.1f of 100".formatted(card().score()), "provisional");
        });
        assertThat(pending()).containsExactly("rate#sorry");
    }

    @Test
    void aRatingThatIsDueWhenTheScorerWasFasterChangesNothing() {
        given(running().at(10).ends());
        over();
        score();
        var before = store.log(DRILL);

        rate();

        assertThat(store.log(DRILL)).isEqualTo(before);
        assertThat(pending()).isEmpty();
    }

    @Test
    void theTrainerIsToldOnceHoweverOftenItIsScored() {
        given(running().at(10).ends());
        over();
        score();

        store.record(DRILL, note(), List.of(DueItem.atWallTime(DRILL, SCORE, NOON)));
        score();
        score();

        assertThat(told).hasSize(1);
        assertThat(pending()).containsExactly("rate#sorry");
    }

    @Test
    void aLaterMessagesScoreRenewsTheReportWithoutAWord() {
        given(running().at(10).ends());
        over();
        var again = new Due.Score("rated.sorry");
        score();
        store.record(DRILL, note(), List.of());
        due(again);

        scoreDrill().carryOut(DRILL, again);

        assertThat(files.get(Reports.AFTER_ACTION))
                .isEqualTo("report of " + store.log(DRILL).size());
        assertThat(told).hasSize(1);
    }

    @Test
    void aScoreOfAnOlderLogNeverTakesTheNewersPlace() {
        given(running().at(10).ends());
        over();
        store.keepScorecard(DRILL, "{\"newer\": true}", 1_000);

        assertThatThrownBy(this::score).isInstanceOf(IllegalStateException.class);

        assertThat(store.scorecard(DRILL)).contains("{\"newer\": true}");
        assertThat(files).isEmpty();
        assertThat(told).isEmpty();
        assertThat(pending()).contains("score#ended");
    }

    @Test
    void theTrainerIsToldThoughALaterMessagesScoreCameFirst() {
        given(running().at(10).ends());
        over();
        var again = new Due.Score("rated.sorry");
        var overtaken = Interposed.in(store, (method, call) -> {
            if (method.equals("keepScorecard") && files.isEmpty()) {
                due(again);
                scoreDrill(store).carryOut(DRILL, again);
            }
            return call.proceed();
        });

        scoreDrill(overtaken).carryOut(DRILL, SCORE);

        assertThat(told).hasSize(1);
        assertThat(pending()).doesNotContain("score#ended");
    }

    @Test
    void aReportThatWasOvertakenWhileItWasMadeIsMadeAgain() {
        given(running().at(10).ends());
        over();
        whileRendering = () -> {
            whileRendering = () -> {};
            store.record(DRILL, note(), List.of());
            var newer = Scorer.score(store.plan(DRILL), store.scenario(DRILL), store.log(DRILL));
            assertThat(store.keepScorecard(DRILL, ScorecardJson.write(newer), newer.revision()))
                    .isEqualTo(Outcome.DONE);
        };

        score();

        assertThat(files.get(Reports.AFTER_ACTION)).isEqualTo("report of " + card().revision());
        assertThat(logBefore("announced.score.ended")).hasSize(card().revision());
    }

    @Test
    void whatFailsOnTheWayIsStillDue() {
        given(running().at(10).ends());
        over();
        whileRendering = () -> {
            throw new IllegalStateException("no room on the disk");
        };

        assertThatThrownBy(this::score).hasMessage("no room on the disk");

        assertThat(pending()).contains("score#ended");
        whileRendering = () -> {};
        score();
        assertThat(files).containsKey(Reports.AFTER_ACTION);
        assertThat(pending()).doesNotContain("score#ended");
        assertThat(told).hasSize(1);
    }

    @Test
    void aDrillThatRunsIsNotScored() {
        given(running());
        due(SCORE);

        score();

        assertThat(store.scorecard(DRILL)).isEmpty();
        assertThat(files).isEmpty();
    }

    // ---- evaluating

    @Test
    void anEvaluatorsWordIsWrittenOnceUnderItsKey() {
        given(running());

        var first = evaluate().observe(word("k1"), "They argue.", Optional.empty(), Optional.empty());
        var again = evaluate().observe(word("k1"), "They argue.", Optional.empty(), Optional.empty());
        var other = evaluate().observe(word("k1"), "They agree.", Optional.empty(), Optional.empty());

        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(new Noted.Refused(new Refusal("key-used", List.of())));
        assertThat(((Noted.Accepted) first).entry().event())
                .isEqualTo(new DrillEvent.Observed("ines", "They argue.", Optional.empty(), Duration.ofMinutes(8)));
    }

    @Test
    void nobodyObservesWhatIsStillToComeOrAnObjectiveThatThereIsNot() {
        given(running());

        assertThat(evaluate().observe(word("k"), "x", Optional.empty(), Optional.of(Duration.ofMinutes(9))))
                .isEqualTo(new Noted.Unknown(new Refusal("observed-later", List.of("8 min"))));
        assertThat(evaluate().observe(word("k"), "x", Optional.of("none"), Optional.empty()))
                .isEqualTo(new Noted.Unknown(new Refusal("no-objective", List.of("none"))));
        assertThat(evaluate().rate(word("k"), "none", Rating.P, "why"))
                .isEqualTo(new Noted.Unknown(new Refusal("no-objective", List.of("none"))));
        assertThat(evaluate().overrule(word("k"), new Ruling.OnCriterion("none", Criterion.APOLOGY, true), "why"))
                .isEqualTo(new Noted.Unknown(new Refusal("no-message", List.of("none"))));
        assertThat(evaluate().overrule(word("k"), new Ruling.OnStep("none", 1), "why"))
                .isEqualTo(new Noted.Unknown(new Refusal("no-mark", List.of("none"))));
    }

    @Test
    void aRulingLooksForReactionsWhileTheDrillGoesOnAndMakesANewScoreAfterTheEnd() {
        given(running());
        evaluate().overrule(word("k1"), new Ruling.OnCriterion("sorry", Criterion.APOLOGY, false), "Hollow");
        assertThat(pending()).contains("react#evaluation.ines.k1");

        over();
        score();
        assertThat(card().overruled()).hasSize(1);
        var words = told.size();

        evaluate().overrule(word("k2"), new Ruling.OnStep("statement", 1), "Good enough");
        var due = new Due.Score("evaluation.ines.k2");
        assertThat(pending()).contains(due.key());
        scoreDrill().carryOut(DRILL, due);

        assertThat(card().score()).isEqualTo(100);
        assertThat(card().step("statement").orElseThrow().evaluator()).isPresent();
        assertThat(told).as("the trainer hears once that the drill is scored").hasSize(words);
    }

    private Evaluate evaluate() {
        return new Evaluate(store, new Waker(woken::addAll, clock), clock);
    }

    private static Evaluate.Word word(String key) {
        return new Evaluate.Word(DRILL, "ines", key);
    }

    // ---- the stage

    private DrillComposer running() {
        return aDrill().of(crisis())
                .against(plan())
                .started()
                .at(0)
                .releases("alarm")
                .at(3)
                .by("communications")
                .sends("sorry", Channel.WEB, Audience.PUBLIC);
    }

    private static ScenarioComposer crisis() {
        return aScenario().lasting(10).with(anInject("alarm").at(0).expecting("statement"));
    }

    private static PlanComposer plan() {
        return aPlan().with(aStep("statement")
                .ownedBy("communications")
                .within(5)
                .shownByMessageTo(Audience.PUBLIC)
                .showing(Criterion.APOLOGY));
    }

    private void given(DrillComposer composed) {
        var clockOfDrill = DrillClock.startingAt(NOON, 1);
        var drill = new Drill(
                DRILL,
                "A crisis",
                "scenario",
                "plan",
                "crew",
                ZoneOffset.UTC,
                NOON,
                Duration.ofMinutes(10),
                DrillState.SCHEDULED,
                clockOfDrill,
                0);
        var start = DueItem.atWallTime(DRILL, new Due.Start(), NOON);
        var scheduled = new DrillEvent.Scheduled(
                "trainer",
                NOON,
                "scenario",
                "plan",
                "crew",
                "Be ready.",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        store.schedule(
                drill,
                composed.scenario(),
                composed.plan(),
                new Roster(List.of()),
                new LogEntry("scheduled", NOON.minusSeconds(60), Duration.ZERO, scheduled),
                start);
        store.drop(start);
        composed.log().forEach(entry -> store.record(DRILL, entry, List.of()));
        move(DrillState.RUNNING);
        due(RATE);
    }

    private void over() {
        move(DrillState.ENDED);
        due(SCORE);
    }

    private void due(Due due) {
        store.record(DRILL, note("cause of " + due.key()), List.of(DueItem.atWallTime(DRILL, due, NOON)));
    }

    private void move(DrillState state) {
        var seen = store.drill(DRILL).orElseThrow();
        var moved = new LogEntry("moved." + state, NOON, Duration.ZERO, new DrillEvent.Resumed("trainer"));
        assertThat(store.command(seen, seen.with(state, seen.clock()), moved, Optional.empty(), List.of()))
                .isEqualTo(Outcome.DONE);
    }

    private static LogEntry note() {
        return note("note");
    }

    private static LogEntry note(String id) {
        return new LogEntry(id, NOON, Duration.ZERO, new DrillEvent.SpeedChanged("trainer", 1, 1));
    }

    private void rate() {
        new RateMessage(store, rater, new Waker(woken::addAll, clock), clock).carryOut(DRILL, RATE);
    }

    private void score() {
        scoreDrill().carryOut(DRILL, SCORE);
    }

    private ScoreDrill scoreDrill() {
        return scoreDrill(store);
    }

    private ScoreDrill scoreDrill(DrillStore store) {
        var reports = new Reports() {
            @Override
            public void put(String drill, String name, byte[] content) {
                files.put(name, new String(content, StandardCharsets.UTF_8));
            }

            @Override
            public Optional<byte[]> get(String drill, String name) {
                return Optional.empty();
            }
        };
        return new ScoreDrill(store, reports, rater, this::render, told::add, clock);
    }

    private byte[] render(Debriefing debriefing) {
        whileRendering.run();
        return ("report of " + debriefing.log().size()).getBytes(StandardCharsets.UTF_8);
    }

    private DrillEvent.MessageRated rating() {
        return (DrillEvent.MessageRated)
                store.entry(DRILL, "rated.sorry").orElseThrow().event();
    }

    private Scorecard card() {
        return ScorecardJson.read(store.scorecard(DRILL).orElseThrow());
    }

    private List<LogEntry> logBefore(String entry) {
        return store.log(DRILL).stream().filter(one -> !one.id().equals(entry)).toList();
    }

    private List<String> pending() {
        return store.pending(DRILL).stream().map(DueItem::key).sorted().toList();
    }
}
