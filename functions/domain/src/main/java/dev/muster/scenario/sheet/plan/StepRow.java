package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.ChannelWords;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of a table of steps on its way to become a step. What it does not say is taken from the step of the default plan
 * that it stands for, or else assumed; each of that is said.
 */
final class StepRow {

    private static final int TITLE = 400;
    private static final int CHECKLIST = 10_000;
    private static final int ZERO_IN_DEADLINES = 3;

    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration AFTER_A_JUMP = Duration.ofMinutes(20);

    /** Who has longer than this does it after a time jump, not in the drill's first hours. */
    private static final Duration DAYS = Duration.ofDays(1);

    /** As long as a drill lasts. */
    private static final Duration LONG = Duration.ofHours(2);

    private static final Pattern BETWEEN_CHANNELS = Pattern.compile("[,;/+&|\\n]|\\s(?:and|und|or|oder)\\s");
    private static final Pattern BETWEEN_PRACTICES = Pattern.compile("[,;/\\s]+");
    private static final Pattern CRITICAL = Pattern.compile(
            "(?i)x|y|yes|true|1|ja|j|✓|✔|☑|must|wahr|critical|kritisch|pflicht|muss|mandatory|required|high|hoch");
    private static final Pattern HIGH =
            Pattern.compile("(?i)high|highest|hoch|1|a|p1|prio 1|must|critical|kritisch|very high|sehr hoch|urgent");
    private static final Pattern LOW = Pattern.compile("(?i)low|lowest|niedrig|gering|3|4|5|c|p3|prio 3|could");

    private final Table<StepColumn> table;
    private final Row row;
    private final CellPlace place;
    private final Plan standard;
    private final Optional<Phase> phase;
    private final List<Likeness.Guess> guesses;
    private final Optional<Step> base;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param heading the phase that the last heading, or the last row with a phase, named; if any did */
    StepRow(String file, Table<StepColumn> table, Row row, Optional<Phase> heading, Plan standard, Likeness likeness) {
        this.table = table;
        this.row = row;
        this.place = table.place(file, row);
        this.standard = standard;
        this.phase = ownPhase().or(() -> heading);
        this.guesses = fitting(likeness.of(table.shown(row, StepColumn.TITLE)));
        this.base = guesses.stream().findFirst().flatMap(guess -> standard.step(guess.id()));
    }

    /** Surest first, and of equals the one of this phase; one step cannot be done now and days later. */
    private List<Likeness.Guess> fitting(List<Likeness.Guess> all) {
        var sorted = all.stream()
                .sorted(Comparator.comparing((Likeness.Guess guess) -> !isOfThisPhase(guess)))
                .toList();
        return sorted.stream()
                .filter(guess -> mode(guess) == mode(sorted.getFirst()))
                .toList();
    }

    private boolean isOfThisPhase(Likeness.Guess guess) {
        return standard.step(guess.id()).map(Step::phase).equals(phase);
    }

    private Step.Mode mode(Likeness.Guess guess) {
        return standard.step(guess.id()).orElseThrow().mode();
    }

    /** What is to be said of the row, after {@link #step}. */
    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The phase that the row's own column names, if it names one. */
    Optional<Phase> ownPhase() {
        return PhaseWords.in(shown(StepColumn.PHASE));
    }

    Step step(RoleBook roles, Set<String> ids) {
        var title = title();
        var id = Words.unique(Words.id(title).orElse("step-" + row.number()), ids);
        var owner = owner(roles);
        var inPhase = phase();
        var deadline = deadline();
        var mode = mode(inPhase, deadline);
        var evidence = evidence(mode);
        noteWhatOnlyMessagesHave(evidence);
        var length = mode == Step.Mode.CHECKED || evidence instanceof Evidence.Absence
                ? without(deadline)
                : inADrill(mode, deadline);
        var source = source();
        noteTheRest();
        var step = new Step(
                id,
                title,
                inPhase,
                source,
                guesses.stream()
                        .map(Likeness.Guess::id)
                        .filter(it -> !it.equals(id))
                        .toList(),
                mode,
                owner,
                base.map(Step::starts)
                        .filter(it -> evidence instanceof Evidence.Absence)
                        .orElse(Step.Starts.EXPECTED),
                length,
                length.multipliedBy(ZERO_IN_DEADLINES),
                evidence instanceof Evidence.Answer && base.map(Step::each).orElse(true),
                evidence,
                criteria(evidence),
                forbidden(evidence),
                weight(),
                mode != Step.Mode.CHECKED && critical(),
                Words.cut(String.join("\n", notes), CHECKLIST));
        remarks.addFirst(Remark.understood(place, summary(step)));
        return step;
    }

