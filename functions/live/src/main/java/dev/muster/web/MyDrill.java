package dev.muster.web;

import dev.muster.drill.Correspondence;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Acknowledged;
import dev.muster.drill.DrillEvent.Assigned;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.DecisionMade;
import dev.muster.drill.DrillEvent.HandedOver;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.MessageApproved;
import dev.muster.drill.DrillEvent.MessageDrafted;
import dev.muster.drill.DrillEvent.MessageRefused;
import dev.muster.drill.DrillEvent.MessageSent;
import dev.muster.drill.DrillEvent.QuestionAnswered;
import dev.muster.drill.DrillEvent.QuestionAsked;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.PlanClocks;
import dev.muster.drill.Prompt;
import dev.muster.drill.Recipients;
import dev.muster.drill.Roster;
import dev.muster.drill.port.Proceedings;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A drill as one of its responders may see it: what was released to the responder's roles, what waits for an answer, what
 * the team has done, and the plan. It is made from the log and the plan alone, so that nothing of the script (what is to
 * come, what is expected, why something came) can slip in. {@link MyDrillJson} names each field that is shown.
 */
final class MyDrill {

    private final Drill drill;
    private final Plan plan;
    private final Member me;
    private final Roster roster;
    private final List<LogEntry> log;
    private final EventLog events;
    private final Recipients recipients;
    private final PlanClocks clocks;
    private final Map<String, DrillEvent> rulings = new HashMap<>();

    MyDrill(Drill drill, Plan plan, Member me, Proceedings proceedings) {
        this.drill = drill;
        this.plan = plan;
        this.me = me;
        this.roster = proceedings.roster();
        this.log = proceedings.log();
        this.events = EventLog.of(log);
        this.recipients = new Recipients(roster, events);
        this.clocks = new PlanClocks(plan);
        log.stream().map(LogEntry::event).forEach(this::noteRuling);
    }

    /**
     * One inject that I have, and what of it still waits for me. Times are drill time.
     *
     * @param as the role in which I have it; empty if a colleague handed it to me for a role that I have nothing to do with
     * @param acknowledgeBy when whoever has not acknowledged is reminded
     * @param answerBy the plan's deadline for what comes in like this, see {@link PlanClocks#answerBy}
     * @param decision the first decision on it, whoever made it
     * @param answered whether I wrote an answer, sent or still a draft
     * @param handedOver whether I handed it over: nothing of it waits for me any more
     * @param from the name of the colleague who handed it to me, if one did
     * @param others who else has it
     */
    record Item(
            Prompt prompt,
            Optional<String> as,
            Duration released,
            Optional<Duration> acknowledgeBy,
            Optional<Duration> answerBy,
            boolean acknowledged,
            Optional<DecisionMade> decision,
            boolean answered,
            boolean handedOver,
            Optional<String> from,
            List<Other> others) {

        boolean waitsForAcknowledgement() {
            return !acknowledged && !answered && !handedOver;
        }

        boolean waitsForDecision() {
            return !prompt.options().isEmpty() && decision.isEmpty() && !handedOver;
        }

        boolean waits() {
            return waitsForAcknowledgement() || waitsForDecision();
        }
    }

    /** A colleague who has the same inject, and what the colleague has done about it. */
    record Other(String member, String name, boolean acknowledged, boolean answered, boolean handedOver) {}

    /**
     * What I asked the controller, or what somebody asked and everybody has the answer to.
     *
     * @param entry the question's id
     * @param at drill time
     * @param inject what it is about; empty for the questions of others
     */
    record Question(
            String entry, Duration at, boolean mine, String text, Optional<String> inject, Optional<Reply> reply) {}

    /**
     * What the controller answered.
     *
     * @param at drill time
     */
    record Reply(Duration at, String text, boolean toAll) {}

