package dev.muster.report;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Step;
import dev.muster.scenario.io.Library;
import dev.muster.scoring.CadenceMark;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.Line;
import dev.muster.scoring.ObjectiveMark;
import dev.muster.scoring.Rating;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.StepMark;
import dev.muster.scoring.StepOutcome;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Turns a debriefing into what the page shows. Computes no mark: every number is the scorecard's. */
final class PageComposer {

    private static final int MOST_BALANCES = 6;
    private static final int MOST_REASONS = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private final Debriefing debriefing;
    private final Scorecard card;
    private final Progress progress;
    private final Names names;
    private final Map<String, LogEntry> entries = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PageComposer(Debriefing debriefing) {
        this.debriefing = debriefing;
        this.card = debriefing.scorecard();
        this.progress = Progress.of(debriefing.plan(), debriefing.scenario(), debriefing.log());
        this.names = new Names(debriefing);
        for (var entry : debriefing.log()) {
            entries.put(entry.id(), entry);
            numbers.put(entry.id(), numbers.size() + 1);
        }
    }

    Page compose(String style, String policy) {
        return new Page(
                style,
                policy,
                head(),
                facts(),
                new Summary(debriefing, names).paragraphs(),
                figures(),
                Timeline.of(debriefing, progress, names),
                card.objectives().stream().map(this::objective).toList(),
                Stream.of(Phase.values())
                        .flatMap(phase -> phase(phase).stream())
                        .toList(),
                balances(StepMark::points, StepMark::points, PageComposer::won),
                balances(
                        step -> step.possible() - step.points(),
                        step -> step.points() - step.possible(),
                        PageComposer::lost),
                Stream.of(Phase.values())
                        .flatMap(phase -> group(phase).stream())
                        .toList(),
                card.cadence().map(this::cadence),
                practices(unexercised()),
                practices(unshown()),
                card.steps().stream()
                        .filter(step -> step.outcome() == StepOutcome.CHECKED)
                        .map(StepMark::title)
                        .toList(),
                injects(),
                names.messages().stream().map(this::written).toList(),
                debriefing.log().stream().map(this::event).toList());
    }

    // ---- the head

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
        facts.add(new Page.Fact(
                "Scored against",
                "%s, version %d, reviewed %s%s"
                        .formatted(
                                plan.title(),
                                plan.version(),
                                plan.reviewed(),
                                plan.id().equals(Library.DEFAULT_PLAN)
                                        ? ". On the default plan, which is not the organisation's own."
                                        : "")));
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

    // ---- objectives and phases

    private Page.Objective objective(ObjectiveMark mark) {
        return new Page.Objective(
                mark.title(),
                mark.rating().map(Rating::label),
                mark.rating().map(Words::performed).orElse("not evaluated"),
                mark.score().map(Words::points).orElse("–"),
                mark.score().map(Math::round).orElse(0L).intValue(),
                "%d of %d".formatted(mark.evaluated(), mark.of()),
                mark.missedCritical().isEmpty()
                        ? ""
                        : "Critical and missed: "
                                + mark.missedCritical().stream()
                                        .map(names::step)
                                        .collect(joining(", ")));
    }

    private Optional<Page.PhaseRow> phase(Phase phase) {
        var steps = card.steps().stream()
                .filter(step -> step.phase() == phase && step.outcome() != StepOutcome.CHECKED)
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var won = steps.stream().mapToDouble(StepMark::points).sum();
        var possible = steps.stream().mapToDouble(StepMark::possible).sum();
        var share = possible > 0 ? 100 * won / possible : 0;
        return Optional.of(new Page.PhaseRow(
                Words.title(phase),
                possible > 0 ? Words.points(share) : "–",
                (int) Math.round(share),
                "%s of %s".formatted(Words.points(won), Words.points(possible)),
                count(steps, StepOutcome.ON_TIME),
                count(steps, StepOutcome.LATE),
                count(steps, StepOutcome.PARTLY),
                count(steps, StepOutcome.MISSED) + count(steps, StepOutcome.CLAIMED),
                count(steps, StepOutcome.NOT_EVALUATED) + count(steps, StepOutcome.NOT_EXERCISED)));
    }

    private static int count(List<StepMark> steps, StepOutcome outcome) {
        return (int) steps.stream().filter(step -> step.outcome() == outcome).count();
    }

    // ---- what won and lost

