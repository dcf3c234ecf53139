package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.muster.debrief.Rehearsal;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Option;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import dev.muster.scenario.Release;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.Scorer;
import dev.muster.scoring.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static Rehearsal good;
    private static Rehearsal poor;

    @BeforeAll
    static void twoTeamsRehearse() {
        good = Rehearsal.ofDataBreach("good");
        poor = Rehearsal.ofDataBreach("poor");
    }

    @Test
    void theTitleBlockSaysWhatWasRehearsedByWhomWhenAndAgainstWhat() {
        var page = text(good.report());

        assertThat(page)
                .contains("Customer data on the loose", "Team crew", "Tuesday 3 November 2026, 10:00 (Europe/Berlin)")
                .contains("Default customer-crisis plan, version 2", "default plan, which is not the organisation")
                .contains("After-action report, provisional")
                .contains("version " + good.scorecard().scorer(), "encoder-1")
                .contains(good.scorecard().revision() + " entries");
    }

    @Test
    void everyPageIsMarkedAsAnExerciseAtTheTopAndAtTheBottom() {
        var page = text(good.report()).strip();

        assertThat(page).contains("EXERCISE EXERCISE EXERCISE").endsWith("EXERCISE EXERCISE EXERCISE");
        assertThat(good.report()).containsPattern("<body>\\s*<p class=\"exercise\">EXERCISE EXERCISE EXERCISE</p>");
        assertThat(good.report()).contains("<title>EXERCISE: ");
    }

    @Test
    void theNumbersAreTheScorecards() {
        for (var rehearsal : List.of(good, poor)) {
            var card = rehearsal.scorecard();
            var page = rehearsal.report();

            assertThat(text(page)).contains(number(card.score()) + " of 100");
            assertThat(page)
                    .contains("<span class=\"rating %1$s\">%1$s</span>"
                            .formatted(card.rating().orElseThrow().label()));
            card.objectives().forEach(objective -> assertThat(row(page, objective.title()))
                    .contains(number(objective.score().orElseThrow()))
                    .contains("rating " + objective.rating().orElseThrow().label()));
            card.steps().stream().filter(step -> step.possible() > 0).forEach(step -> assertThat(
                            body(page, step.step()))
                    .contains("<b>" + number(step.points()) + "</b>")
                    .contains(">" + number(step.possible()) + "<"));
        }
    }

    @Test
    void theLinesOfThePageAddUpToTheScore() {
        var won = Pattern.compile("data-name=\"Points\">(−?[0-9.]+)</td>")
                .matcher(poor.report())
                .results()
                .mapToDouble(hit -> Double.parseDouble(hit.group(1).replace('−', '-')))
                .sum();
        var lines = poor.scorecard().lines().count();

        // Each printed number is off by up to 0.005.
        assertThat(won).isCloseTo(poor.scorecard().score(), offset(0.005 * lines));
    }

    @Test
    void itSaysInPlainWordsWhatWentWellAndWhatCostMost() {
        var page = text(poor.report());
        var card = poor.scorecard();
        var costliest = card.steps().stream()
                .max(Comparator.comparingDouble(step -> step.possible() - step.points()))
                .orElseThrow();

        assertThat(page)
                .contains("%s of 100 points, rated %s."
                        .formatted(
                                number(card.score()),
                                card.rating().orElseThrow().label()))
                .contains("Points were lost above all on “%s” (%s of %s)"
                        .formatted(costliest.title(), number(costliest.points()), number(costliest.possible())))
                .contains(card.counts().unapproved() + " messages went out without the approval that the plan demands.")
                .contains("The scorecard is provisional: no evaluator has released it yet.");
        assertThat(card.missedCritical()).isNotEmpty().allSatisfy(step -> assertThat(page)
                .contains(card.step(step).orElseThrow().title()));
    }

    @Test
    void eachMarkShowsItsEvidenceInTheTeamsOwnWords() {
        assertThat(poor.report())
                .contains("We won't comment on internal matters.</q>")
                .contains("you should be ringing them.</q>");
    }

    @Test
    void eachInjectStandsWithWhatTheScriptMadeItHangOn() {
        var page = text(good.report());
        assertThat(page)
                .contains("The script: unless \"Publish a holding statement\" is done.")
                .contains("The script: 4 min after a message shows blame.", "did not come");
        assertThat(text(poor.report())).contains("The script: 4 min after a message shows blame.");
    }

    @Test
    void everyLinkLeadsSomewhereOnThePage() {
        var page = poor.report();
        var ids = found(page, " id=\"([^\"]+)\"");

        assertThat(found(page, " href=\"#([^\"]+)\"")).isNotEmpty().isSubsetOf(ids);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void itLoadsNothingAndRunsNothing() {
        for (var page : List.of(good.report(), poor.report())) {
            assertThat(page)
                    .contains("default-src &#39;none&#39;".replace("&#39;", quote(page)))
                    .doesNotContainPattern("(?i)<(script|link|iframe|img|object|embed|base|form)[ >]")
                    .doesNotContainPattern("(?i) (src|srcset|style|on[a-z]+)=\"")
                    .doesNotContainPattern("(?i)(href|xlink:href|action)=\"(?!#)")
                    .doesNotContainPattern("(?i)url\\(|@import");
        }
    }

    private static String quote(String page) {
        return page.contains("default-src &#39;none&#39;") ? "&#39;" : "'";
    }

    @Test
    void tablesHaveCaptionsAndHeadingsAndThePictureATextInItsPlace() {
        var page = poor.report();

        assertThat(count(page, "<table")).isEqualTo(count(page, "<caption>"));
        assertThat(count(page, "<h1>")).isOne();
        assertThat(page).contains("role=\"img\" aria-labelledby=\"picture-title picture-words\"");
        assertThat(page).contains("The time line as a table");
        var missed = poor.scorecard().steps().stream()
                .filter(step ->
                        step.outcome() == StepOutcome.MISSED && step.due().isPresent())
                .toList();
        assertThat(missed).isNotEmpty().allSatisfy(step -> assertThat(text(page))
                .contains("Missed: “%s” was due".formatted(step.title())));
        assertThat(text(page)).contains("Longest silence, ");
    }

    @Test
    void peopleAreNamedOnlyWhereTheCharterSaysSo() {
        var debriefing = good.debriefing();
        var roles = render(debriefing);
        var names = render(new Debriefing(
                debriefing.drill(),
                debriefing.plan(),
                debriefing.scenario(),
                debriefing.roster(),
                true,
                debriefing.log(),
                debriefing.scorecard()));

        assertThat(names).contains("Ana Kovač (Crisis lead)");
        assertThat(roles).doesNotContain("Ana Kovač", "m-ana", "Túndé Àjàyí", "Олена");
    }

    @Test
    void eachDecisionStandsWithItsReasonAndWhatComesOfIt() {
        var decided = section(good.report(), "decisions");

        assertThat(decided)
                .contains("The database administrator finds what was copied, and asks what to do")
                .contains("Cut off the archive, put My Skerrywell on read-only")
                .contains("Closes the way out without sending the terminals back to paper")
                .contains("The way out is closed. Customers can see bookings and cannot change them")
                .doesNotContain("Nothing more can leak", ">read-only<");
        assertThat(section(poor.report(), "decisions")).contains("nobody", "not decided");
    }

    @Test
    void laterAndLateDecisionsStandBesideTheFirst() {
        var debriefing = good.debriefing();
        var inject = debriefing.scenario().inject("remedy-choice").orElseThrow();
        var log = new ArrayList<LogEntry>();
        add(log, 0, new DrillEvent.Started());
        add(
                log,
                1,
                new DrillEvent.InjectReleased(
                        Prompt.of(inject), Rehearsal.START, "its time had come", false, Optional.empty()));
        add(log, 2, new DrillEvent.DecisionMade("m-ana", "crisis-lead", inject.id(), "voucher", "Cheap."));
        add(log, 3, new DrillEvent.DecisionMade("m-ana", "crisis-lead", inject.id(), "full-package", "Fair."));
        add(log, 90, new DrillEvent.Ended("muster", DrillEvent.Ended.Reason.TIME, ""));
        add(log, 91, new DrillEvent.DecisionMade("m-ana", "crisis-lead", inject.id(), "voucher", "Again."));

        var decided = section(render(with(debriefing, debriefing.plan(), debriefing.scenario(), log)), "decisions");

        assertThat(decided.indexOf("Cheap.")).isPositive().isLessThan(decided.indexOf("Fair."));
        assertThat(decided.indexOf("Fair.")).isLessThan(decided.indexOf("Again."));
        assertThat(decided).containsOnlyOnce("after the end, not counted");
        inject.options().stream()
                .filter(option -> option.id().equals("full-package"))
                .forEach(option ->
                        assertThat(decided).contains(option.consequence().strip()));
    }

    @Test
    void theTimeInTheStoryStandsBesideDrillTime() {
        assertThat(text(good.report()))
                .contains("0:00:00 (08:30)", "Scenario's own clock", "08:30 to D+3 10:00", "3 days later");
        assertThat(row(good.report(), "A caller whose address must stay hidden"))
                .contains("0:22:00 (08:52)");
    }

    @Test
    void whyAnInjectCameIsSaidInWords() {
        var silence = row(poor.report(), "Headline: Skerrywell says nothing");
        assertThat(silence).contains("The step \"Publish a holding statement\" was not done");
        assertThat(text(poor.report())).contains("released “Headline: Skerrywell says nothing” because the step");
        var reasons = Stream.of(good, poor)
                .flatMap(played -> played.store.log(Rehearsal.DRILL).stream())
                .map(LogEntry::event)
                .flatMap(HtmlReportTest::reason)
                .toList();
        assertThat(reasons).isNotEmpty().allSatisfy(reason -> assertThat(reason).isNotBlank());
        var ids =
                good.debriefing().scenario().injects().stream().map(Inject::id).toList();
        assertThat(reasons).noneMatch(reason -> ids.stream().anyMatch(id -> reason.contains(" " + id + " ")));
    }

    private static Stream<String> reason(DrillEvent event) {
        return switch (event) {
            case DrillEvent.InjectReleased it -> Stream.of(it.reason());
            case DrillEvent.InjectWithheld it -> Stream.of(it.reason());
            case DrillEvent.ReactionTriggered it -> Stream.of(it.reason());
            default -> Stream.empty();
        };
    }

    @Test
    void whatATrainerTypedStandsAmongTheInjectsWithWhoAndWhy() {
        var debriefing = good.debriefing();
        var typed = new Inject(
                "ad-hoc-1",
                "A neighbour asks",
                new Release.Ready("now"),
                Channel.PHONE,
                "Mrs Adler",
                Optional.empty(),
                List.of("customer-care"),
                "Is it safe?",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE);
        var log = new ArrayList<LogEntry>();
        add(log, 0, new DrillEvent.Started());
        add(log, 1, new DrillEvent.InjectAdded("ines", typed, "Too quiet"));
        add(
                log,
                1,
                new DrillEvent.InjectReleased(
                        Prompt.of(typed),
                        Rehearsal.START,
                        "the trainer released it (ines): Too quiet",
                        false,
                        Optional.empty()));
        add(log, 2, new DrillEvent.Acknowledged("m-misaki", "customer-care", "ad-hoc-1"));
        add(log, 3, new DrillEvent.InjectWithheld("ad-hoc-1", "over"));
        add(log, 90, new DrillEvent.Ended("muster", DrillEvent.Ended.Reason.TIME, ""));

        var page = render(with(debriefing, debriefing.plan(), debriefing.scenario(), log));

        assertThat(row(page, "A neighbour asks"))
                .contains("The trainer released it (ines): Too quiet", "Customer care");
        assertThat(text(page))
                .contains("typed “A neighbour asks” and put it to the team: Too quiet", "Is it safe?")
                .contains("acknowledged “A neighbour asks”", "withheld “A neighbour asks”");
    }

    private static String section(String page, String id) {
        var start = page.indexOf("<h2 id=\"" + id + "\"");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }

    @Test
    void theSameDebriefingGivesTheSameBytes() {
        assertThat(render(good.debriefing())).isEqualTo(render(good.debriefing()));
    }

    @Test
    void aDrillThatWasStoppedAtOnceHasAReportToo() {
        var debriefing = good.debriefing();
        var log = List.of(
                debriefing.log().getFirst(),
                new LogEntry("started", Rehearsal.START, Duration.ZERO, new DrillEvent.Started()),
                new LogEntry(
                        "ended",
                        Rehearsal.START,
                        Duration.ZERO,
                        new DrillEvent.Ended("trainer", DrillEvent.Ended.Reason.STOPPED, "enough seen")));

        var page = text(render(with(debriefing, debriefing.plan(), debriefing.scenario(), log)));

        assertThat(page).contains("Nothing was evaluated.", "stopped by the trainer");
    }

    @Test
    void aScriptIsHarmlessWhereverItIsTyped() {
        var page = render(poisoned());

        assertThat(page).contains("&lt;script&gt;");
        assertThat(elements(page)).isSubsetOf(elements(good.report() + poor.report()));
        assertThat(attributes(page)).isSubsetOf(attributes(good.report() + poor.report()));
    }

    // ---- a drill in which everybody types a script

    private static final String POISON = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    private static Debriefing poisoned() {
        var debriefing = good.debriefing();
        var plan = poisoned(debriefing.plan());
        var scenario = poisoned(debriefing.scenario());
        var log = new ArrayList<LogEntry>();
        add(
                log,
                0,
                new DrillEvent.Scheduled(
                        POISON,
                        Rehearsal.START,
                        POISON,
                        POISON,
                        POISON,
                        POISON,
                        List.of(POISON),
                        Optional.empty(),
                        Optional.of(Map.of(POISON, POISON)),
                        Optional.of(List.of(POISON))));
        add(log, 0, new DrillEvent.Started());
        var inject = scenario.injects().getFirst();
        add(log, 1, new DrillEvent.InjectReleased(Prompt.of(inject), Rehearsal.START, POISON, true, Optional.empty()));
        add(log, 1, new DrillEvent.InjectNotified(inject.id(), Set.of(POISON)));
        add(log, 2, new DrillEvent.Acknowledged("m-ana", POISON, inject.id()));
        add(log, 2, new DrillEvent.InjectFired(POISON, inject.id(), POISON));
        add(log, 2, new DrillEvent.InjectAdded(POISON, typed(inject), POISON));
        add(log, 2, new DrillEvent.Extended(POISON, Duration.ofMinutes(60), Duration.ofMinutes(70)));
        add(log, 2, new DrillEvent.InjectEdited(POISON, typed(inject), POISON));
        add(log, 2, new DrillEvent.QuestionAnswered(POISON, POISON, POISON, true));
        var objective = scenario.objectives().getFirst().id();
        add(log, 2, new DrillEvent.Observed(POISON, POISON, Optional.of(objective), Duration.ofMinutes(1)));
        add(log, 2, new DrillEvent.ObjectiveRated(POISON, objective, Rating.M, POISON));
        var ruling = new DrillEvent.Ruling.OnCriterion("mPUBLIC", Criterion.APOLOGY, false);
        add(log, 2, new DrillEvent.MarkOverruled(POISON, ruling, POISON));
        plan.steps().stream()
                .map(step -> new DrillEvent.Ruling.OnStep(step.id(), 0.5))
                .forEach(one -> add(log, 2, new DrillEvent.MarkOverruled(POISON, one, POISON)));
        add(log, 2, new DrillEvent.Paused(POISON, POISON));
        add(log, 2, new DrillEvent.Resumed(POISON));
        add(log, 2, new DrillEvent.EmergencyCalled(POISON, POISON));
        add(log, 2, new DrillEvent.InjectWithheld(scenario.injects().get(1).id(), POISON));
        add(
                log,
                2,
                new DrillEvent.ReactionTriggered(scenario.injects().get(2).id(), Duration.ofMinutes(3), "x", POISON));
        add(log, 2, new DrillEvent.ConditionUndecided(scenario.injects().get(3).id(), POISON));
        for (var audience : Audience.values()) {
            var message = new Message(
                    "m" + audience,
                    "m-ana",
                    "communications",
                    Channel.WEB,
                    audience,
                    POISON,
                    Optional.of(inject.id()),
                    Set.of());
            add(log, 3, new DrillEvent.MessageSent(message, true));
            var mark = new CriterionMark(true, 0.8, List.of(POISON));
            var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
            for (var criterion : Criterion.values()) {
                marks.put(criterion, mark);
            }
            add(log, 4, new DrillEvent.MessageRated("m" + audience, POISON, marks));
        }
        var draft = new Message("d", "m-ana", POISON, Channel.WEB, Audience.PUBLIC, POISON, Optional.empty(), Set.of());
        add(log, 5, new DrillEvent.MessageDrafted(draft));
        add(log, 5, new DrillEvent.MessageRefused("m-ana", "legal", "d", POISON));
        plan.steps()
                .forEach(step -> add(log, 6, new DrillEvent.ActionReported("m-ana", step.owner(), step.id(), POISON)));
        add(log, 7, new DrillEvent.DecisionMade("m-ana", POISON, inject.id(), POISON, POISON));
        add(
                log,
                7,
                new DrillEvent.Assigned("m-ana", "crisis-lead", POISON, POISON, Optional.empty(), Optional.empty()));
        add(log, 7, new DrillEvent.NoteTaken("m-ana", "crisis-lead", POISON));
        add(log, 90, new DrillEvent.Ended(POISON, DrillEvent.Ended.Reason.TIME, POISON));
        return with(debriefing, plan, scenario, log);
    }

    @Test
    void whatTheRaterGuessedIsToBeConfirmedUntilAnEvaluatorRules() {
        var debriefing = good.debriefing();
        var log = new ArrayList<LogEntry>();
        var message = new Message(
                "m-1",
                "m-ana",
                "communications",
                Channel.WEB,
                Audience.PUBLIC,
                "Well, sorry.",
                Optional.empty(),
                Set.of());
        add(log, 0, new DrillEvent.Started());
        add(log, 1, new DrillEvent.MessageSent(message, false));
        var guess = new CriterionMark(true, 0.5, List.of("sorry"));
        add(log, 2, new DrillEvent.MessageRated("m-1", "test", Map.of(Criterion.APOLOGY, guess)));
        var before = render(with(debriefing, debriefing.plan(), debriefing.scenario(), log));
        assertThat(section(before, "messages")).contains("unsure, please confirm");

        var ruling = new DrillEvent.Ruling.OnCriterion("m-1", Criterion.APOLOGY, true);
        add(log, 3, new DrillEvent.MarkOverruled("ines", ruling, "I heard it."));
        var after = render(with(debriefing, debriefing.plan(), debriefing.scenario(), log));
        assertThat(after).doesNotContain("unsure, please confirm");
        assertThat(section(after, "messages")).contains("shown, rules ines; unsure by machine. I heard it.");
    }

    private static void add(List<LogEntry> log, int minute, DrillEvent event) {
        var at = Duration.ofMinutes(minute);
        log.add(new LogEntry(
                "e%03d".formatted(log.size()), Instant.EPOCH.plus(at).plusMillis(log.size()), at, event));
    }

    private static Plan poisoned(Plan plan) {
        return new Plan(
                plan.id(),
                POISON,
                plan.version(),
                POISON,
                plan.reviewed(),
                POISON,
                plan.bands(),
                plan.roles().stream()
                        .map(role -> new Role(role.id(), POISON, POISON, List.of()))
                        .toList(),
                plan.speakers(),
                plan.approval(),
                plan.cadence(),
                plan.contacts(),
                plan.variables(),
                plan.templates(),
                plan.steps().stream().map(HtmlReportTest::poisoned).toList());
    }

    private static Step poisoned(Step step) {
        return new Step(
                step.id(),
                POISON,
                step.phase(),
                List.of(POISON + step.id()),
                step.standsFor(),
                step.mode(),
                step.owner(),
                step.starts(),
                step.deadline(),
                step.zero(),
                step.each(),
                step.evidence(),
                step.criteria(),
                step.without(),
                step.weight(),
                step.critical(),
                POISON);
    }

    private static Scenario poisoned(Scenario scenario) {
        return new Scenario(
                scenario.id(),
                POISON,
                scenario.kind(),
                scenario.version(),
                scenario.language(),
                scenario.starts(),
                scenario.duration(),
                scenario.fault(),
                List.of(POISON),
                List.of(),
                POISON,
                scenario.roles(),
                scenario.objectives().stream()
                        .map(one -> new Objective(one.id(), POISON, one.steps()))
                        .toList(),
                List.of(),
                scenario.injects().stream().map(HtmlReportTest::poisoned).toList());
    }

    private static Inject poisoned(Inject inject) {
        return new Inject(
                inject.id(),
                POISON,
                inject.release(),
                inject.channel(),
                POISON,
                inject.customer(),
                inject.to(),
                POISON,
                List.of(new Attachment("EXERCISE-a.txt", POISON, POISON)),
                inject.expects(),
                inject.acknowledge(),
                inject.options(),
                inject.fault(),
                inject.jump(),
                new Guidance(POISON, POISON, POISON, Map.of(POISON, POISON)));
    }

    private static Inject typed(Inject pattern) {
        return new Inject(
                "ad-hoc-1",
                POISON,
                new Release.Ready(POISON),
                pattern.channel(),
                POISON,
                Optional.empty(),
                pattern.to(),
                POISON,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Option("a", POISON, POISON), new Option("b", POISON, POISON)),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE);
    }

    private static Debriefing with(Debriefing debriefing, Plan plan, Scenario scenario, List<LogEntry> log) {
        return new Debriefing(
                debriefing.drill(), plan, scenario, debriefing.roster(), false, log, Scorer.score(plan, scenario, log));
    }

    // ---- reading a page

    private static String render(Debriefing debriefing) {
        return new String(new HtmlReport().render(debriefing), StandardCharsets.UTF_8);
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ");
    }

    private static String number(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    private static String row(String page, String heading) {
        var start = page.indexOf("<th scope=\"row\">" + heading);
        assertThat(start).as(heading).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }

    private static String body(String page, String step) {
        var start = page.indexOf("id=\"step-" + step + "\"");
        assertThat(start).as(step).isPositive();
        return page.substring(start, page.indexOf("</tbody>", start));
    }

    private static Set<String> elements(String page) {
        return Set.copyOf(found(page, "<([a-zA-Z][a-zA-Z0-9]*)"));
    }

    /** The names of the attributes of all elements. */
    private static Set<String> attributes(String page) {
        return found(page, "<[a-zA-Z]([^<>]*)>").stream()
                .map(tag -> tag.replaceAll("\"[^\"]*\"", ""))
                .flatMap(tag -> found(tag, "([a-zA-Z-]+)").stream())
                .collect(Collectors.toSet());
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }
}
