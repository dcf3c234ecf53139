package dev.muster.scenario;

import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Combinators.F5;

/** Any plan, scenario, team and responses that a file can say, in any script that people write. */
public final class ArbitraryScripts {

    /** What breaks careless readers: quotes, breaks, right to left, marks, emoji, things that YAML takes for others. */
    private static final List<String> TRAPS = List.of(
            "",
            " ",
            "null",
            "true",
            "0x1F",
            "1e3",
            "- a: b # c",
            "it's \"so\" \\ /",
            "two\nlines\r\n\tand a tab\n",
            "مرحبا بالعالم",
            "‏שלום‎ (עולם)",
            "👩‍👩‍👧‍👦🏴‍☠️ ok",
            "Zażółć gęślą jaźń",
            "e\u0301\u0323",
            "佐藤 美咲",
            "line\u2028separator",
            "*alias &anchor !tag %dir @at `tick`");

    private ArbitraryScripts() {}

    public static Arbitrary<Plan> anyPlan() {
        var head = Combinators.combine(anyId(), anyText(), anyNumber(), anyText(), anyDate(), anyText())
                .as(Head::new);
        var whom = Combinators.combine(anyBands(), someOf(anyRole()), setOf(anyId()), anyApproval())
                .as(Whom::new);
        var templates = someOf(anyTemplate());
        return Combinators.combine(
                        head,
                        whom,
                        anyCadence().optional(),
                        someOf(anyContact()),
                        anyTextsByName(),
                        templates,
                        someOf(anyStep()))
                .as((is, has, cadence, contacts, variables, prepared, steps) -> new Plan(
                        is.id,
                        is.title,
                        is.version,
                        is.owner,
                        is.reviewed,
                        is.realContact,
                        has.bands,
                        has.roles,
                        has.speakers,
                        has.approval,
                        cadence,
                        contacts,
                        variables,
                        prepared,
                        steps));
    }

    private record Head(String id, String title, int version, String owner, LocalDate reviewed, String realContact) {}

    private record Whom(Bands bands, List<Role> roles, Set<String> speakers, Approval approval) {}

    public static Arbitrary<Scenario> anyScenario() {
        var head = Combinators.combine(anyId(), anyText(), Arbitraries.of(CrisisKind.class), anyNumber())
                .as(Case::new);
        var setting = Combinators.combine(
                        anyTimeOfDay().optional(),
                        anyDuration(),
                        Arbitraries.of(FaultStatus.class),
                        someOf(anyText()),
                        someOf(anyVariable()).filter(ArbitraryScripts::differ),
                        anyText())
                .as(Setting::new);
        return Combinators.combine(
                        head,
                        setting,
                        someOf(anyId()),
                        someOf(anyObjective()),
                        someOf(anyCustomer()),
                        someOf(anyInject()))
                .as((is, has, roles, objectives, customers, injects) -> new Scenario(
                        is.id,
                        is.title,
                        is.kind,
                        is.version,
                        "en",
                        has.starts,
                        has.duration,
                        has.fault,
                        has.distressing,
                        has.variables,
                        has.briefing,
                        roles,
                        objectives,
                        customers,
                        injects));
    }

    private record Case(String id, String title, CrisisKind kind, int version) {}

    private record Setting(
            Optional<LocalTime> starts,
            Duration duration,
            FaultStatus fault,
            List<String> distressing,
            List<Variable> variables,
            String briefing) {}

    /** They stand under their names, so that no two can have the same. */
    private static boolean differ(List<Variable> variables) {
        return variables.stream().map(Variable::name).distinct().count() == variables.size();
    }

    public static Arbitrary<Team> anyTeam() {
        var zones = Arbitraries.of("UTC", "Europe/Berlin", "Asia/Kolkata", "America/Argentina/Buenos_Aires");
        return Combinators.combine(anyId(), anyText(), zones.map(ZoneId::of), anyCharter(), someOf(anyMember()))
                .as(Team::new);
    }

    public static Arbitrary<Responses> anyResponses() {
        return Combinators.combine(anyId(), anyId(), anyText(), someOf(anyAnswer()))
                .as(Responses::new);
    }

    private static Arbitrary<Step> anyStep() {
        var mode = Arbitraries.of(Step.Mode.class);
        return mode.flatMap(it -> Combinators.combine(
                        Combinators.combine(
                                        anyId(),
                                        anyText(),
                                        Arbitraries.of(Phase.class),
                                        someOf(anyId()),
                                        someOf(anyId()),
                                        anyId())
                                .as(Action::new),
                        Combinators.combine(Arbitraries.of(Step.Starts.class), anyDuration(), anyDuration(), anyFlag())
                                .as(Clock::new),
                        it == Step.Mode.CHECKED ? Arbitraries.just(new Evidence.Records()) : anyEvidence(),
                        setOf(Arbitraries.of(Criterion.class)),
                        setOf(Arbitraries.of(Criterion.class)),
                        anyShare(),
                        anyFlag(),
                        anyText())
                .as((does, runs, evidence, criteria, without, weight, critical, checklist) -> new Step(
                        does.id,
                        does.title,
                        does.phase,
                        does.source,
                        does.standsFor,
                        it,
                        does.owner,
                        runs.starts,
                        runs.deadline,
                        runs.zero,
                        runs.each,
                        evidence,
                        criteria,
                        without,
                        weight,
                        critical,
                        checklist)));
    }

