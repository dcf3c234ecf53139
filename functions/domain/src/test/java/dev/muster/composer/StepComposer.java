package dev.muster.composer;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Composes a step of a plan: {@code aStep("apologise").ownedBy("communications").within(15).shownByMessageTo(PUBLIC)}. */
public final class StepComposer {

    private final String id;
    private Step.Mode mode = Step.Mode.OBSERVED;
    private Step.Starts starts = Step.Starts.EXPECTED;
    private List<String> standsFor = List.of();
    private String owner = "crisis-lead";
    private Duration deadline = Duration.ofMinutes(10);
    private Duration zero = Duration.ofMinutes(30);
    private boolean each;
    private Evidence evidence = new Evidence.Action();
    private Set<Criterion> criteria = Set.of();
    private Set<Criterion> without = Set.of();
    private double weight = 1;
    private boolean critical;
    private List<String> source;

    private StepComposer(String id) {
        this.id = id;
        this.source = List.of("practice-of-" + id);
    }

    /** A step that a report of the crisis lead shows; due 10 minutes after it is asked for, worth nothing after 30. */
    public static StepComposer aStep(String id) {
        return new StepComposer(id);
    }

    public StepComposer covering(String... practices) {
        source = List.of(practices);
        return this;
    }

    public StepComposer ownedBy(String role) {
        owner = role;
        return this;
    }

    /** @param minutes the deadline; the mark falls to nothing at three times as much */
    public StepComposer within(int minutes) {
        return within(minutes, 3 * minutes);
    }

    public StepComposer within(int minutes, int worthNothingAfter) {
        deadline = Duration.ofMinutes(minutes);
        zero = Duration.ofMinutes(worthNothingAfter);
        return this;
    }

    public StepComposer standingFor(String... steps) {
        standsFor = List.of(steps);
        return this;
    }

    public StepComposer fromTheStart() {
        starts = Step.Starts.STARTEX;
        return this;
    }

    public StepComposer forEachInject() {
        each = true;
        return this;
    }

    public StepComposer afterTimeJump() {
        mode = Step.Mode.TIME_JUMP;
        return this;
    }

    public StepComposer checkedFromRecords() {
        mode = Step.Mode.CHECKED;
        evidence = new Evidence.Records();
        return this;
    }

    public StepComposer shownByMessageTo(Audience... audiences) {
        evidence = new Evidence.Message(Set.of(audiences), Set.of(), false);
        return this;
    }

    /** On one of these channels. */
    public StepComposer on(Channel... channels) {
        return on(false, channels);
    }

    /** On each of these channels. */
    public StepComposer onAllOf(Channel... channels) {
        return on(true, channels);
    }

    private StepComposer on(boolean all, Channel... channels) {
        evidence = new Evidence.Message(((Evidence.Message) evidence).audiences(), Set.of(channels), all);
        return this;
    }

    public StepComposer shownByAnswer() {
        evidence = new Evidence.Answer();
        return this;
    }

    public StepComposer shownByDecision() {
        evidence = new Evidence.Decision();
        return this;
    }

    public StepComposer shownByAbsenceIn(Audience... audiences) {
        evidence = new Evidence.Absence(Set.of(audiences));
        return this;
    }

    public StepComposer showing(Criterion... demanded) {
        criteria = Set.of(demanded);
        return this;
    }

    public StepComposer without(Criterion... forbidden) {
        without = Set.of(forbidden);
        return this;
    }

    public StepComposer weighing(double share) {
        weight = share;
        return this;
    }

    public StepComposer critical() {
        critical = true;
        return this;
    }

    public Step compose() {
        return new Step(
                id,
                title(),
                Phase.COMMUNICATION,
                source,
                standsFor,
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

    private String title() {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }
}
