package dev.muster.web;

import dev.muster.drill.ConditionWords;
import dev.muster.drill.DurationWords;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Channel;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario as its trainer reads it before a drill: in words, with the library's plan and with each variable's default.
 *
 * @param wide the picture for wide screens
 * @param narrow the picture for narrow screens
 * @param left ids of practices that nothing in it exercises
 */
public record ScenarioPage(
        String id,
        String title,
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
     * @param when what it hangs on; empty if it always comes
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

    /** @param injects the numbers of those that expect the step; empty if none does */
    public record Part(String title, String injects) {}

    public record Practice(String id, String steps) {}

    public record Person(String name, String contact, String about) {}

    public record Remark(int line, String message) {}

    static ScenarioPage of(Scenario script, Plan plan, List<Problem> remarks) {
        return new Composer(Filling.fill(script, List.of(plan.variables())), plan).page(remarks);
    }

    private static final class Composer {

        private final Scenario scenario;
        private final Plan plan;
        private final ConditionWords words;
        private final TimeLine line;
        private final Map<String, Integer> numbers = new HashMap<>();

        Composer(Scenario scenario, Plan plan) {
            this.scenario = scenario;
            this.plan = plan;
            this.words = new ConditionWords(plan, scenario);
            this.line = TimeLine.of(plan, scenario);
            line.lines().forEach(one -> numbers.put(one.inject().id(), numbers.size() + 1));
        }

        ScenarioPage page(List<Problem> remarks) {
            var subject = new LaneChart.Subject(
                    scenario.roles(),
                    this::roleName,
                    scenario.duration(),
                    ScenarioClock.of(scenario),
                    line.lines().stream().map(this::spot).toList());
            var coverage = new Coverage(plan, List.of(scenario));
            return new ScenarioPage(
                    scenario.id(),
                    scenario.title(),
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
                            new Fact("Kind", plain(scenario.kind().label())),
                            new Fact("Length", DurationWords.of(scenario.duration())),
                            new Fact(
                                    "Its own clock",
                                    scenario.starts()
                                            .map(time -> "starts at " + time)
                                            .orElse("")),
                            new Fact("Fault at the start", scenario.fault().label()),
                            new Fact("Injects", injects()),
                            new Fact("Roles", roles(scenario.roles())),
                            new Fact("Announced", String.join("; ", scenario.distressing())),
                            new Fact(
                                    "Plan",
                                    "%s, version %d; %d of its %d steps exercised"
                                            .formatted(
                                                    plan.title(),
                                                    plan.version(),
                                                    coverage.exercised(scenario).size(),
                                                    scored)),
                            new Fact("Version", "%d, in %s".formatted(scenario.version(), scenario.language())))
                    .filter(fact -> !fact.value().isEmpty())
                    .toList();
        }

        private String injects() {
            var kinds = scenario.injects().stream()
                    .collect(Collectors.groupingBy(inject -> inject.release().label(), Collectors.counting()));
            return Stream.of("scripted", "contingency", "reactive", "ready-to-fire")
                    .filter(kinds::containsKey)
                    .map(kind -> "%d %s".formatted(kinds.get(kind), kind))
                    .collect(Collectors.joining(", "));
        }

        private Entry entry(TimeLine.Line one) {
            var inject = one.inject();
            return new Entry(
                    numbers.get(inject.id()),
                    inject.id(),
                    inject.title(),
                    one.at()
                            .map(at -> (one.planned() ? "" : "from ") + LaneChart.clock(at))
                            .orElse("no time"),
                    one.clock().orElse(""),
                    inject.release().label(),
                    words.of(inject.release()),
                    inject.channel() == Channel.IN_PERSON
                            ? "in person"
                            : inject.channel().label(),
                    inject.from(),
                    roles(inject.to()),
                    inject.acknowledge().map(DurationWords::of).orElse(""),
                    inject.text().strip(),
                    inject.expects().stream().map(this::title).toList(),
                    inject.options().stream()
                            .map(option -> new Choice(
                                    option.text(), option.consequence().strip()))
                            .toList(),
                    notes(inject),
                    inject.attachments().stream().map(this::file).toList());
        }

        private static List<Fact> notes(Inject inject) {
            var guidance = inject.guidance();
            var own = Stream.of(
                    new Fact(
                            "Time leaps",
                            inject.jump()
                                    .map(by -> DurationWords.of(by) + " ahead")
                                    .orElse("")),
                    new Fact(
                            "Fault from here on",
                            inject.fault().map(fault -> fault.label()).orElse("")),
                    new Fact("A good team", guidance.outcome()),
                    new Fact("Learning points", guidance.learning()),
                    new Fact("Controller", guidance.controller()));
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
            var always = plan.step(step)
                    .filter(one -> one.starts() == Step.Starts.STARTEX)
                    .isPresent();
            return new Part(title(step), asking.isEmpty() && always ? "from StartEx" : asking);
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
                    "%d, %s: %s".formatted(number, kind, inject.title()));
        }

        private String roles(List<String> ids) {
            return ids.stream().map(this::roleName).collect(Collectors.joining(", "));
        }

        private String roleName(String id) {
            return plan.role(id).map(role -> role.name()).orElse(id);
        }

        private static String plain(String label) {
            return label.replace('-', ' ');
        }
    }
}