    private String summary(Step step) {
        var time = step.deadline().isZero() ? "" : ", within " + inWords(step.deadline());
        var stands = guesses.isEmpty()
                ? "stands for no step of the default plan"
                : guesses.stream()
                        .map(guess -> "stands for \"%s\" (%s)".formatted(guess.id(), guess.why()))
                        .collect(joining(", "));
        return "step \"%s\" (%s), %s%s; %s".formatted(step.id(), step.phase().label(), step.owner(), time, stands);
    }

    // ---- what and who

    private String title() {
        var written = shown(StepColumn.TITLE).replaceAll("\\s+", " ");
        if (written.length() > TITLE) {
            notes.add(shown(StepColumn.TITLE));
            assume("the action is long; its title is cut, the whole stands in the checklist");
        }
        return Words.cut(written, TITLE);
    }

    private String owner(RoleBook roles) {
        var words = shown(StepColumn.OWNER);
        if (!words.isEmpty()) {
            var owner = roles.owner(words, this::assume);
            if (roles.namesOthers(words, owner)) {
                note(StepColumn.OWNER);
            }
            return owner;
        }
        var owner = roles.actingFor(base.map(Step::owner).orElse("crisis-lead"));
        assume("nobody is named; \"%s\" owns it%s"
                .formatted(
                        owner,
                        base.map(it -> ", as in the default plan's step \"" + it.id() + "\"")
                                .orElse("")));
        return owner;
    }

    private Phase phase() {
        if (ownPhase().isEmpty() && !shown(StepColumn.PHASE).isEmpty()) {
            note(StepColumn.PHASE);
        }
        var known = phase.or(() -> base.map(Step::phase));
        if (known.isEmpty()) {
            assume("no phase is said; planning");
        }
        return known.orElse(Phase.PLANNING);
    }

    /** The practices that the row names, else those of the step that it stands for. */
    private List<String> source() {
        var known = practices();
        var named = new LinkedHashSet<String>();
        for (var word : Words.split(shown(StepColumn.PRACTICE), BETWEEN_PRACTICES)) {
            if (known.contains(word.toLowerCase(Locale.ROOT))) {
                named.add(word.toLowerCase(Locale.ROOT));
            } else {
                unused("not a practice that Muster knows: %s".formatted(Words.quoted(word)));
            }
        }
        if (!named.isEmpty()) {
            return List.copyOf(named);
        }
        var ofBase = guesses.stream()
                .flatMap(guess -> standard.step(guess.id()).stream())
                .flatMap(step -> step.source().stream())
                .distinct()
                .toList();
        if (ofBase.isEmpty()) {
            assume("no practice is known for it; counted as a predefined action (plan.predefined)");
        }
        return ofBase.isEmpty() ? List.of("plan.predefined") : ofBase;
    }

    private Set<String> practices() {
        var known = new LinkedHashSet<String>();
        standard.steps().forEach(step -> known.addAll(step.source()));
        return known;
    }

    // ---- when

    private Optional<Duration> deadline() {
        var written = shown(StepColumn.DEADLINE);
        var heading = table.headings().getOrDefault(StepColumn.DEADLINE, "");
        var reading = DeadlineReader.read(table.cell(row, StepColumn.DEADLINE), heading);
        if (reading.isEmpty() && !written.isEmpty()) {
            note(StepColumn.DEADLINE);
        }
        reading.flatMap(DeadlineReader.Reading::assumption).ifPresent(this::assume);
        return reading.map(DeadlineReader.Reading::length);
    }

