package dev.muster.scoring;

import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static dev.muster.scenario.Audience.CUSTOMERS;
import static dev.muster.scenario.Audience.PUBLIC;
import static dev.muster.scenario.Audience.STAFF;
import static dev.muster.scenario.Channel.EMAIL;
import static dev.muster.scenario.Channel.SOCIAL;
import static dev.muster.scenario.Channel.WEB;
import static dev.muster.scenario.Criterion.ACKNOWLEDGES;
import static dev.muster.scenario.Criterion.APOLOGY;
import static dev.muster.scenario.Criterion.BLAME;
import static dev.muster.scenario.Criterion.HEATED;
import static dev.muster.scenario.Criterion.RESPONSIBILITY;
import static dev.muster.scenario.Criterion.SPECULATION;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.composer.DrillComposer;
import dev.muster.composer.PlanComposer;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any drill, whatever a team does. */
class ScoringLawsTest {

    private static final double TINY = 1e-9;
    private static final int UNRULED = 0;
    private static final List<Integer> RELEASES = List.of(0, 5, 12, 20, 40);

    private static final Scenario SCENARIO = aScenario()
            .lasting(60)
            .withFault(FaultStatus.UNKNOWN)
            .aimingAt("act", "recognise", "scope", "decide")
            .aimingAt("speak", "statement", "everywhere", "answer", "calm", "follow-up")
            .with(
                    anInject("i-0").at(0).expecting("recognise", "statement", "everywhere"),
                    anInject("i-5").at(5).expecting("answer", "scope"),
                    anInject("i-12").at(12).expecting("decide").offering("stop", "go-on"),
                    anInject("i-20").at(20).expecting("answer", "decide").offering("stop", "go-on"),
                    anInject("i-40").at(40).expecting("follow-up").establishing(FaultStatus.VICTIM))
            .compose();

    private static PlanComposer plan() {
        return aPlan().with(
                        aStep("recognise").within(5).ownedBy("operations").critical(),
                        aStep("scope").within(10).ownedBy("operations").weighing(2),
                        aStep("decide").within(10).shownByDecision(),
                        aStep("statement")
                                .within(15)
                                .ownedBy("communications")
                                .shownByMessageTo(PUBLIC)
                                .on(WEB, SOCIAL)
                                .showing(ACKNOWLEDGES, APOLOGY, RESPONSIBILITY)
                                .without(BLAME, SPECULATION)
                                .weighing(3),
                        aStep("everywhere")
                                .within(20)
                                .shownByMessageTo(PUBLIC, CUSTOMERS)
                                .onAllOf(WEB, SOCIAL, EMAIL)
                                .without(BLAME),
                        aStep("answer")
                                .within(10)
                                .shownByAnswer()
                                .forEachInject()
                                .showing(APOLOGY)
                                .without(HEATED),
                        aStep("follow-up")
                                .within(15)
                                .shownByMessageTo(CUSTOMERS)
                                .afterTimeJump(),
                        aStep("calm")
                                .shownByAbsenceIn(CUSTOMERS, PUBLIC)
                                .without(BLAME, HEATED)
                                .fromTheStart());
    }

    private static final Plan PLAN =
            plan().updatingEvery(15, 2, CUSTOMERS, PUBLIC).compose();