    private record Action(
            String id, String title, Phase phase, List<String> source, List<String> standsFor, String owner) {}

    private record Clock(Step.Starts starts, Duration deadline, Duration zero, boolean each) {}

    private static Arbitrary<Evidence> anyEvidence() {
        var audiences = setOf(Arbitraries.of(Audience.class));
        var message = Combinators.combine(audiences, setOf(Arbitraries.of(Channel.class)), anyFlag())
                .as((to, on, all) -> (Evidence) new Evidence.Message(to, on, all));
        return Arbitraries.oneOf(
                message,
                audiences.map(Evidence.Absence::new),
                Arbitraries.of(new Evidence.Answer(), new Evidence.Action(), new Evidence.Decision()));
    }

    private static Arbitrary<Inject> anyInject() {
        var head = Combinators.combine(anyId(), anyText(), anyRelease(), Arbitraries.of(Channel.class))
                .as(Event::new);
        var says = Combinators.combine(
                        anyText(), anyId().optional(), someOf(anyId()), anyText(), someOf(anyAttachment()))
                .as(Saying::new);
        return Combinators.combine(
                        head,
                        says,
                        someOf(anyId()),
                        anyDuration().optional(),
                        someOf(anyOption()),
                        Arbitraries.of(FaultStatus.class).optional(),
                        anyDuration().optional(),
                        anyGuidance())
                .as((is, it, expects, acknowledge, options, fault, jump, guidance) -> new Inject(
                        is.id,
                        is.title,
                        is.release,
                        is.channel,
                        it.from,
                        it.customer,
                        it.to,
                        it.text,
                        it.attachments,
                        expects,
                        acknowledge,
                        options,
                        fault,
                        jump,
                        guidance));
    }

    private record Saying(
            String from, Optional<String> customer, List<String> to, String text, List<Attachment> attachments) {}

    private record Event(String id, String title, Release release, Channel channel) {}

    private static Arbitrary<Release> anyRelease() {
        return Arbitraries.oneOf(
                anyDuration().map(Release.Scripted::new),
                Combinators.combine(anyDuration(), anyCondition()).as(Release.Contingency::new),
                Combinators.combine(anyCondition(), anyDuration()).as(Release.Reactive::new),
                anyText().map(Release.Ready::new));
    }

    public static Arbitrary<Condition> anyCondition() {
        return Arbitraries.lazyOf(
                () -> anyId().map(Condition.StepDone::new),
                () -> Combinators.combine(anyId(), anyDuration().optional()).as(Condition.StepOverdue::new),
                () -> anyId().map(Condition.Acknowledged::new),
                () -> anyId().map(Condition.Answered::new),
                () -> anyId().map(Condition.Released::new),
                () -> Combinators.combine(anyId(), anyId().optional()).as(Condition.Decided::new),
                () -> Combinators.combine(Arbitraries.of(Criterion.class), anyMessages())
                        .as(Condition.Shown::new),
                () -> Combinators.combine(Arbitraries.of(Criterion.class), anyMessages())
                        .as(Condition.Lacking::new),
                () -> anyCondition().list().ofMaxSize(2).map(Condition.All::new),
                () -> anyCondition().list().ofMaxSize(2).map(Condition.Any::new),
                () -> anyCondition().map(Condition.Not::new));
    }

    private static Arbitrary<Condition.Messages> anyMessages() {
        return Combinators.combine(Arbitraries.of(Audience.class).optional(), anyId().optional())
                .as(Condition.Messages::new);
    }

    private static Arbitrary<Member> anyMember() {
        F5<String, String, Optional<String>, Optional<String>, Optional<String>, Person> person = Person::new;
        var head = Combinators.combine(
                        anyId(),
                        anyText(),
                        anyText().optional(),
                        anyText().optional(),
                        anyText().optional())
                .as(person);
        var reach = someOf(Arbitraries.of(Channel.class));
        return Combinators.combine(head, someOf(anyId()), someOf(anyId()), reach)
                .as((is, roles, deputyFor, by) ->
                        new Member(is.id, is.name, is.email, is.phone, is.chat, "en", roles, deputyFor, by));
    }

    private record Person(
            String id, String name, Optional<String> email, Optional<String> phone, Optional<String> chat) {}

    private static Arbitrary<Answer> anyAnswer() {
        Arbitrary<When> when = Arbitraries.oneOf(
                anyDuration().map(When.At::new),
                Combinators.combine(anyId(), anyDuration()).as(When.After::new));
        return Combinators.combine(anyId(), when, anyId().optional(), anyDoing())
                .as(Answer::new);
    }

