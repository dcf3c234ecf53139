package dev.muster.report;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.scenario.Rating;
import dev.muster.scoring.CadenceMark;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.Scorecard;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a debriefing into what the page shows. Computes no mark: every number is the scorecard's. */
final class PageComposer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

    private final Debriefing debriefing;
    private final Scorecard card;

    PageComposer(Debriefing debriefing) {
        this.debriefing = debriefing;
        this.card = debriefing.scorecard();
    }

    Page compose(String style, String policy) {
        var names = new Names(debriefing);
        var log = new NumberedLog(debriefing.log());
        var progress = Progress.of(debriefing.plan(), debriefing.scenario(), debriefing.log());
        var marks = new MarkTables(debriefing, names, log);
        var happenings = new HappeningTables(debriefing, progress, names, log);
        return new Page(
                style,
                policy,
                head(),
                facts(),
                new Summary(debriefing, names).paragraphs(),
                figures(),
                Timeline.of(debriefing, progress, names),
                marks.objectives(),
                marks.phases(),
                marks.gains(),
                marks.losses(),
                marks.groups(),
                marks.cadence(),
                marks.unexercised(),
                marks.unshown(),
                marks.checked(),
                happenings.injects(),
                happenings.decisions(),
                happenings.messages(),
                happenings.observations(),
                happenings.events());
    }

    private Page.Head head() {
        return new Page.Head(
                debriefing.scenario().title(),
                started() + " (" + debriefing.drill().zone().getId() + ")",
                debriefing.drill().team(),
                Words.points(card.score()),
                card.rating().map(Rating::label),
                card.rating().map(Words::performed).orElse("nothing was evaluated"),
                card.status().label());
    }

    private String started() {
        var start = debriefing.log().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Started)
                .findFirst()
                .map(LogEntry::at)
                .orElse(debriefing.drill().startsAt());
        return DAY.format(start.atZone(debriefing.drill().zone()));
    }

    private List<Page.Fact> facts() {
        var plan = debriefing.plan();
        var scenario = debriefing.scenario();
        var facts = new ArrayList<Page.Fact>();
        facts.add(new Page.Fact("Scenario", "%s, version %d".formatted(scenario.title(), scenario.version())));
        facts.add(new Page.Fact("Kind of crisis", scenario.kind().label().replace('-', ' ')));
        facts.add(new Page.Fact("Team", debriefing.drill().team()));
        facts.add(new Page.Fact("Drill", debriefing.drill().id()));
        facts.add(new Page.Fact("Length", length()));
        scenarioClock().ifPresent(words -> facts.add(new Page.Fact("Scenario's own clock", words)));
        facts.add(new Page.Fact(
                "Scored against",
                "%s, version %d, reviewed %s%s"
                        .formatted(
                                plan.title(),
                                plan.version(),
                                plan.reviewed(),
                                card.planNote().map(". "::concat).orElse(""))));
        facts.add(new Page.Fact("Status", card.status().label()));
        facts.add(new Page.Fact(
                "Scorer",
                "version %s; messages read by %s"
                        .formatted(card.scorer(), card.raters().isEmpty() ? "nobody" : Words.list(card.raters()))));
        facts.add(new Page.Fact(
                "Event log",
                Words.count(card.revision(), "entry", "entries")
                        + (card.counts().afterEnd() == 0
                                ? ""
                                : ", %s after the end, kept and not counted"
                                        .formatted(Words.count(card.counts().afterEnd(), "response", "responses")))));
        return facts;
    }

    private Optional<String> scenarioClock() {
        var log = EventLog.of(debriefing.log());
        return log.scenarioClock()
                .map(clock -> "%s to %s".formatted(clock.words(Duration.ZERO), clock.words(log.horizon())));
    }

    /** What the scenario asks and the plan does otherwise, or not at all. */
    private Optional<String> fitted() {
        return debriefing.log().stream()
                .map(LogEntry::event)
                .filter(DrillEvent.Scheduled.class::isInstance)
                .flatMap(event -> ((DrillEvent.Scheduled) event).fitted().stream())
                .findFirst()
                .map(words -> "%s. %s."
                        .formatted(Words.count(words.size(), "difference", "differences"), String.join(". ", words)));
    }

    private String length() {
        var end = debriefing.log().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Ended)
                .findFirst()
                .map(entry -> "%s of drill time, ended %s"
                        .formatted(
                                DurationWords.of(entry.drillTime()),
                                EventWords.why(((DrillEvent.Ended) entry.event()).reason())))
                .orElse("not over");
        var pauses = debriefing.log().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Paused)
                .count();
        return pauses == 0 ? end : end + ", paused " + Words.count(pauses, "time", "times");
    }

    private List<Page.Figure> figures() {
        var times = card.times();
        var counts = card.counts();
        var figures = new ArrayList<Page.Figure>();
        figures.add(time("First acknowledgement", times.firstAcknowledgement(), Duration.ofMinutes(5)));
        figures.add(time("First message to customers", times.firstCustomerMessage(), Duration.ofMinutes(10)));
        card.cadence()
                .filter(CadenceMark::evaluated)
                .ifPresent(cadence -> figures.add(new Page.Figure(
                        "Longest silence to the outside",
                        DurationWords.of(cadence.longestSilence()),
                        "from %s on".formatted(Words.clock(cadence.silentFrom())),
                        cadence.mark() >= 0.9 ? "good" : cadence.mark() >= 0.5 ? "fair" : "bad")));
        figures.add(new Page.Figure(
                "Injects acknowledged",
                "%d of %d".formatted(counts.acknowledged(), counts.released()),
                "by at least one role",
                counts.acknowledged() == counts.released()
                        ? "good"
                        : 2 * counts.acknowledged() < counts.released() ? "bad" : "fair"));
        figures.add(new Page.Figure(
                "Messages sent",
                String.valueOf(counts.sent()),
                counts.unapproved() == 0
                        ? "none without its approval"
                        : "%d without the approval it needed".formatted(counts.unapproved()),
                counts.unapproved() == 0 ? "plain" : "bad"));
        figures.add(new Page.Figure(
                "Steps of the plan rehearsed",
                "%d of %d"
                        .formatted(card.coverage().exercised(), card.coverage().steps()),
                Words.count(card.coverage().evaluated(), "counts", "count") + " in the score",
                "plain"));
        return figures;
    }

    private static Page.Figure time(String name, Optional<Duration> time, Duration good) {
        return new Page.Figure(
                name,
                time.map(DurationWords::of).orElse("none"),
                time.isPresent() ? "after the crisis was known" : "a miss",
                time.map(took -> took.compareTo(good) <= 0
                                ? "good"
                                : took.compareTo(good.multipliedBy(3)) <= 0 ? "fair" : "bad")
                        .orElse("bad"));
    }
}
