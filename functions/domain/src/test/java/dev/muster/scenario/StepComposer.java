package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Composes steps of a plan for tests. */
public final class StepComposer {

    private final String id;
    private Step.Mode mode = Step.Mode.OBSERVED;
    private Phase phase = Phase.COMMUNICATION;
    private String owner = "communications";
    private Step.Starts starts = Step.Starts.EXPECTED;
    private Duration deadline = Duration.ofMinutes(15);
    private Duration zero = Duration.ofMinutes(45);
    private boolean each;
    private Evidence evidence = aMessageTo(Audience.PUBLIC);
    private Set<Criterion> criteria = Set.of();
    private Set<Criterion> without = Set.of();
    private double weight = 1;
    private boolean critical;

    private StepComposer(String id) {
        this.id = id;
    }

    /** An observed step of communications: a message to the public within 15 minutes, worth nothing after 45. */
    public static StepComposer aStep(String id) {
        return new StepComposer(id);
    }

    public static Evidence aMessageTo(Audience... audiences) {
        return new Evidence.Message(Set.of(audiences), Set.of(), false);
    }

    public static Evidence aMessageOnEach(Audience audience, Channel... channels) {
        return new Evidence.Message(Set.of(audience), Set.of(channels), true);
    }

    public static Evidence anAnswer() {
        return new Evidence.Answer();
    }

    public static Evidence anAction() {
        return new Evidence.Action();
    }

    public static Evidence aDecision() {
        return new Evidence.Decision();
    }

    public StepComposer in(Phase phase) {
        this.phase = phase;
        return this;
    }

    public StepComposer ownedBy(String role) {
        this.owner = role;
        return this;
    }

    public StepComposer startingWithTheDrill() {
        this.starts = Step.Starts.STARTEX;
        return this;
    }

    /** On time until then; worth nothing from three times as late on. */
    public StepComposer within(Duration deadline) {
        this.deadline = deadline;
        this.zero = deadline.multipliedBy(3);
        return this;
    }

    public StepComposer worthNothingAfter(Duration zero) {
        this.zero = zero;
        return this;
    }

    public StepComposer forEachInquiry() {
        this.each = true;
        return this;
    }

    public StepComposer provedBy(Evidence evidence) {
        this.evidence = evidence;
        return this;
    }

    /** Proved by what is not in messages to the audience, from the first to the last minute. */
    public StepComposer provedByAbsenceOf(Criterion criterion, Audience... audiences) {
        this.evidence = new Evidence.Absence(Set.of(audiences));
        this.without = Set.of(criterion);
        this.deadline = Duration.ZERO;
        this.zero = Duration.ZERO;
        return startingWithTheDrill();
    }

    public StepComposer checkedFromRecords() {
        this.mode = Step.Mode.CHECKED;
        this.evidence = new Evidence.Records();
        this.deadline = Duration.ZERO;
        this.zero = Duration.ZERO;
        return this;
    }

    public StepComposer afterATimeJump() {
        this.mode = Step.Mode.TIME_JUMP;
        return this;
    }

    public StepComposer showing(Criterion... criteria) {
        this.criteria = Set.of(criteria);
        return this;
    }

    public StepComposer without(Criterion... without) {
        this.without = Set.of(without);
        return this;
    }

    public StepComposer weighing(double weight) {
        this.weight = weight;
        return this;
    }

    public StepComposer critical() {
        this.critical = true;
        return this;
    }

    public Step build() {
        return new Step(
                id,
                "Do " + id,
                phase,
                List.of("swift"),
                mode,
                owner,
                starts,
                deadline,
                zero,
                each,
                evidence,
                criteria,
                without,
                weight,
                critical,
                "");
    }
}