    private Step.Mode mode(Phase phase, Optional<Duration> deadline) {
        if (base.isPresent()) {
            return base.get().mode();
        }
        var daysLater = phase == Phase.RESOLUTION
                && deadline.filter(length -> length.compareTo(DAYS) >= 0).isPresent();
        if (daysLater) {
            assume("it is done days later; in a drill, after a time jump");
        }
        if (phase == Phase.PREPAREDNESS) {
            assume("it is done before a crisis; it is looked up in records, not seen in a drill");
        }
        return daysLater ? Step.Mode.TIME_JUMP : phase == Phase.PREPAREDNESS ? Step.Mode.CHECKED : Step.Mode.OBSERVED;
    }

    private Duration without(Optional<Duration> deadline) {
        deadline.ifPresent(length -> {
            note(StepColumn.DEADLINE);
            unused("such a step has no deadline in a drill; it stands in the checklist");
        });
        return Duration.ZERO;
    }

    private Duration inADrill(Step.Mode mode, Optional<Duration> deadline) {
        if (mode == Step.Mode.TIME_JUMP
                && deadline.filter(it -> it.compareTo(LONG) > 0).isPresent()) {
            note(StepColumn.DEADLINE);
            var length = base.map(Step::deadline).orElse(AFTER_A_JUMP);
            assume("%s is real time; in a drill, after a time jump, it is %s"
                    .formatted(Words.quoted(shown(StepColumn.DEADLINE)), inWords(length)));
            return length;
        }
        if (deadline.isPresent()) {
            if (deadline.get().compareTo(LONG) > 0) {
                assume("longer than a drill lasts: it counts only if it is done in the drill");
            }
            return deadline.get();
        }
        var length = base.map(Step::deadline).filter(Duration::isPositive).orElse(USUAL);
        assume("%s; %s%s"
                .formatted(
                        shown(StepColumn.DEADLINE).isEmpty()
                                ? "no deadline is said"
                                : "no deadline can be read in " + Words.quoted(shown(StepColumn.DEADLINE)),
                        inWords(length),
                        base.map(it -> ", as in the default plan's step \"" + it.id() + "\"")
                                .orElse("")));
        return length;
    }

    // ---- what proves it

    private Evidence evidence(Step.Mode mode) {
        var channels = channels();
        if (mode == Step.Mode.CHECKED) {
            return new Evidence.Records();
        }
        var words = shown(StepColumn.EVIDENCE);
        var said = EvidenceWords.in(words);
        if (said.isPresent()) {
            return said(said.get(), channels);
        }
        if (!words.isEmpty()) {
            note(StepColumn.EVIDENCE);
        }
        if (base.isPresent()) {
            return ofBase(base.get().evidence(), channels);
        }
        var audiences = audiences();
        if (channels.isEmpty() || audiences.isEmpty()) {
            assume("a report that it is done proves it");
            return new Evidence.Action();
        }
        return new Evidence.Message(audiences, channels, false);
    }

    private Evidence said(EvidenceWords kind, Set<Channel> channels) {
        return switch (kind) {
            case DECISION -> new Evidence.Decision();
            case ANSWER -> new Evidence.Answer();
            case ACTION -> new Evidence.Action();
            case MESSAGE -> new Evidence.Message(audienceOfMessage(), channels, false);
        };
    }

    private Set<Audience> audienceOfMessage() {
        var audiences = audiences();
        if (!audiences.isEmpty()) {
            return audiences;
        }
        if (base.isPresent() && base.get().evidence() instanceof Evidence.Message message) {
            return message.audiences();
        }
        assume("nobody is said whom the message is for; customers or the public");
        return EnumSet.of(Audience.CUSTOMERS, Audience.PUBLIC);
    }

    private Evidence ofBase(Evidence evidence, Set<Channel> channels) {
        assume("%s proves it, as in the default plan's step \"%s\""
                .formatted(EvidenceWords.name(evidence), base.orElseThrow().id()));
        if (!(evidence instanceof Evidence.Message message)) {
            return evidence;
        }
        var named = audiences(StepColumn.AUDIENCE);
        return new Evidence.Message(
                named.isEmpty() ? message.audiences() : named,
                channels.isEmpty() ? message.channels() : channels,
                channels.isEmpty() && message.all());
    }