    private static Arbitrary<Doing> anyDoing() {
        var message = Combinators.combine(
                        Arbitraries.of(Channel.class),
                        Arbitraries.of(Audience.class),
                        anyText(),
                        anyId().optional(),
                        setOf(anyId()),
                        anyFlag())
                .as(Doing.Message::new);
        return Arbitraries.oneOf(
                Arbitraries.just(new Doing.Acknowledge()),
                message,
                anyId().map(Doing.Approve::new),
                Combinators.combine(anyId(), anyText()).as(Doing.Refuse::new),
                Combinators.combine(anyId(), anyText()).as(Doing.Action::new),
                Combinators.combine(anyId(), anyId(), anyText()).as(Doing.Decision::new),
                Combinators.combine(anyText(), anyId(), anyId().optional()).as(Doing.Assign::new),
                anyText().map(Doing.Note::new));
    }

    private static Arbitrary<Bands> anyBands() {
        return Combinators.combine(
                        Arbitraries.doubles().between(67, 100),
                        Arbitraries.doubles().between(34, 66),
                        Arbitraries.doubles().between(1, 33))
                .as(Bands::new);
    }

    private static Arbitrary<Role> anyRole() {
        return Combinators.combine(anyId(), anyText(), anyText(), someOf(anyId()))
                .as(Role::new);
    }

    private static Arbitrary<Approval> anyApproval() {
        return Combinators.combine(setOf(Arbitraries.of(Audience.class)), setOf(anyId()))
                .as(Approval::new);
    }

    private static Arbitrary<Cadence> anyCadence() {
        return Combinators.combine(
                        setOf(Arbitraries.of(Audience.class)), anyDuration(), anyDuration(), anyDuration(), anyShare())
                .as(Cadence::new);
    }

    private static Arbitrary<Contact> anyContact() {
        return Combinators.combine(anyText(), anyText()).as(Contact::new);
    }

    private static Arbitrary<Objective> anyObjective() {
        return Combinators.combine(anyId(), anyText(), someOf(anyId())).as(Objective::new);
    }

    private static Arbitrary<Variable> anyVariable() {
        return Combinators.combine(anyId(), anyText(), anyText()).as(Variable::new);
    }

    private static Arbitrary<Customer> anyCustomer() {
        return Combinators.combine(anyId(), anyText(), anyText(), anyText()).as(Customer::new);
    }

    private static Arbitrary<Attachment> anyAttachment() {
        return Combinators.combine(anyText(), anyText(), anyText()).as(Attachment::new);
    }

    private static Arbitrary<Guidance> anyGuidance() {
        return Combinators.combine(anyText(), anyText(), anyText(), anyTextsByName())
                .as(Guidance::new);
    }

    private static Arbitrary<MessageTemplate> anyTemplate() {
        return Combinators.combine(
                        anyId(),
                        anyText(),
                        Arbitraries.of(Channel.class).optional(),
                        Arbitraries.of(Audience.class).optional(),
                        someOf(anyId()),
                        anyText())
                .as(MessageTemplate::new);
    }

    private static Arbitrary<Map<String, String>> anyTextsByName() {
        return Arbitraries.maps(anyText(), anyText()).ofMaxSize(3);
    }

    private static Arbitrary<LocalTime> anyTimeOfDay() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIN.plusMinutes(minute));
    }

    private static Arbitrary<Option> anyOption() {
        return Combinators.combine(anyId(), anyText(), anyText()).as(Option::new);
    }

    private static Arbitrary<Charter> anyCharter() {
        return Combinators.combine(anyNumber(), anyText(), anyFlag(), anyDuration())
                .as(Charter::new);
    }

    private static Arbitrary<String> anyId() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static Arbitrary<String> anyText() {
        var letters = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A0', '\u06FF')
                .withCharRange('\u4E00', '\u4FFF')
                .ofMaxLength(30);
        return Arbitraries.oneOf(Arbitraries.of(TRAPS), letters);
    }

    private static Arbitrary<Duration> anyDuration() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 600).map(Duration::ofMinutes),
                Arbitraries.longs().between(0, 100_000_000_000L).map(Duration::ofMillis));
    }

    private static Arbitrary<LocalDate> anyDate() {
        return Arbitraries.longs().between(0, 100_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Integer> anyNumber() {
        return Arbitraries.integers().between(1, Integer.MAX_VALUE);
    }

    private static Arbitrary<Double> anyShare() {
        return Arbitraries.doubles().between(0.01, 100);
    }

    private static Arbitrary<Boolean> anyFlag() {
        return Arbitraries.of(true, false);
    }

    private static <T> Arbitrary<List<T>> someOf(Arbitrary<T> one) {
        return one.list().ofMaxSize(3);
    }

    private static <T> Arbitrary<Set<T>> setOf(Arbitrary<T> one) {
        return one.set().ofMaxSize(3);
    }
}
