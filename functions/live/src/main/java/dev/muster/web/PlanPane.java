package dev.muster.web;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.MessageTemplate;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The plan as responders leaf through it.
 *
 * @param approval which messages wait for whose approval; empty if the plan demands none
 * @param speakers who speaks to the outside; empty if anybody does
 */
public record PlanPane(
        String title,
        String approval,
        String speakers,
        List<PhaseOfPlan> phases,
        List<Role> roles,
        List<TemplateText> templates) {

    /** A phase with its steps. */
    public record PhaseOfPlan(String label, String name, List<StepOfPlan> steps) {}

    /**
     * A step.
     *
     * @param deadline until when it is on time
     * @param evidence what proves it
     * @param reported who reported it done and when; empty while nobody did
     */
    public record StepOfPlan(
            String id,
            String title,
            String owner,
            boolean mine,
            String deadline,
            String evidence,
            String checklist,
            String reported) {

        /** What the button 'report' puts into the form. */
        public String fill() {
            return Fill.of("step", id).toString();
        }
    }

    /**
     * A prepared message.
     *
     * @param fill what it puts into the form beside its text, as JSON
     */
    public record TemplateText(String id, String title, String to, String text, String fill) {}

    static PlanPane of(MyDrill mine, View view, Labels labels) {
        var plan = mine.plan();
        var reported = reported(mine, view);
        return new PlanPane(
                plan.title(),
                approval(plan, view, labels),
                labels.roles(new TreeSet<>(plan.speakers())),
                Arrays.stream(Phase.values())
                        .map(phase -> new PhaseOfPlan(
                                phase.label(),
                                view.say("phase." + phase.label()),
                                plan.steps().stream()
                                        .filter(step -> step.phase() == phase)
                                        .map(step -> step(step, mine, view, labels, reported))
                                        .toList()))
                        .filter(phase -> !phase.steps().isEmpty())
                        .toList(),
                plan.roles(),
                plan.templates().stream()
                        .map(one -> template(one, view, labels))
                        .toList());
    }

    private static String approval(Plan plan, View view, Labels labels) {
        var approval = plan.approval();
        if (approval.audiences().isEmpty()) {
            return "";
        }
        var audiences =
                approval.audiences().stream().sorted().map(labels::audience).collect(Collectors.joining(", "));
        return view.say("plan.approval", audiences, labels.roles(new TreeSet<>(approval.by())));
    }

    private static Map<String, String> reported(MyDrill mine, View view) {
        return mine.room().stream()
                .filter(deed -> deed.kind() == Room.Kind.STEP)
                .collect(Collectors.toMap(
                        Room.Deed::what, deed -> view.say("plan.reported", deed.name()), (late, early) -> early));
    }

    private static StepOfPlan step(Step step, MyDrill mine, View view, Labels labels, Map<String, String> reported) {
        return new StepOfPlan(
                step.id(),
                step.title(),
                labels.role(step.owner()),
                mine.member().mayAct(step.owner()),
                deadline(step, view),
                view.say("evidence." + evidence(step.evidence())),
                step.checklist(),
                reported.getOrDefault(step.title(), ""));
    }

    private static String deadline(Step step, View view) {
        return !step.scored()
                ? ""
                : view.say(
                        step.starts() == Step.Starts.STARTEX ? "plan.from-start" : "plan.from-call",
                        view.words().duration(step.deadline()));
    }

    private static String evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Message ignored -> "message";
            case Evidence.Answer ignored -> "answer";
            case Evidence.Action ignored -> "action";
            case Evidence.Decision ignored -> "decision";
            case Evidence.Absence ignored -> "absence";
            case Evidence.Records ignored -> "records";
        };
    }

    private static TemplateText template(MessageTemplate one, View view, Labels labels) {
        var to = one.channel().isPresent() && one.audience().isPresent()
                ? view.say(
                        "message.to",
                        labels.channel(one.channel().get()),
                        labels.audience(one.audience().get()))
                : "";
        var fill = Fill.of("channel", one.channel().map(Channel::label).orElse(""))
                .and("audience", one.audience().map(Audience::label).orElse(""))
                .and("steps", one.steps());
        return new TemplateText(one.id(), one.title(), to, one.text().strip(), fill.toString());
    }
}