    private List<Page.Balance> balances(
            ToDoubleFunction<StepMark> size, ToDoubleFunction<StepMark> amount, ToDoubleFunction<Line> part) {
        var top = card.steps().stream()
                .filter(step -> size.applyAsDouble(step) > 0.05)
                .sorted(comparingDouble(size).reversed())
                .limit(MOST_BALANCES)
                .toList();
        var most = top.stream().mapToDouble(size).max().orElse(1);
        return top.stream()
                .map(step -> new Page.Balance(
                        step.title(),
                        anchor(step),
                        Words.signed(amount.applyAsDouble(step)),
                        Words.points(step.possible()),
                        (int) Math.round(100 * size.applyAsDouble(step) / most),
                        why(step, part)))
                .toList();
    }

    private List<String> why(StepMark step, ToDoubleFunction<Line> part) {
        return step.lines().stream()
                .filter(line -> part.applyAsDouble(line) > 0.02)
                .sorted(comparingDouble(part).reversed())
                .map(line -> names.reason(line.reason()))
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private static double won(Line line) {
        return line.won();
    }

    private static double lost(Line line) {
        return line.possible() - line.won();
    }

    // ---- all marks

    private Optional<Page.Group> group(Phase phase) {
        var steps = card.steps().stream()
                .filter(step -> step.phase() == phase && step.outcome() != StepOutcome.CHECKED)
                .map(this::step)
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Page.Group(Words.title(phase), "phase-" + phase.label(), steps));
    }

    private Page.Step step(StepMark step) {
        return new Page.Step(
                anchor(step),
                step.title(),
                names.role(step.owner()),
                outcome(step),
                tone(step),
                step.critical(),
                Words.points(step.points()),
                Words.points(step.possible()),
                times(step),
                step.lines().stream().map(this::reason).toList());
    }

    private static String times(StepMark step) {
        var times = new ArrayList<String>();
        step.opened().ifPresent(opened -> times.add("asked for at " + Words.clock(opened)));
        step.due().ifPresent(due -> times.add("due at " + Words.clock(due)));
        step.done().ifPresent(done -> times.add("done at " + Words.clock(done)));
        if (times.isEmpty()) {
            return "";
        }
        return Words.capital(String.join(", ", times)) + ".";
    }

    private static String anchor(StepMark step) {
        return "step-" + step.step();
    }

    private static String outcome(StepMark step) {
        return switch (step.outcome()) {
            case ON_TIME -> step.due().isEmpty() ? "kept" : "in time";
            case PARTLY -> "partly done";
            default -> step.outcome().label().replace('-', ' ');
        };
    }

    private static String tone(StepMark step) {
        return switch (step.outcome()) {
            case ON_TIME -> step.mark() >= 0.8 ? "good" : "fair";
            case LATE, PARTLY -> "fair";
            case CLAIMED, MISSED -> "bad";
            case NOT_EVALUATED, NOT_EXERCISED, CHECKED -> "plain";
        };
    }

    private Page.Reason reason(Line line) {
        return new Page.Reason(
                names.rule(line.rule()),
                names.reason(line.reason()),
                line.quotes(),
                line.entries().stream()
                        .filter(numbers::containsKey)
                        .map(this::link)
                        .toList(),
                Words.fine(line.won()),
                line.possible() == 0 ? "–" : Words.fine(line.possible()));
    }

    private Page.Link link(String entry) {
        return new Page.Link(
                "entry-" + numbers.get(entry), Words.clock(entries.get(entry).drillTime()));
    }

    private Page.Cadence cadence(CadenceMark mark) {
        var demanded = debriefing
                .plan()
                .cadence()
                .map(cadence -> "to %s every %s in the first %s, then every %s"
                        .formatted(
                                audiences(cadence.audiences()),
                                DurationWords.of(cadence.every()),
                                DurationWords.of(cadence.first()),
                                DurationWords.of(cadence.then())))
                .orElse("none");
        return new Page.Cadence(
                demanded,
                String.valueOf(mark.updates()),
                "%s, from %s on".formatted(DurationWords.of(mark.longestSilence()), Words.clock(mark.silentFrom())),
                Words.points(mark.points()),
                Words.points(mark.possible()),
                mark.lines().stream().map(this::reason).toList());
    }

    private static String audiences(Set<Audience> audiences) {
        return Words.list(audiences.stream()
                .sorted()
                .map(audience -> audience.label().replace('-', ' '))
                .toList());
    }

    // ---- practices

    private Set<String> unexercised() {
        var practices = new TreeSet<String>();
        debriefing.plan().steps().stream().filter(Step::scored).forEach(step -> practices.addAll(step.source()));
        card.coverage().practices().forEach(practices::remove);
        return practices;
    }

    private Set<String> unshown() {
        var practices = new TreeSet<>(card.coverage().practices());
        card.coverage().shown().forEach(practices::remove);
        return practices;
    }