    /**
     * Something that a responder does; {@code shown} is what a rater finds in it, if it is a message and rated, and {@code
     * ruling} says what an evaluator makes of it, 0 to 40.
     */
    private record Move(
            int minute,
            String role,
            int kind,
            int target,
            Channel channel,
            Audience audience,
            boolean rated,
            Set<Criterion> shown,
            int ruling) {

        Move(
                int minute,
                String role,
                int kind,
                int target,
                Channel channel,
                Audience audience,
                boolean rated,
                Set<Criterion> shown) {
            this(minute, role, kind, target, channel, audience, rated, shown, UNRULED);
        }

        Move ruled(int by) {
            return new Move(minute, role, kind, target, channel, audience, rated, shown, by);
        }

        Move at(int earlier) {
            return new Move(earlier, role, kind, target, channel, audience, rated, shown, ruling);
        }

        Move showing(Criterion criterion) {
            var more = new HashSet<>(shown);
            more.add(criterion);
            return new Move(minute, role, kind, target, channel, audience, true, more, ruling);
        }

        void in(DrillComposer drill, int number) {
            drill.at(minute).by(role);
            var id = "m-" + number;
            switch (kind) {
                case 0 -> drill.reports(List.of("recognise", "scope", "decide").get(target % 3), "Done, see the log");
                case 1 -> drill.decides(List.of("i-12", "i-20").get(target % 2), "stop");
                case 2 -> drill.reports("recognise", " ");
                case 3 -> drill.acknowledges("i-0");
                case 4 -> drill.drafts(id, channel, audience).approves(id);
                case 5 ->
                    drill.answering(List.of("i-5", "i-20").get(target % 2)).sends(id, channel, audience);
                default -> drill.sends(id, channel, audience);
            }
            if (ruling % 4 == 1) {
                drill.rules(id, Criterion.values()[ruling % Criterion.values().length], ruling % 3 == 0);
            }
            if (rated && kind >= 4) {
                drill.rated(id, shown.toArray(Criterion[]::new));
            }
            if (ruling % 8 == 2) {
                drill.marks(List.of("recognise", "statement", "calm").get(ruling % 3), ruling / 40.0);
            }
            if (ruling % 8 == 3) {
                drill.rates(ruling % 2 == 0 ? "act" : "speak", Rating.values()[ruling % 4]);
            }
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 65),
                        Arbitraries.of("operations", "communications", "crisis-lead"),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(WEB, SOCIAL, EMAIL),
                        Arbitraries.of(CUSTOMERS, PUBLIC, STAFF),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(ACKNOWLEDGES, APOLOGY, RESPONSIBILITY, BLAME, SPECULATION, HEATED)
                                .set()
                                .ofMaxSize(4))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** Some of them overruled by an evaluator, who may also mark steps and rate objectives. */
    @Provide
    Arbitrary<List<Move>> evaluated() {
        return moves().flatMap(moves -> Arbitraries.integers()
                .between(0, 40)
                .list()
                .ofSize(moves.size())
                .map(rulings -> IntStream.range(0, moves.size())
                        .mapToObj(at -> moves.get(at).ruled(rulings.get(at)))
                        .toList()));
    }

    private static DrillComposer drill(List<Move> moves) {
        var drill = aDrill().of(SCENARIO).against(PLAN).started();
        RELEASES.forEach(minute -> drill.at(minute).releases("i-" + minute));
        IntStream.range(0, moves.size()).forEach(number -> moves.get(number).in(drill, number));
        return drill.at(60).ends();
    }

