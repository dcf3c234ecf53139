package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Evidence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
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

    private static final Pattern BETWEEN_PRACTICES = Pattern.compile("[,;/\\s]+");

    private final StepCells cells;
    private final Plan standard;
    private final Set<Phase> phases;
    private final Counterparts counterparts;
    private final Optional<Step> base;

    /** @param heading the phases that the last heading, or the last row with a phase, left open; none if none did */
    StepRow(String file, Table<StepColumn> table, Row row, Set<Phase> heading, Plan standard, Likeness likeness) {
        this.cells = new StepCells(file, table, row);
        this.standard = standard;
        var own = PhaseWords.in(cells.shown(StepColumn.PHASE));
        this.phases = own.isEmpty() ? heading : own;
        this.counterparts = new Counterparts(cells.shown(StepColumn.TITLE), phases, standard, likeness);
        this.base = counterparts.first();
    }

    /** What is to be said of the row, after {@link #step}. */
    List<Remark> remarks() {
        return cells.remarks();
    }

    /** The phases that the row's own column leaves open, or else what stands above it. */
    Set<Phase> phases() {
        return phases;
    }

    Step step(RoleBook roles, Set<String> ids) {
        var title = title();
        var id = Words.unique(Words.id(title).orElse("step-" + cells.number()), ids);
        var owner = owner(roles);
        var phase = phase();
        var time = new StepTime(cells, base);
        var mode = time.mode(phase);
        var proof = new StepProof(cells, base);
        var evidence = proof.evidence(mode);
        proof.noteWhatOnlyMessagesHave(evidence);
        var deadline = time.deadline(mode, evidence);
        var source = source();
        cells.noteUnknownColumns();
        var weight = new StepWeight(cells, base);
        var step = new Step(
                id,
                title,
                phase,
                source,
                counterparts.ids().stream().filter(it -> !it.equals(id)).toList(),
                mode,
                owner,
                base.map(Step::starts)
                        .filter(it -> evidence instanceof Evidence.Absence)
                        .orElse(Step.Starts.EXPECTED),
                deadline,
                deadline.multipliedBy(ZERO_IN_DEADLINES),
                evidence instanceof Evidence.Answer && base.map(Step::each).orElse(true),
                evidence,
                proof.criteria(evidence),
                proof.forbidden(evidence),
                weight.weight(),
                mode != Step.Mode.CHECKED && weight.critical(),
                Words.cut(cells.notes(), CHECKLIST));
        cells.understood(summary(step));
        return step;
    }

    private String summary(Step step) {
        var time = step.deadline().isZero() ? "" : ", within " + StepTime.inWords(step.deadline());
        return "step \"%s\" (%s), %s%s; %s"
                .formatted(step.id(), step.phase().label(), step.owner(), time, counterparts.inWords());
    }

    private String title() {
        var written = cells.shown(StepColumn.TITLE).replaceAll("\\s+", " ");
        if (written.length() > TITLE) {
            cells.note(cells.shown(StepColumn.TITLE));
            cells.assume("the action is long; its title is cut, the whole stands in the checklist");
        }
        return Words.cut(written, TITLE);
    }

    private String owner(RoleBook roles) {
        var words = cells.shown(StepColumn.OWNER);
        if (!words.isEmpty()) {
            var owner = roles.owner(words, cells::assume);
            if (!roles.isCalled(words, owner)) {
                cells.note(StepColumn.OWNER);
            }
            return owner;
        }
        var owner = roles.actingFor(base.map(Step::owner).orElse("crisis-lead"));
        cells.assume("nobody is named; \"%s\" owns it%s"
                .formatted(
                        owner,
                        base.map(it -> ", as in the default plan's step \"" + it.id() + "\"")
                                .orElse("")));
        return owner;
    }

    private Phase phase() {
        var said = cells.shown(StepColumn.PHASE);
        if (!said.isEmpty() && PhaseWords.in(said).isEmpty()) {
            cells.note(StepColumn.PHASE);
        }
        return phases.size() == 1 ? phases.iterator().next() : likelyPhase();
    }

    /** Of those that are left open, the one of the step that it stands for, or what its words are about. */
    private Phase likelyPhase() {
        var open = phases.isEmpty() ? "no phase is said" : "the phase can be " + PhaseWords.labels(phases);
        var ofBase = base.map(Step::phase).filter(this::isOpen);
        if (ofBase.isPresent()) {
            cells.assume("%s; %s, as in the default plan's step \"%s\""
                    .formatted(open, ofBase.get().label(), base.get().id()));
            return ofBase.get();
        }
        var byWords = PhaseWords.in(cells.shown(StepColumn.TITLE)).stream()
                .filter(it -> !phases.isEmpty() && isOpen(it))
                .findFirst();
        var likely = byWords.orElse(Phase.PLANNING);
        cells.assume("%s; %s%s".formatted(open, likely.label(), byWords.isPresent() ? ", by its words" : ""));
        return likely;
    }

    private boolean isOpen(Phase phase) {
        return phases.isEmpty() || phases.contains(phase);
    }

    /** The practices that the row names, else those of the step that it stands for. */
    private List<String> source() {
        var known = practices();
        var named = new LinkedHashSet<String>();
        for (var word : Words.split(cells.shown(StepColumn.PRACTICE), BETWEEN_PRACTICES)) {
            if (known.contains(word.toLowerCase(Locale.ROOT))) {
                named.add(word.toLowerCase(Locale.ROOT));
            } else {
                cells.unused("not a practice that Muster knows: %s".formatted(Words.quoted(word)));
            }
        }
        if (!named.isEmpty()) {
            return List.copyOf(named);
        }
        var ofBase = counterparts.practices();
        if (ofBase.isEmpty()) {
            cells.assume("no practice is known for it; counted as a predefined action (plan.predefined)");
        }
        return ofBase.isEmpty() ? List.of("plan.predefined") : ofBase;
    }

    private Set<String> practices() {
        var known = new LinkedHashSet<String>();
        standard.steps().forEach(step -> known.addAll(step.source()));
        return known;
    }
}
