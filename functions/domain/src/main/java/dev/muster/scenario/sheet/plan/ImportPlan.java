package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Approval;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Cadence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.DateReader;
import dev.muster.scenario.sheet.PhraseList;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.Words;
import dev.muster.scenario.sheet.Workbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a plan of a workbook that holds an organisation's crisis plan: its steps, roles, contacts, message templates and
 * cadence. Every row of a table of steps that names an action becomes a step, whatever else is wrong with it.
 */
public final class ImportPlan {

    private static final int MOST_STEPS = 500;
    private static final int WORDS = 400;
    private static final Pattern VERSION =
            Pattern.compile("(?i)(?:version|v|rev\\.?|revision)?\\s*(\\d{1,6})(?:[.,].*)?");
    private static final Pattern NAMES = Pattern.compile("[,;/&\\n]|\\s(?:and|und|or|oder)\\s");

    /**
     * What the user says besides the file. It counts before what the file says.
     *
     * @param id the plan's id
     * @param name what the file is called, for a plan without a title
     * @param before the plan in whose place it comes, if there is one
     * @param today the day of the import
     */
    public record Wishes(
            String id,
            String name,
            Optional<String> title,
            Optional<String> owner,
            Optional<Integer> version,
            Optional<LocalDate> reviewed,
            Optional<String> realContact,
            Optional<Plan> before,
            LocalDate today) {}

    private final Workbook workbook;
    private final Plan standard;
    private final Wishes wishes;
    private final List<Remark> remarks = new ArrayList<>();
    private final Likeness likeness;
    private final PlanTables tables;
    private final PlanHead head;
    private final RoleBook roles;
    private final ContactRows contacts;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, List<String>> doubts = new LinkedHashMap<>();

    private ImportPlan(Workbook workbook, Plan standard, Wishes wishes) {
        this.workbook = workbook;
        this.standard = standard;
        this.wishes = wishes;
        this.remarks.addAll(workbook.remarks());
        this.likeness = likeness(standard);
        this.roles = new RoleBook(standard, remarks);
        this.tables = PlanTables.in(workbook, roles::isLikeOfDefault, remarks);
        this.head = PlanHead.of(tables.outside(), remarks);
        this.contacts = new ContactRows(remarks);
    }

    /**
     * @param standard the default plan, whose steps the plan's own stand for
     * @throws UnusableWorkbook if no table holds steps
     */
    public static ImportedPlan of(Workbook workbook, Plan standard, Wishes wishes) {
        return new ImportPlan(workbook, standard, wishes).imported();
    }

    static Likeness likeness(Plan standard) {
        return new Likeness(
                standard.steps().stream()
                        .map(step -> new Likeness.Known(step.id(), step.title()))
                        .toList(),
                PhraseList.read(Likeness.class, "step-words.txt"));
    }

    private ImportedPlan imported() {
        if (tables.steps().isEmpty()) {
            throw new UnusableWorkbook(
                    workbook.place(),
                    "no table of steps: no row has headings such as Action, Owner, Deadline; name the columns so");
        }
        readRoles();
        tables.contacts().forEach(table -> contacts.read(workbook.file(), table));
        readSteps();
        var templates = new TemplateRows(steps, numbers, likeness, remarks);
        tables.templates().forEach(table -> templates.read(workbook.file(), table));
        var plan = new Plan(
                wishes.id(),
                title(),
                version(),
                owner(),
                reviewed(),
                realContact(),
                wishes.before().map(Plan::bands).orElse(standard.bands()),
                roles.roles(),
                speakers(),
                approval(),
                cadence(),
                contacts.contacts(),
                variables(),
                templates.templates(),
                steps);
        sayWhatIsMissing(plan);
        return new ImportedPlan(plan, doubts, remarks);
    }

    // ---- roles and steps

    private void readRoles() {
        tables.roles().forEach(table -> roles.read(workbook.file(), table));
        roles.expect(tables.owners());
        if (roles.isEmpty()) {
            assume("the plan names nobody; it has the default plan's roles");
            roles.takeDefaults();
        } else if (tables.roles().isEmpty()) {
            assume("there is no table of roles; those whom the steps name are the roles");
        }
    }