    private static Scorecard score(List<LogEntry> log) {
        return Scorer.score(PLAN, SCENARIO, log);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyMarkIsBounded(@ForAll("evaluated") List<Move> moves) {
        var scorecard = drill(moves).scorecard();

        assertThat(scorecard.score()).isBetween(0.0, 100.0);
        assertThat(scorecard.steps()).allSatisfy(step -> {
            assertThat(step.mark()).isBetween(0.0, 1 + TINY);
            assertThat(step.points()).isBetween(0.0, step.possible() + TINY);
        });
        assertThat(scorecard.objectives())
                .allSatisfy(mark -> assertThat(mark.score().orElse(0.0)).isBetween(0.0, 100.0));
        assertThat(scorecard.cadence().orElseThrow().mark()).isBetween(-TINY, 1 + TINY);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theLinesAddUpToTheScoreAndToEachStepsPoints(@ForAll("evaluated") List<Move> moves) {
        var scorecard = drill(moves).scorecard();

        assertThat(scorecard.lines().mapToDouble(Line::won).sum()).isCloseTo(scorecard.score(), within(TINY));
        assertThat(scorecard.lines().mapToDouble(Line::possible).sum()).isCloseTo(100, within(TINY));
        assertThat(scorecard.steps()).allSatisfy(step -> {
            assertThat(step.lines().stream().mapToDouble(Line::won).sum()).isCloseTo(step.points(), within(TINY));
            assertThat(step.lines().stream().mapToDouble(Line::possible).sum())
                    .isCloseTo(step.possible(), within(TINY));
        });
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalDoesNotMatter(@ForAll("evaluated") List<Move> moves, @ForAll long seed) {
        var log = drill(moves).log();
        var shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(score(shuffled)).isEqualTo(score(log));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatArrivesTwiceChangesNothing(@ForAll("evaluated") List<Move> moves, @ForAll long seed) {
        var log = drill(moves).log();
        var random = new Random(seed);
        var repeated = new ArrayList<>(log);
        log.stream().filter(entry -> random.nextBoolean()).forEach(repeated::add);

        assertThat(score(repeated)).isEqualTo(score(log));
    }

    /** As long as nothing new is asked in between: what was not asked yet cannot be answered. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void answeringEarlierNeverLowersAStep(
            @ForAll("moves") List<Move> moves,
            @ForAll @IntRange(max = 11) int which,
            @ForAll @IntRange(max = 60) int by) {
        var index = which % moves.size();
        var move = moves.get(index);
        if (move.minute() > 60) {
            return;
        }
        var lastRelease = RELEASES.stream()
                .filter(minute -> minute <= move.minute())
                .reduce((one, later) -> later)
                .orElseThrow();
        var earlier = new ArrayList<>(moves);
        earlier.set(index, move.at(Math.max(lastRelease, move.minute() - by)));

        assertNoStepFalls(drill(moves).scorecard(), drill(earlier).scorecard());
    }

    /** To speak before being asked is never worse, except where several are answered or time has jumped. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void speakingEarlierNeverLowersAStepOnceTheCrisisIsKnown(
            @ForAll("moves") List<Move> moves,
            @ForAll @IntRange(max = 11) int which,
            @ForAll @IntRange(max = 60) int by) {
        var index = which % moves.size();
        var move = moves.get(index);
        if (move.minute() > 60 || move.kind() < 6) {
            return;
        }
        var earlier = new ArrayList<>(moves);
        earlier.set(index, move.at(Math.max(0, move.minute() - by)));
        var before = drill(moves).scorecard();
        var after = drill(earlier).scorecard();

        for (var step : List.of("statement", "everywhere", "calm")) {
            assertThat(after.step(step).orElseThrow().mark())
                    .as(step)
                    .isGreaterThanOrEqualTo(before.step(step).orElseThrow().mark() - TINY);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void blameNeverRaisesTheScore(@ForAll("moves") List<Move> moves, @ForAll @IntRange(max = 11) int which) {
        var rated = rated(moves);

        assertThat(drill(with(rated, which, BLAME)).scorecard().score())
                .isLessThanOrEqualTo(drill(rated).scorecard().score() + TINY);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void oneMoreGoodCriterionNeverLowersAStep(
            @ForAll("moves") List<Move> moves, @ForAll @IntRange(max = 11) int which, @ForAll Criterion criterion) {
        if (!criterion.positive()) {
            return;
        }
        var rated = rated(moves);

        assertNoStepFalls(
                drill(rated).scorecard(), drill(with(rated, which, criterion)).scorecard());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void tickingEveryStepAtTheStartIsWorthNoMoreThanSilence(@ForAll boolean blank) {
        var silent = drill(List.of()).scorecard();
        var ticking = aDrill().of(SCENARIO).against(PLAN).started();
        PLAN.steps().forEach(step -> ticking.reports(step.id(), blank ? "" : "Done"));
        RELEASES.forEach(
                minute -> ticking.at(Duration.ofMinutes(minute).plusSeconds(1)).releases("i-" + minute));

        assertThat(ticking.at(60).ends().scorecard().score()).isEqualTo(silent.score());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aStepThatNothingAsksForChangesOnlyTheCoverage(@ForAll("moves") List<Move> moves) {
        var log = drill(moves).log();
        var more = plan().with(aStep("unasked").weighing(50).critical())
                .updatingEvery(15, 2, CUSTOMERS, PUBLIC)
                .compose();

        assertThat(Scorer.score(more, SCENARIO, log))
                .extracting(Scorecard::score, Scorecard::rating)
                .containsExactly(score(log).score(), score(log).rating());
    }

    private static List<Move> rated(List<Move> moves) {
        return moves.stream()
                .map(move -> new Move(
                        move.minute(),
                        move.role(),
                        move.kind(),
                        move.target(),
                        move.channel(),
                        move.audience(),
                        true,
                        move.shown(),
                        move.ruling()))
                .toList();
    }

    private static List<Move> with(List<Move> moves, int which, Criterion criterion) {
        var changed = new ArrayList<>(moves);
        var index = which % moves.size();
        changed.set(index, moves.get(index).showing(criterion));
        return changed;
    }

    private static void assertNoStepFalls(Scorecard before, Scorecard after) {
        assertThat(after.steps()).extracting(StepMark::step).hasSameSizeAs(before.steps());
        assertThat(before.steps().stream()
                        .filter(step -> after.step(step.step()).orElseThrow().mark() < step.mark() - TINY)
                        .map(StepMark::step)
                        .collect(toSet()))
                .isEmpty();
    }
}
