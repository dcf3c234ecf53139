package dev.muster.report;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.ConditionWords;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Option;
import dev.muster.scenario.Release;
import dev.muster.scoring.Debriefing;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happened as tables: the injects, the messages, the whole log. */
final class HappeningTables {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private final Debriefing debriefing;
    private final Progress progress;
    private final Names names;
    private final NumberedLog log;
    private final EventWords words;
    private final DrillTimes times;
    private final ConditionWords conditions;

    HappeningTables(Debriefing debriefing, Progress progress, Names names, NumberedLog log) {
        this.debriefing = debriefing;
        this.progress = progress;
        this.names = names;
        this.log = log;
        this.words = new EventWords(names);
        this.times = new DrillTimes(progress.log().scenarioClock());
        this.conditions = new ConditionWords(debriefing.plan(), debriefing.scenario());
    }

    List<Page.Written> messages() {
        return names.messages().stream().map(this::written).toList();
    }

    List<Page.Event> events() {
        return debriefing.log().stream().map(this::event).toList();
    }

    List<Page.Inject> injects() {
        var released = progress.released();
        var rows = new ArrayList<Page.Inject>();
        for (var one : released) {
            var prompt = one.event().prompt();
            rows.add(new Page.Inject(
                    String.valueOf(rows.size() + 1),
                    prompt.title(),
                    prompt.channel().label(),
                    prompt.to().stream().map(names::role).collect(joining(", ")),
                    times.words(one.at()),
                    script(prompt.inject()),
                    names.reason(one.event().reason()) + delay(one.entry(), one.event()),
                    one.event().late(),
                    acknowledged(prompt.inject(), one.at())));
        }
        for (var entry : debriefing.log()) {
            if (entry.event() instanceof DrillEvent.InjectWithheld withheld) {
                rows.add(withheld(entry, withheld));
            }
        }
        rows.addAll(leftOut());
        return rows;
    }

    private String delay(String entry, DrillEvent.InjectReleased released) {
        var delay = Duration.between(released.due(), log.entry(entry).at());
        // An inject that an outage held up came at once when the clock ran again; its reason says so.
        return released.late() && delay.compareTo(WORTH_SAYING) > 0
                ? "; %s late".formatted(DurationWords.of(delay))
                : "";
    }

    /** Reactive and ready-to-fire ones, of which nothing tells that they did not come. */
    private List<Page.Inject> leftOut() {
        var told = new HashSet<String>();
        progress.released().forEach(one -> told.add(one.event().prompt().inject()));
        debriefing.log().stream()
                .map(LogEntry::event)
                .filter(DrillEvent.InjectWithheld.class::isInstance)
                .forEach(event -> told.add(((DrillEvent.InjectWithheld) event).inject()));
        return debriefing.scenario().injects().stream()
                .filter(inject -> inject.release().planned().isEmpty() && !told.contains(inject.id()))
                .map(inject -> new Page.Inject(
                        "–",
                        inject.title(),
                        inject.channel().label(),
                        inject.to().stream().map(names::role).collect(joining(", ")),
                        "did not come",
                        script(inject.id()),
                        inject.release() instanceof Release.Ready
                                ? "The trainer did not release it"
                                : "The team did nothing that brings it about, or too late",
                        false,
                        "–"))
                .toList();
    }

    private String script(String inject) {
        return debriefing
                .scenario()
                .inject(inject)
                .map(one -> conditions.of(one.release()))
                .orElse("");
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
                script(withheld.inject()),
                "%s, at %s".formatted(names.reason(withheld.reason()), times.words(entry.drillTime())),
                false,
                "–");
    }

    /** What the team decided, with what comes of it; each decision was made, and none undoes another. */
    List<Page.Decision> decisions() {
        var rows = new ArrayList<Page.Decision>();
        for (var one : progress.released()) {
            var inject = one.event().prompt().inject();
            var made = debriefing.log().stream()
                    .filter(entry -> entry.event() instanceof DrillEvent.DecisionMade decision
                            && decision.inject().equals(inject))
                    .map(this::decision)
                    .toList();
            rows.addAll(made);
            if (made.isEmpty() && !one.event().prompt().options().isEmpty()) {
                rows.add(new Page.Decision(names.inject(inject), "–", "nobody", "not decided", "", ""));
            }
        }
        return rows;
    }

    private Page.Decision decision(LogEntry entry) {
        var made = (DrillEvent.DecisionMade) entry.event();
        return new Page.Decision(
                names.inject(made.inject()),
                times.words(entry.drillTime()) + (progress.log().counts(entry) ? "" : ", after the end, not counted"),
                names.actor(made),
                names.option(made.inject(), made.option()),
                made.reason(),
                debriefing.scenario().inject(made.inject()).stream()
                        .flatMap(inject -> inject.options().stream())
                        .filter(option -> option.id().equals(made.option()))
                        .findFirst()
                        .map(Option::consequence)
                        .orElse(""));
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
                        .map(times::words)
                        .orElse("after the end"),
                names.role(message.role()),
                "%s, by %s".formatted(message.audience().label().replace('-', ' '), channel(message.channel())),
                fate(message, sent),
                message.text(),
                progress.correspondence().marks(message.id()).entrySet().stream()
                        .filter(mark ->
                                mark.getValue().present() || mark.getValue().unsure())
                        .sorted(Map.Entry.comparingByKey())
                        .map(mark -> mark(mark.getKey(), mark.getValue()))
                        .toList(),
                progress.correspondence().overruled(message.id()).values().stream()
                        .map(one -> ruling(message, one.event()))
                        .sorted()
                        .toList());
    }

    /** What an evaluator says of a criterion, beside what was found by machine. */
    private String ruling(Message message, DrillEvent.MarkOverruled overruled) {
        var ruling = (DrillEvent.Ruling.OnCriterion) overruled.ruling();
        var automatic = Optional.ofNullable(
                        progress.correspondence().automatic(message.id()).get(ruling.criterion()))
                .map(mark -> mark.unsure() ? "unsure" : mark.present() ? "found" : "not found")
                .orElse("not judged");
        return "%s: %s, rules %s; %s by machine. %s"
                .formatted(
                        Words.capital(names.criterion(ruling.criterion())),
                        ruling.present() ? "shown" : "not shown",
                        overruled.by(),
                        automatic,
                        overruled.reason());
    }

    List<Page.Observation> observations() {
        return progress.log()
                .all(DrillEvent.Observed.class)
                .map(Occurrence::event)
                .sorted(Comparator.comparing(DrillEvent.Observed::at))
                .map(seen -> new Page.Observation(
                        times.words(seen.at()),
                        seen.by(),
                        seen.objective().map(names::objective).orElse(""),
                        seen.text()))
                .toList();
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
        return new Page.Mark(names.criterion(criterion), criterion.positive(), mark.unsure(), mark.quotes());
    }

    private Page.Event event(LogEntry entry) {
        var sentence = words.say(entry.event());
        return new Page.Event(
                log.anchor(entry.id()),
                log.number(entry.id()),
                WALL.format(entry.at().atZone(debriefing.drill().zone())),
                times.words(entry.drillTime()),
                sentence.who(),
                sentence.what() + (progress.log().counts(entry) ? "" : " (after the end, not counted)"),
                sentence.words());
    }
}