    private void readSteps() {
        var ids = new HashSet<String>();
        for (var table : tables.steps()) {
            var heading = titled(table);
            for (var row : table.rows()) {
                var named = heading(table, row);
                if (named.isPresent()) {
                    heading = PhaseWords.in(named.get());
                    sayHeading(table, row, named.get(), heading);
                } else {
                    heading = readStep(table, row, ids, heading);
                }
            }
        }
        if (steps.isEmpty()) {
            throw new UnusableWorkbook(workbook.place(), "the table of steps has no row with an action");
        }
    }

    /** The phases that the table's title leaves open. */
    private static Set<Phase> titled(Table<StepColumn> table) {
        return table.above().stream()
                .map(ImportPlan::words)
                .filter(line -> isShort(line) && !PlanHead.isOfThePlan(line))
                .map(PhaseWords::in)
                .filter(phases -> !phases.isEmpty())
                .reduce(Set.of(), (first, last) -> last);
    }

    /** A line of its own between the steps: it names a phase, and none of the columns says anything else. */
    private static Optional<String> heading(Table<StepColumn> table, Row row) {
        var filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        if (filled.size() != 1) {
            return Optional.empty();
        }
        var words = filled.getFirst().shown().strip();
        var isAnAction = !table.shown(row, StepColumn.TITLE).isBlank();
        return isAnAction && (PhaseWords.in(words).isEmpty() || !isShort(words))
                ? Optional.empty()
                : Optional.of(words);
    }

    private static boolean isShort(String words) {
        return words.split("\\s+").length <= 5;
    }

    private void sayHeading(Table<StepColumn> table, Row row, String words, Set<Phase> phases) {
        var place = table.place(workbook.file(), row);
        remarks.add(
                phases.isEmpty()
                        ? Remark.unused(place, "a line of its own that names no phase: " + Words.quoted(words))
                        : Remark.understood(
                                place, "phase %s: %s".formatted(PhaseWords.labels(phases), Words.quoted(words))));
    }

    /** @return the phases that go on below; cells that were merged over several rows are filled once in a CSV file */
    private Set<Phase> readStep(Table<StepColumn> table, Row row, Set<String> ids, Set<Phase> heading) {
        var place = table.place(workbook.file(), row);
        if (table.shown(row, StepColumn.TITLE).isBlank()) {
            remarks.add(Remark.unused(place, "no action in this row: " + Words.quoted(words(row))));
            return heading;
        }
        if (steps.size() >= MOST_STEPS) {
            remarks.add(Remark.unused(place, "more than %d steps; this one is left out".formatted(MOST_STEPS)));
            return heading;
        }
        var reading = new StepRow(workbook.file(), table, row, heading, standard, likeness);
        var step = reading.step(roles, ids);
        steps.add(step);
        numbers.putIfAbsent(Words.plain(table.shown(row, StepColumn.NUMBER)), step.id());
        remarks.addAll(reading.remarks());
        doubts.put(
                step.id(),
                reading.remarks().stream()
                        .filter(remark -> remark.kind() != Remark.Kind.UNDERSTOOD)
                        .map(remark -> "row %d, %s: %s"
                                .formatted(
                                        row.number(),
                                        remark.kind() == Remark.Kind.ASSUMED ? "assumed" : "not used",
                                        remark.message()))
                        .toList());
        return reading.phases();
    }

    private static String words(Row row) {
        return String.join(
                " | ",
                row.cells().stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(Cell::shown)
                        .toList());
    }

    // ---- the plan as a whole

    private String title() {
        return wishes.title()
                .or(() -> text(PlanField.TITLE))
                .or(() -> wishes.before().map(Plan::title))
                .orElseGet(() -> assumed(wishes.name(), "no title is said: %s".formatted(Words.quoted(wishes.name()))));
    }

