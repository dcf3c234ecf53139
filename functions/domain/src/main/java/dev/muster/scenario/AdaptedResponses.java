package dev.muster.scenario;

import static java.util.stream.Collectors.toCollection;

import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Recorded responses fitted to another plan, as {@link Adaptation} fits their scenario: in the plan's roles, for the plan's
 * steps. Their words stay. What the recording does not do, nobody makes up: a draft for which the plan demands an approval
 * that nobody recorded is never sent.
 *
 * @param findings what a trainer should know before watching them
 */
public record AdaptedResponses(Responses responses, List<String> findings) {

    public AdaptedResponses {
        findings = List.copyOf(findings);
    }

    public static AdaptedResponses of(Responses responses, Plan plan) {
        return new Fitting(responses, plan).fitted();
    }

    private static final class Fitting {

        private final Responses responses;
        private final Plan plan;
        private final Set<String> lacking = new LinkedHashSet<>();
        private final List<String> findings = new ArrayList<>();

        Fitting(Responses responses, Plan plan) {
            this.responses = responses;
            this.plan = plan;
        }

        AdaptedResponses fitted() {
            var answers = responses.answers().stream().flatMap(this::fitted).toList();
            sayWhatIsNeverReported();
            sayWhatIsNeverApproved();
            return new AdaptedResponses(
                    new Responses(responses.id(), responses.scenario(), responses.title(), answers), findings);
        }

        private Stream<Answer> fitted(Answer answer) {
            var role = role(answer.role());
            return switch (answer.doing()) {
                case Doing.Approve it -> Stream.of(by(approver(role), answer, it));
                case Doing.Refuse it -> Stream.of(by(approver(role), answer, it));
                case Doing.Action it ->
                    steps(it.step()).map(step -> by(role, answer, new Doing.Action(step, it.evidence())));
                case Doing.Message it -> Stream.of(by(role, answer, fitted(it)));
                case Doing.Assign it -> Stream.of(by(role, answer, fitted(it)));
                case Doing.Acknowledge it -> Stream.of(by(role, answer, it));
                case Doing.Decision it -> Stream.of(by(role, answer, it));
                case Doing.Note it -> Stream.of(by(role, answer, it));
            };
        }

        private static Answer by(String role, Answer answer, Doing doing) {
            return new Answer(role, answer.when(), answer.ref(), doing);
        }

        private String role(String id) {
            return plan.roleFor(id).orElseGet(plan::standIn).id();
        }

        /** Whoever approved for the recorded team, if the plan lets that role approve; else the first that it lets. */
        private String approver(String role) {
            var may = plan.approval().by();
            return may.isEmpty() || may.contains(role) ? role : new TreeSet<>(may).first();
        }

        private Stream<String> steps(String id) {
            var steps = plan.stepsFor(id);
            if (steps.isEmpty()) {
                lacking.add(id);
            }
            return steps.stream().map(Step::id);
        }

        private Doing.Message fitted(Doing.Message message) {
            var steps = message.steps().stream()
                    .flatMap(id -> plan.stepsFor(id).stream())
                    .map(Step::id)
                    .collect(toCollection(LinkedHashSet::new));
            return new Doing.Message(
                    message.channel(),
                    message.audience(),
                    message.text(),
                    message.answers(),
                    steps,
                    message.sendAnyway());
        }

        private Doing.Assign fitted(Doing.Assign assign) {
            var step = assign.step()
                    .flatMap(id -> plan.stepsFor(id).stream().findFirst())
                    .map(Step::id);
            return new Doing.Assign(assign.what(), role(assign.to()), step);
        }

        private void sayWhatIsNeverReported() {
            if (!lacking.isEmpty()) {
                findings.add("what the recorded team reports of steps that plan \"%s\" does not have is left out: %s"
                        .formatted(plan.id(), String.join(", ", lacking)));
            }
        }

        private void sayWhatIsNeverApproved() {
            var ruled = responses.answers().stream()
                    .map(Answer::doing)
                    .filter(Doing.Approve.class::isInstance)
                    .map(doing -> Optional.of(((Doing.Approve) doing).message()))
                    .toList();
            var waiting = responses.answers().stream()
                    .filter(answer -> answer.doing() instanceof Doing.Message message
                            && plan.approval().demandedFor(message.audience())
                            && !message.sendAnyway())
                    .filter(answer -> answer.ref().isEmpty() || !ruled.contains(answer.ref()))
                    .count();
            if (waiting > 0 && !plan.isDefault()) {
                findings.add(
                        "plan \"%s\" demands approval where the recording has none; messages that are never sent: %d"
                                .formatted(plan.id(), waiting));
            }
        }
    }
}
