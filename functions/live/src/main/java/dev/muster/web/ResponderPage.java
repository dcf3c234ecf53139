package dev.muster.web;

import dev.muster.drill.DrillEvent.Assigned;
import dev.muster.drill.DrillState;
import dev.muster.drill.Message;
import dev.muster.scenario.Contact;
import dev.muster.scenario.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the page behind a responder's link shows, in words.
 *
 * @param me names the drill and the responder: what a device keeps, it keeps under this name
 * @param token the last part of the page's address
 * @param status where the drill is in its life, and what that means for the responder
 * @param open what somebody still has to do something about, what is due next first
 * @param handled the rest, the latest first
 * @param sentBack what the responder wrote, was refused and has not written anew
 * @param update by when the outside is to hear from the team again; null if the plan does not say
 * @param sheet what the forms are filled with when the page opens
 * @param done what the form did that led here; empty if none did
 * @param leave where somebody goes who leaves a device that others use, relative to the page; empty if nowhere
 */
public record ResponderPage(
        String title,
        String me,
        String name,
        String roles,
        String token,
        Status status,
        List<PromptCard> open,
        List<PromptCard> handled,
        List<Draft> drafts,
        List<SentBack> sentBack,
        List<Task> tasks,
        List<Question> questions,
        Deadline update,
        List<RoomPane.Line> room,
        PlanPane plan,
        List<Contact> contacts,
        List<OwnMessage> written,
        Sheet sheet,
        String done,
        String leave) {

    /** A draft that waits for the responder's word. */
    public record Draft(String message, String from, String to, String text, String role) {}

    /**
     * A message of the responder that did not go out.
     *
     * @param fill what the form for another one starts with
     */
    public record SentBack(OwnMessage message, String fill) {}

    /** Work that was given to a role of the responder. */
    public record Task(String id, String what, String by, String to, String step) {}

    /**
     * A question to the controller.
     *
     * @param about the prompt that it is about; empty if none
     * @param answer empty while there is none
     */
    public record Question(
            String id, boolean mine, String when, String about, String text, String answer, String answered) {}

    /** Where the page comes from: who asks, on which address, for what. */
    record Asked(View view, String token, Sheet.Wanted wanted, String done, String leave) {}

    static ResponderPage of(MyDrill mine, Asked asked, Moments moments) {
        return new Composing(mine, asked, moments, new Labels(asked.view(), mine.plan())).page();
    }

    public boolean hasForms() {
        return status.drillState() != DrillState.SCHEDULED && status.drillState() != DrillState.CANCELLED;
    }

    /** Whether nothing has come in yet: then the briefing is what there is to read. */
    public boolean empty() {
        return open.isEmpty() && handled.isEmpty();
    }

    /** How many things wait for the responder. */
    public long waiting() {
        return open.size() + drafts.size() + sentBack.size();
    }

    private record Composing(MyDrill mine, Asked asked, Moments moments, View view, Labels labels, Showing showing) {

        Composing(MyDrill mine, Asked asked, Moments moments, Labels labels) {
            this(
                    mine,
                    asked,
                    moments,
                    asked.view(),
                    labels,
                    new Showing(
                            asked.view(),
                            labels,
                            moments,
                            asked.token(),
                            mine.drill().state().over()));
        }

        boolean isOpen(MyDrill.Item item) {
            return !showing.over() && PromptCard.isOpen(item);
        }

        ResponderPage page() {
            var plan = mine.plan();
            return new ResponderPage(
                    mine.drill().title(),
                    mine.drill().id() + "/" + mine.member().id(),
                    mine.member().name(),
                    roles(),
                    asked.token(),
                    Status.of(mine, view, moments),
                    cards(this::isOpen, Comparator.comparing(PromptCard::urgency)),
                    cards(item -> !isOpen(item), Comparator.comparing(item -> 0)),
                    drafts(),
                    sentBack(),
                    tasks(),
                    questions(),
                    mine.nextUpdateBy()
                            .map(by -> moments.deadline(view.say("now.update"), by))
                            .orElse(null),
                    RoomPane.lines(mine, view, labels, moments),
                    PlanPane.of(mine, view, labels),
                    plan.contacts(),
                    mine.written().stream()
                            .map(one -> OwnMessage.of(one, view, labels))
                            .toList()
                            .reversed(),
                    Sheet.of(mine, asked.wanted(), showing),
                    asked.done(),
                    asked.leave());
        }

        private String roles() {
            var member = mine.member();
            var held = labels.roles(member.roles());
            var deputy = labels.roles(member.deputyFor());
            return deputy.isEmpty()
                    ? held
                    : held.isEmpty() ? view.say("me.deputy", deputy) : view.say("me.both", held, deputy);
        }

        private List<PromptCard> cards(Predicate<MyDrill.Item> which, Comparator<MyDrill.Item> order) {
            return mine.items().stream()
                    .filter(which)
                    .sorted(order)
                    .map(item -> PromptCard.of(item, showing))
                    .toList();
        }

        private List<Draft> drafts() {
            return showing.over()
                    ? List.of()
                    : mine.draftsForMe().stream().map(this::draft).toList();
        }

        private Draft draft(Message draft) {
            return new Draft(
                    draft.id(),
                    labels.role(draft.role()),
                    view.say("message.to", labels.channel(draft.channel()), labels.audience(draft.audience())),
                    draft.text(),
                    approver().orElse(""));
        }

        private List<SentBack> sentBack() {
            return showing.over()
                    ? List.of()
                    : mine.sentBack().stream().map(this::sentBack).toList();
        }

        private SentBack sentBack(MyDrill.Written written) {
            var message = written.message();
            var fill = Fill.of("answers", message.answers().orElse(""))
                    .and("channel", message.channel().label())
                    .and("audience", message.audience().label())
                    .and("role", message.role())
                    .and("steps", message.steps().stream().sorted().toList())
                    .and("text", message.text());
            return new SentBack(OwnMessage.of(written, view, labels), fill.toString());
        }

        /** The first role in which the responder may decide on drafts. */
        private Optional<String> approver() {
            var member = mine.member();
            return Stream.concat(member.roles().stream(), member.deputyFor().stream())
                    .filter(mine.plan().approval().by()::contains)
                    .findFirst();
        }

        private List<Task> tasks() {
            var work = mine.assignments();
            return IntStream.range(0, work.size())
                    .mapToObj(at -> task(Integer.toString(at), work.get(at)))
                    .toList()
                    .reversed();
        }

        private Task task(String id, Assigned work) {
            return new Task(
                    id,
                    work.what(),
                    labels.role(work.role()),
                    labels.role(work.to()),
                    work.step().flatMap(mine.plan()::step).map(Step::title).orElse(""));
        }

        private List<Question> questions() {
            return mine.questions().stream()
                    .map(one -> new Question(
                            one.entry(),
                            one.mine(),
                            moments.when(one.at()),
                            one.inject().flatMap(this::heading).orElse(""),
                            one.text(),
                            one.reply().map(MyDrill.Reply::text).orElse(""),
                            one.reply().map(it -> moments.when(it.at())).orElse("")))
                    .toList();
        }

        private Optional<String> heading(String inject) {
            return mine.items().stream()
                    .map(MyDrill.Item::prompt)
                    .filter(prompt -> prompt.inject().equals(inject))
                    .findFirst()
                    .map(labels::heading);
        }
    }
}