    private int version() {
        var said = head.value(PlanField.VERSION).flatMap(value -> {
            var version = VERSION.matcher(value.text());
            if (!version.matches()) {
                remarks.add(Remark.unused(value.place(), "no whole number: " + Words.quoted(value.text())));
                return Optional.empty();
            }
            var whole = Math.max(1, Integer.parseInt(version.group(1)));
            if (!value.text().endsWith(String.valueOf(whole))) {
                remarks.add(Remark.assumed(
                        value.place(), "%s counts as version %d".formatted(Words.quoted(value.text()), whole)));
            }
            return Optional.of(whole);
        });
        if (wishes.version().isPresent()) {
            return wishes.version().get();
        }
        if (wishes.before().isPresent()) {
            var next = wishes.before().get().version() + 1;
            if (said.isPresent() && said.get() >= next) {
                return said.get();
            }
            return assumed(next, "version %d: one more than the plan that was there".formatted(next));
        }
        return said.orElseGet(() -> assumed(1, "no version is said: 1"));
    }

    private String owner() {
        return wishes.owner()
                .or(() -> text(PlanField.OWNER))
                .or(() -> wishes.before().map(Plan::owner))
                .orElseGet(() -> assumed(
                        roles.leadName(),
                        "no owner of the plan is said: %s".formatted(Words.quoted(roles.leadName()))));
    }

    private LocalDate reviewed() {
        if (wishes.reviewed().isPresent()) {
            return wishes.reviewed().get();
        }
        var said = head.value(PlanField.REVIEWED);
        var read = said.flatMap(value -> DateReader.day(value.cell()));
        if (read.isPresent()) {
            read.get()
                    .assumption()
                    .ifPresent(words -> remarks.add(Remark.assumed(said.get().place(), words)));
            return read.get().date();
        }
        said.ifPresent(value ->
                remarks.add(Remark.unused(value.place(), "no date can be read: " + Words.quoted(value.text()))));
        return assumed(
                wishes.today(),
                "no date of the last review is said: today, since you look at it now; --reviewed says another");
    }

    private String realContact() {
        return wishes.realContact()
                .or(() -> text(PlanField.REAL_CONTACT))
                .or(() -> wishes.before().map(Plan::realContact))
                .or(() -> contacts.dayAndNight().map(it -> assumed(it, realContactIs(it))))
                .or(() -> roles.leadContact().map(it -> assumed(it, realContactIs(it))))
                .orElseGet(() -> {
                    var lead = "%s, by the number that you know".formatted(roles.leadName());
                    return assumed(
                            lead,
                            realContactIs(lead) + "; put a number there before the first drill, or use --real-contact");
                });
    }

    private static String realContactIs(String words) {
        return "whoever calls a real emergency in a drill is shown: " + Words.quoted(words);
    }

    private Optional<String> text(PlanField field) {
        return head.value(field).map(value -> Words.cut(value.text().replaceAll("\\s+", " "), WORDS));
    }

    private Map<String, String> variables() {
        var variables = new LinkedHashMap<>(wishes.before().map(Plan::variables).orElse(Map.of()));
        for (var field : PlanField.values()) {
            field.variable().ifPresent(name -> text(field).ifPresent(value -> variables.put(name, value)));
        }
        return variables;
    }

    // ---- who speaks, who approves, how often

    private Set<String> speakers() {
        var said = named(PlanField.SPEAKERS);
        said.addAll(roles.speakers());
        if (!said.isEmpty()) {
            return said;
        }
        var speakers = roles.inPlaceOf(standard.speakers());
        return assumed(
                speakers,
                "nobody is said to speak to the outside: %s"
                        .formatted(
                                speakers.isEmpty()
                                        ? "anybody may"
                                        : String.join(", ", speakers) + ", as in the default plan"));
    }

    private Approval approval() {
        var by = named(PlanField.APPROVERS);
        by.addAll(roles.approvers());
        var audiences =
                text(PlanField.APPROVED_AUDIENCES).map(AudienceWords::in).orElse(Set.of());
        var whom = audiences.isEmpty() ? standard.approval().audiences() : audiences;
        if (!by.isEmpty()) {
            if (audiences.isEmpty()) {
                assume("messages to %s need approval, as in the default plan".formatted(labels(whom)));
            }
            return new Approval(whom, by);
        }
        var approvers = roles.inPlaceOf(standard.approval().by());
        if (approvers.isEmpty()) {
            return assumed(Approval.NONE, "nobody is said to approve messages: none needs approval");
        }
        return assumed(
                new Approval(whom, approvers),
                "nobody is said to approve messages: %s for messages to %s, as in the default plan"
                        .formatted(String.join(", ", approvers), labels(whom)));
    }

