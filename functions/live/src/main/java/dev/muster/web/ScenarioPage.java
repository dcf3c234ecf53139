package dev.muster.web;

import dev.muster.drill.ConditionWords;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.Step;
import dev.muster.scenario.Variable;
import dev.muster.scenario.io.Practices;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.preview.Coverage;
import dev.muster.scenario.preview.TimeLine;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario as its trainer reads it before a drill: in words, with the library's plan and with each variable's default.
 *
 * @param language in which the script is written, as a tag
 * @param wide the picture for wide screens
 * @param narrow the picture for narrow screens
 * @param left ids of practices that nothing in it exercises
 */
public record ScenarioPage(
        String id,
        String title,
        String language,
        String briefing,
        List<Fact> facts,
        LaneChart wide,
        LaneChart narrow,
        List<Entry> injects,
        List<Goal> objectives,
        List<Practice> practices,
        String left,
        List<Variable> variables,
        List<Person> customers,
        List<Remark> remarks) {

    public record Fact(String name, String value) {}

    /**
     * An inject.
     *
     * @param kind of its release, for its sign
     * @param when what it hangs on; empty if it always comes
     * @param channel in words
     * @param to names of roles
     * @param reminder how long after it whoever has not acknowledged is reminded; empty if nobody is
     */
    public record Entry(
            int number,
            String id,
            String title,
            String time,
            String clock,
            String kind,
            String when,
            String channel,
            String from,
            String to,
            String reminder,
            String text,
            List<String> expects,
            List<Choice> options,
            List<Fact> notes,
            List<File> files) {}

    public record Choice(String text, String consequence) {}

    public record File(String address, String name, String title, String alt, boolean picture) {}

    /** An objective with its steps. */
    public record Goal(String title, List<Part> steps) {}

    /** @param asked by which injects, in words */
    public record Part(String title, String asked) {}

    public record Practice(String id, String steps) {}

    public record Person(String name, String contact, String about) {}

    public record Remark(int line, String message) {}

    static ScenarioPage of(View view, Scenario script, Plan plan, List<Problem> remarks) {
        return new Composer(Filling.fill(script, List.of(plan.variables())), plan, view).page(remarks);
    }

    private static final class Composer {

        private final Scenario scenario;
        private final Plan plan;
        private final View view;
        private final ConditionWords words;
        private final TimeLine line;
        private final Map<String, Integer> numbers = new HashMap<>();

        Composer(Scenario scenario, Plan plan, View view) {
            this.scenario = scenario;
            this.plan = plan;
            this.view = view;
            this.words = new ConditionWords(plan, scenario, view.words().locale());
            this.line = TimeLine.of(plan, scenario);
            line.lines().forEach(one -> numbers.put(one.inject().id(), numbers.size() + 1));
        }

        ScenarioPage page(List<Problem> remarks) {
            var subject = new LaneChart.Subject(
                    scenario.roles(),
                    this::roleName,
                    view.words(),
                    scenario.duration(),
                    ScenarioClock.of(scenario),
                    line.lines().stream().map(this::spot).toList());
            var coverage = new Coverage(plan, List.of(scenario));
            return new ScenarioPage(
                    scenario.id(),
                    scenario.title(),
                    scenario.language(),
                    scenario.briefing().strip(),
                    facts(coverage),
                    WideChart.of(subject),
                    NarrowChart.of(subject),
                    line.lines().stream().map(this::entry).toList(),
                    scenario.objectives().stream()
                            .map(one -> new Goal(
                                    one.title(),
                                    one.steps().stream().map(this::part).toList()))
                            .toList(),
                    practices(coverage),
                    Practices.all().stream()
                            .filter(practice -> coverage.exercising(practice).isEmpty())
                            .collect(Collectors.joining(", ")),
                    scenario.variables(),
                    scenario.customers().stream()
                            .map(one -> new Person(one.name(), one.contact(), one.about()))
                            .toList(),
                    remarks.stream()
                            .map(one -> new Remark(one.line(), one.message()))
                            .toList());
        }

        private List<Fact> facts(Coverage coverage) {
            var scored = plan.steps().stream().filter(Step::scored).count();
            return Stream.of(
                            fact("kind", view.say("crisis." + scenario.kind().label())),
                            fact("length", view.words().exactDuration(scenario.duration())),
                            fact(
                                    "clock",
                                    scenario.starts()
                                            .map(time -> view.say("scenario.starts-at", time.toString()))
                                            .orElse("")),
                            fact("fault", view.say("fault." + scenario.fault().label())),
                            fact("injects", injects()),
                            fact("roles", roles(scenario.roles())),
                            fact("announced", String.join("; ", scenario.distressing())),
                            fact(
                                    "plan",
                                    view.say(
                                            "scenario.of-plan",
                                            plan.title(),
                                            plan.version(),
                                            coverage.exercised(scenario).size(),
                                            scored)),
                            fact("version", view.say("scenario.of-version", scenario.version(), tongue())))
                    .filter(fact -> !fact.value().isEmpty())
                    .toList();
        }

        private String injects() {
            var kinds = scenario.injects().stream()
                    .collect(Collectors.groupingBy(inject -> inject.release().label(), Collectors.counting()));
            return Stream.of("scripted", "contingency", "reactive", "ready-to-fire")
                    .filter(kinds::containsKey)
                    .map(kind -> "%d %s".formatted(kinds.get(kind), view.say("kind." + kind)))
                    .collect(Collectors.joining(", "));
        }

        private Entry entry(TimeLine.Line one) {
            var inject = one.inject();
            return new Entry(
                    numbers.get(inject.id()),
                    inject.id(),
                    inject.title(),
                    one.at()
                            .map(at -> one.planned()
                                    ? LaneChart.clock(at)
                                    : view.say("scenario.from", LaneChart.clock(at)))
                            .orElseGet(() -> view.say("scenario.no-time")),
                    one.clock().orElse(""),
                    inject.release().label(),
                    words.of(inject.release()),
                    view.say("channel." + inject.channel().label()),
                    inject.from(),
                    roles(inject.to()),
                    inject.acknowledge().map(view.words()::exactDuration).orElse(""),
                    inject.text().strip(),
                    inject.expects().stream().map(this::title).toList(),
                    inject.options().stream()
                            .map(option -> new Choice(
                                    option.text(), option.consequence().strip()))
                            .toList(),
                    notes(inject),
                    inject.attachments().stream().map(this::file).toList());
        }

        private List<Fact> notes(Inject inject) {
            var guidance = inject.guidance();
            var own = Stream.of(
                    fact(
                            "leaps",
                            inject.jump()
                                    .map(by -> view.say(
                                            "scenario.ahead", view.words().exactDuration(by)))
                                    .orElse("")),
                    fact(
                            "fault-from-here",
                            inject.fault()
                                    .map(fault -> view.say("fault." + fault.label()))
                                    .orElse("")),
                    fact("good-team", guidance.outcome()),
                    fact("learning", guidance.learning()),
                    fact("controller", guidance.controller()));
            var others = guidance.notes().entrySet().stream().map(note -> new Fact(note.getKey(), note.getValue()));
            return Stream.concat(own, others)
                    .filter(fact -> !fact.value().isBlank())
                    .toList();
        }

        private File file(Attachment attachment) {
            var picture = AttachmentType.byName(attachment.name())
                    .filter(AttachmentType::isPicture)
                    .isPresent();
            return new File(
                    "%s/attachments/%s".formatted(scenario.id(), attachment.name()),
                    attachment.name(),
                    attachment.title(),
                    attachment.alt().isEmpty() ? attachment.title() : attachment.alt(),
                    picture);
        }

        private Part part(String step) {
            var asking = line.lines().stream()
                    .map(TimeLine.Line::inject)
                    .filter(inject -> inject.expects().contains(step))
                    .map(inject -> String.valueOf(numbers.get(inject.id())))
                    .collect(Collectors.joining(", "));
            return new Part(title(step), asking.isEmpty() ? byItself(step) : view.say("scenario.by-injects", asking));
        }

        private String byItself(String step) {
            return plan.step(step)
                    .filter(one -> one.starts() == Step.Starts.STARTEX)
                    .map(one -> view.say("scenario.from-startex"))
                    .orElseGet(() -> view.say("scenario.by-no-inject"));
        }

        private List<Practice> practices(Coverage coverage) {
            return Practices.all().stream()
                    .filter(practice -> !coverage.exercising(practice).isEmpty())
                    .map(practice -> new Practice(
                            practice,
                            coverage.steps(practice, scenario).stream()
                                    .map(this::title)
                                    .collect(Collectors.joining("; "))))
                    .toList();
        }

        private String title(String step) {
            return plan.step(step).map(Step::title).orElse(step);
        }

        private LaneChart.Spot spot(TimeLine.Line one) {
            var inject = one.inject();
            var number = numbers.get(inject.id());
            var kind = inject.release().label();
            return new LaneChart.Spot(
                    one.at(),
                    one.planned(),
                    inject.to(),
                    inject.jump(),
                    kind,
                    "",
                    "",
                    number,
                    "%d, %s: %s".formatted(number, view.say("kind." + kind), inject.title()));
        }

        private String roles(List<String> ids) {
            return ids.stream().map(this::roleName).collect(Collectors.joining(", "));
        }

        private String roleName(String id) {
            return plan.role(id).map(role -> role.name()).orElse(id);
        }

        private String tongue() {
            return Locale.forLanguageTag(scenario.language())
                    .getDisplayLanguage(view.words().locale());
        }

        private Fact fact(String name, String value) {
            return new Fact(view.say("scenario.fact-" + name), value);
        }
    }
}