    private List<Page.Practice> practices(Set<String> practices) {
        return practices.stream()
                .map(practice -> new Page.Practice(
                        practice,
                        debriefing.plan().steps().stream()
                                .filter(step -> step.scored() && step.source().contains(practice))
                                .map(Step::title)
                                .collect(joining("; "))))
                .toList();
    }

    // ---- what happened

    private List<Page.Inject> injects() {
        var released = progress.released();
        var rows = new ArrayList<Page.Inject>();
        for (var one : released) {
            var prompt = one.event().prompt();
            rows.add(new Page.Inject(
                    String.valueOf(rows.size() + 1),
                    prompt.title(),
                    prompt.channel().label(),
                    prompt.to().stream().map(names::role).collect(joining(", ")),
                    Words.clock(one.at()),
                    Words.capital(one.event().reason()) + delay(one.entry(), one.event()),
                    one.event().late(),
                    acknowledged(prompt.inject(), one.at())));
        }
        for (var entry : debriefing.log()) {
            if (entry.event() instanceof DrillEvent.InjectWithheld withheld) {
                rows.add(withheld(entry, withheld));
            }
        }
        return rows;
    }

    private String delay(String entry, DrillEvent.InjectReleased released) {
        var delay = Duration.between(released.due(), entries.get(entry).at());
        return released.late() ? "; %s late".formatted(DurationWords.of(delay)) : "";
    }

    private Page.Inject withheld(LogEntry entry, DrillEvent.InjectWithheld withheld) {
        var inject = debriefing.scenario().inject(withheld.inject());
        return new Page.Inject(
                "–",
                names.inject(withheld.inject()),
                inject.map(one -> one.channel().label()).orElse("–"),
                inject.map(one -> one.to().stream().map(names::role).collect(joining(", ")))
                        .orElse("–"),
                "withheld",
                "%s, at %s".formatted(Words.capital(withheld.reason()), Words.clock(entry.drillTime())),
                false,
                "–");
    }

    private String acknowledged(String inject, Duration since) {
        var by = progress.acknowledgements(inject).stream()
                .sorted(Comparator.comparing(one -> one.at()))
                .map(one -> "%s after %s"
                        .formatted(
                                names.actor(one.event()),
                                DurationWords.of(one.at().minus(since))))
                .distinct()
                .toList();
        return by.isEmpty() ? "nobody" : String.join("; ", by);
    }

    private Page.Written written(Message message) {
        var sent = progress.correspondence().sent(message.id());
        var draft = progress.correspondence().draft(message.id());
        return new Page.Written(
                "message-" + names.message(message.id()).substring(1),
                names.message(message.id()),
                sent.map(SentMessage::at)
                        .or(() -> draft.map(one -> one.at()))
                        .map(Words::clock)
                        .orElse("after the end"),
                names.role(message.role()),
                "%s, by %s".formatted(message.audience().label().replace('-', ' '), channel(message.channel())),
                fate(message, sent),
                message.text(),
                progress.correspondence().marks(message.id()).entrySet().stream()
                        .filter(mark -> mark.getValue().present())
                        .sorted(Map.Entry.comparingByKey())
                        .map(mark -> mark(mark.getKey(), mark.getValue()))
                        .toList());
    }

    private static String channel(Channel channel) {
        return channel == Channel.IN_PERSON ? "word of mouth" : channel.label();
    }

    private String fate(Message message, Optional<SentMessage> sent) {
        var refused = progress.correspondence().refused().stream()
                .filter(one -> one.event().message().equals(message.id()))
                .findFirst();
        if (refused.isPresent()) {
            return "sent back: " + refused.get().event().reason();
        }
        if (sent.isEmpty()) {
            return "not sent";
        }
        if (sent.get().approvalSkipped()) {
            return "sent without the approval it needed";
        }
        return sent.get().entries().size() > 1 ? "approved and sent" : "sent";
    }

    private Page.Mark mark(Criterion criterion, DrillEvent.CriterionMark mark) {
        return new Page.Mark(names.criterion(criterion), criterion.positive(), mark.quotes());
    }

    private Page.Event event(LogEntry entry) {
        var sentence = new EventWords(names).say(entry.event());
        return new Page.Event(
                "entry-" + numbers.get(entry.id()),
                numbers.get(entry.id()),
                WALL.format(entry.at().atZone(debriefing.drill().zone())),
                Words.clock(entry.drillTime()),
                sentence.who(),
                sentence.what() + (progress.log().counts(entry) ? "" : " (after the end, not counted)"),
                sentence.words());
    }
}