    private static String labels(Set<Audience> audiences) {
        return String.join(
                ", ", audiences.stream().map(Audience::label).sorted().toList());
    }

    private Set<String> named(PlanField field) {
        var named = new LinkedHashSet<String>();
        head.value(field).ifPresent(value -> Words.split(value.text(), NAMES).forEach(name -> roles.known(name)
                .ifPresentOrElse(
                        named::add,
                        () -> remarks.add(
                                Remark.unused(value.place(), "no role of the plan: " + Words.quoted(name))))));
        return named;
    }

    private Optional<Cadence> cadence() {
        var usual = standard.cadence();
        var said = tables.cadences().stream()
                .flatMap(table -> table.rows().stream().flatMap(row -> cadence(table, row).stream()))
                .findFirst()
                .or(() -> head.value(PlanField.CADENCE).flatMap(this::cadence));
        if (said.isPresent()) {
            return said;
        }
        return usual.map(it -> assumed(it, "no cadence of updates can be read: as in the default plan"));
    }

    private Optional<Cadence> cadence(Table<CadenceColumn> table, Row row) {
        var every = DeadlineReader.read(
                table.cell(row, CadenceColumn.EVERY), table.headings().getOrDefault(CadenceColumn.EVERY, ""));
        var place = table.place(workbook.file(), row);
        if (every.isEmpty()) {
            remarks.add(Remark.unused(place, "no interval can be read: " + Words.quoted(words(row))));
            return Optional.empty();
        }
        var usual = standard.cadence().orElseThrow();
        var first = DeadlineReader.read(
                table.cell(row, CadenceColumn.FIRST), table.headings().getOrDefault(CadenceColumn.FIRST, ""));
        var then = DeadlineReader.read(
                table.cell(row, CadenceColumn.THEN), table.headings().getOrDefault(CadenceColumn.THEN, ""));
        var audiences = AudienceWords.in(table.shown(row, CadenceColumn.AUDIENCE));
        var length = every.get().length();
        remarks.add(Remark.understood(place, "updates every %d min".formatted(length.toMinutes())));
        return Optional.of(new Cadence(
                audiences.isEmpty() ? usual.audiences() : audiences,
                length,
                first.map(DeadlineReader.Reading::length).orElse(usual.first()),
                then.map(DeadlineReader.Reading::length).orElse(length.multipliedBy(2)),
                usual.weight()));
    }

    /** {@code every 30 min, later hourly}. */
    private Optional<Cadence> cadence(PlanHead.Value value) {
        var usual = standard.cadence().orElseThrow();
        var parts = value.text()
                .toLowerCase(Locale.ROOT)
                .replace("hourly", "1 h")
                .replace("stündlich", "1 h")
                .split(",|;|\\bthen\\b|\\bdann\\b|\\bdanach\\b", 2);
        var every = DeadlineReader.read(Cell.of(parts[0]), "");
        var then = parts.length > 1
                ? DeadlineReader.read(Cell.of(parts[1]), "")
                : Optional.<DeadlineReader.Reading>empty();
        if (every.isEmpty()) {
            remarks.add(Remark.unused(value.place(), "no interval can be read: " + Words.quoted(value.text())));
        }
        return every.map(it -> new Cadence(
                usual.audiences(),
                it.length(),
                usual.first(),
                then.map(DeadlineReader.Reading::length).orElse(it.length().multipliedBy(2)),
                usual.weight()));
    }

    // ---- what the report ends with

    private void sayWhatIsMissing(Plan plan) {
        var unfilled = roles.unfilled();
        if (!unfilled.isEmpty()) {
            assume("no role stands for %s; what scenarios send there goes to \"%s\""
                    .formatted(String.join(", ", unfilled), plan.standIn().id()));
        }
        var missing = standard.steps().stream()
                .filter(Step::scored)
                .map(Step::id)
                .filter(id -> plan.stepsFor(id).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            assume("no step stands for %s; scenarios are played without them".formatted(String.join(", ", missing)));
        }
    }

    private void assume(String words) {
        remarks.add(Remark.assumed(workbook.place(), words));
    }

    private <T> T assumed(T value, String words) {
        assume(words);
        return value;
    }
}