    /**
     * What I wrote.
     *
     * @param state {@code draft}, {@code sent} or {@code refused}
     * @param reason why it was refused, if it was
     * @param marks what raters found in it, with the words that show it; empty until the drill is over
     */
    record Written(Message message, String state, Optional<String> reason, Map<Criterion, CriterionMark> marks) {}

    Drill drill() {
        return drill;
    }

    Plan plan() {
        return plan;
    }

    Member member() {
        return me;
    }

    /** What responders are told before StartEx. */
    String briefing() {
        return scheduled().map(DrillEvent.Scheduled::briefing).orElse("");
    }

    /** Content that is announced, so that anybody may step out. */
    List<String> distressing() {
        return scheduled().map(DrillEvent.Scheduled::distressing).orElse(List.of());
    }

    /** Why the drill is paused, or was called off, as whoever did it said; empty if it is neither. */
    Optional<String> interruption() {
        return switch (drill.state()) {
            case PAUSED ->
                events(DrillEvent.Paused.class).map(DrillEvent.Paused::reason).reduce((a, b) -> b);
            case CANCELLED ->
                events(DrillEvent.Cancelled.class)
                        .map(DrillEvent.Cancelled::reason)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** What people in the story see on the wall, if the scenario has a clock of its own. */
    Optional<ScenarioClock> scenarioClock() {
        return events.scenarioClock();
    }

    private Optional<DrillEvent.Scheduled> scheduled() {
        return events(DrillEvent.Scheduled.class).findFirst();
    }

    /** By when the outside is to hear from the team again, drill time, see {@link PlanClocks#nextUpdateBy}. */
    Optional<Duration> nextUpdateBy() {
        return drill.state().over() ? Optional.empty() : clocks.nextUpdateBy(events);
    }

    /** What I have; what waits for me first, then the latest first. */
    List<Item> items() {
        return log.stream()
                .filter(entry ->
                        entry.event() instanceof InjectReleased released && recipients.has(me, released.prompt()))
                .sorted(LogEntry.ORDER.reversed())
                .map(this::item)
                .sorted(Comparator.comparing(item -> !item.waits()))
                .toList();
    }

    /** What came with it. */
    Stream<Prompt.File> files() {
        return items().stream().flatMap(item -> item.prompt().attachments().stream());
    }

    /** Drafts of others that I may let out or refuse. */
    List<Message> draftsForMe() {
        var mayDecide = plan.approval().by().stream().anyMatch(me::mayAct);
        return mayDecide
                ? drafts().filter(draft -> !draft.member().equals(me.id()) && !rulings.containsKey(draft.id()))
                        .toList()
                : List.of();
    }

    /** What I wrote, in its order. */
    List<Written> written() {
        var letters = Correspondence.of(events);
        return messages()
                .filter(message -> message.member().equals(me.id()))
                .map(message -> new Written(
                        message,
                        state(message),
                        rulings.get(message.id()) instanceof MessageRefused refused
                                ? Optional.of(refused.reason())
                                : Optional.empty(),
                        drill.state().over() ? letters.marks(message.id()) : Map.of()))
                .toList();
    }

    /** What came back to me and for which I have written nothing else to the same people since, in its order. */
    List<Written> sentBack() {
        var all = written();
        return IntStream.range(0, all.size())
                .filter(at -> all.get(at).state().equals("refused"))
                .filter(at -> all.subList(at + 1, all.size()).stream()
                        .noneMatch(later -> later.message().audience()
                                == all.get(at).message().audience()))
                .mapToObj(all::get)
                .toList();
    }

    /** Work that was given to a role of mine, in its order. */
    List<Assigned> assignments() {
        return events(Assigned.class).filter(it -> me.mayAct(it.to())).toList();
    }

    /** What I asked, and what of others was answered for everybody; the latest first. */
    List<Question> questions() {
        return log.stream()
                .filter(entry -> entry.event() instanceof QuestionAsked)
                .map(this::question)
                .filter(it -> it.mine() || it.reply().filter(Reply::toAll).isPresent())
                .sorted(Comparator.comparing(Question::at)
                        .thenComparing(Question::entry)
                        .reversed())
                .toList();
    }

    /** What the team has done, the latest first. */
    List<Room.Deed> room() {
        return new Room(plan, roster, events).deeds();
    }

    private void noteRuling(DrillEvent event) {
        if (event instanceof MessageApproved approved) {
            rulings.put(approved.message(), approved);
        } else if (event instanceof MessageRefused refused) {
            rulings.put(refused.message(), refused);
        }
    }

    private Item item(LogEntry entry) {
        var prompt = ((InjectReleased) entry.event()).prompt();
        var inject = prompt.inject();
        var mine = me.id();
        return new Item(
                prompt,
                as(prompt),
                entry.drillTime(),
                prompt.acknowledge().map(entry.drillTime()::plus),
                clocks.answerBy(prompt, entry.drillTime()),
                acknowledged(inject, mine),
                events(DecisionMade.class)
                        .filter(it -> it.inject().equals(inject))
                        .findFirst(),
                answered(inject, mine),
                recipients.handedOver(inject, mine),
                recipients.handedTo(inject, mine).map(HandedOver::member).map(this::name),
                others(prompt));
    }

    private Optional<String> as(Prompt prompt) {
        return prompt.to().stream()
                .filter(me::holds)
                .findFirst()
                .or(() -> prompt.to().stream().filter(me::mayAct).findFirst())
                .or(() -> assignments().stream()
                        .filter(work ->
                                work.inject().filter(prompt.inject()::equals).isPresent())
                        .map(Assigned::to)
                        .findFirst());
    }

    private List<Other> others(Prompt prompt) {
        return recipients.of(prompt).stream()
                .filter(member -> !member.id().equals(me.id()))
                .sorted(Comparator.comparing(Member::id))
                .map(member -> new Other(
                        member.id(),
                        member.name(),
                        acknowledged(prompt.inject(), member.id()),
                        answered(prompt.inject(), member.id()),
                        recipients.handedOver(prompt.inject(), member.id())))
                .toList();
    }

    private boolean acknowledged(String inject, String member) {
        return events(Acknowledged.class)
                .anyMatch(it -> it.member().equals(member) && it.inject().equals(inject));
    }

    private boolean answered(String inject, String member) {
        return messages()
                .anyMatch(it -> it.member().equals(member)
                        && it.answers().filter(inject::equals).isPresent());
    }

    private String name(String member) {
        return roster.member(member).map(Member::name).orElse(member);
    }

    private Question question(LogEntry entry) {
        var asked = (QuestionAsked) entry.event();
        var mine = asked.member().equals(me.id());
        return new Question(
                entry.id(),
                entry.drillTime(),
                mine,
                asked.text(),
                asked.inject().filter(inject -> mine),
                reply(entry.id()));
    }

    private Optional<Reply> reply(String question) {
        return events.all(QuestionAnswered.class)
                .filter(one -> one.event().question().equals(question))
                .findFirst()
                .map(one -> new Reply(one.at(), one.event().text(), one.event().toAll()));
    }

    private <E extends DrillEvent> Stream<E> events(Class<E> type) {
        return log.stream().map(LogEntry::event).filter(type::isInstance).map(type::cast);
    }

    private Stream<Message> drafts() {
        return events(MessageDrafted.class).map(MessageDrafted::message);
    }

    private Stream<Message> messages() {
        return Stream.concat(drafts(), events(MessageSent.class).map(MessageSent::message));
    }

    private String state(Message message) {
        if (rulings.get(message.id()) instanceof MessageRefused) {
            return "refused";
        }
        return waits(message) ? "draft" : "sent";
    }

    private boolean waits(Message message) {
        return !rulings.containsKey(message.id())
                && drafts().anyMatch(draft -> draft.id().equals(message.id()));
    }
}