    private Set<Channel> channels() {
        var channels = EnumSet.noneOf(Channel.class);
        for (var piece : Words.split(shown(StepColumn.CHANNEL), BETWEEN_CHANNELS)) {
            ChannelWords.find(piece).ifPresentOrElse(channels::add, () -> {
                notes.add(piece);
                unused("not a channel that Muster knows: %s; it stands in the checklist"
                        .formatted(Words.quoted(piece)));
            });
        }
        return channels;
    }

    private Set<Audience> audiences() {
        var named = audiences(StepColumn.AUDIENCE);
        return named.isEmpty() ? audiences(StepColumn.TITLE) : named;
    }

    private Set<Audience> audiences(StepColumn column) {
        return AudienceWords.in(shown(column));
    }

    private void noteWhatOnlyMessagesHave(Evidence evidence) {
        if (evidence instanceof Evidence.Message) {
            return;
        }
        for (var column : List.of(StepColumn.CHANNEL, StepColumn.AUDIENCE)) {
            if (!shown(column).isEmpty()) {
                note(column);
            }
        }
    }

    private Set<Criterion> criteria(Evidence evidence) {
        return isWords(evidence) ? base.map(Step::criteria).orElse(Set.of()) : Set.of();
    }

    private Set<Criterion> forbidden(Evidence evidence) {
        return isWords(evidence) || evidence instanceof Evidence.Absence
                ? base.map(Step::without).orElse(Set.of())
                : Set.of();
    }

    private static boolean isWords(Evidence evidence) {
        return evidence instanceof Evidence.Message || evidence instanceof Evidence.Answer;
    }

    // ---- how much it counts

    private double weight() {
        var said = shown(StepColumn.WEIGHT);
        if (said.matches("\\d{1,2}([.,]\\d{1,3})?") && !said.matches("0+([.,]0+)?")) {
            return Double.parseDouble(said.replace(',', '.'));
        }
        var priority = shown(StepColumn.PRIORITY);
        if (HIGH.matcher(priority).matches()) {
            return 3;
        }
        if (LOW.matcher(priority).matches()) {
            return 1;
        }
        if (!priority.isEmpty()) {
            return 2;
        }
        if (!said.isEmpty()) {
            unused("not a weight: %s; write a number from 1 to 99".formatted(Words.quoted(said)));
        }
        return base.map(Step::weight).orElse(1.0);
    }

    private boolean critical() {
        return table.has(StepColumn.CRITICAL)
                ? CRITICAL.matcher(shown(StepColumn.CRITICAL)).matches()
                : base.map(Step::critical).orElse(false);
    }

    // ---- what else it says

    private void noteTheRest() {
        var before = notes.size();
        table.unknown().forEach((column, heading) -> {
            if (!row.cell(column).isEmpty()) {
                var words = row.cell(column).shown().strip();
                notes.add(heading.startsWith("Column ") ? words : "%s: %s".formatted(heading.strip(), words));
            }
        });
        if (notes.size() > before) {
            unused("kept in the checklist as a note: %s"
                    .formatted(notes.subList(before, notes.size()).stream()
                            .map(Words::quoted)
                            .collect(joining(", "))));
        }
    }

    /** Keeps what the column says in the checklist. */
    private void note(StepColumn column) {
        notes.add("%s: %s".formatted(table.headings().get(column), shown(column)));
    }

    private String shown(StepColumn column) {
        return table.shown(row, column).strip();
    }

    private void assume(String words) {
        remarks.add(Remark.assumed(place, words));
    }

    private void unused(String words) {
        remarks.add(Remark.unused(place, words));
    }

    private static String inWords(Duration length) {
        var parts = new ArrayList<String>();
        if (length.toDays() > 0) {
            parts.add(length.toDays() + " d");
        }
        if (length.toHoursPart() > 0) {
            parts.add(length.toHoursPart() + " h");
        }
        if (length.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(length.toMinutesPart() + " min");
        }
        return String.join(" ", parts);
    }
}
