package dev.muster.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The page from which trainers conduct a drill.
 *
 * @param epoch what a command that is sent from this page acts on
 * @param roles that take part, for a form
 * @param planSteps those that an inject may expect
 * @param stepMarks of the steps that count in the score as it stands
 * @param score how the team stands, 0 to 100, as the language writes it
 * @param typed what is shown again of a form that was not done
 */
public record ConsolePage(
        String drill,
        String title,
        String scenario,
        String team,
        long epoch,
        ConsoleClock clock,
        String realContact,
        Holding hold,
        ConsoleChart chart,
        List<UpcomingInject> next,
        List<CameIn> came,
        List<NotComing> withheld,
        List<AskedQuestion> questions,
        List<TeamMessage> messages,
        List<TeamDeed> deeds,
        List<StepLine> steps,
        List<Named> roles,
        List<String> channels,
        List<Named> planSteps,
        List<MarkedStep> stepMarks,
        List<EvaluatedObjective> objectives,
        List<Sighting> observations,
        String score,
        Optional<Result> result,
        Notice notice,
        Typed typed,
        int entries,
        String language) {

    /** The hold, if one is set. */
    public record Holding(String by, String reason) {}

    /**
     * What an evaluator saw.
     *
     * @param objective what it is about; empty if that is not said
     */
    public record Sighting(String time, String by, String text, String objective) {}

    /**
     * How a step of the plan counts in the score.
     *
     * @param mark 0 to 1, as the language writes it
     * @param automatic what was found, where somebody overruled it; otherwise empty
     * @param ruling who overruled it and why; empty if nobody did
     */
    public record MarkedStep(String id, String title, String mark, String automatic, String ruling) {}

    /** Something with a name, for a form. */
    public record Named(String id, String name) {}

    /**
     * @param script as it was scheduled
     * @param result the scorecard, if there is one
     */
    static ConsolePage of(Scene scene, Scenario script, Optional<Result> result, Notice notice, Typed typed) {
        var numbers = Numbers.of(scene.plan(), script, scene.scenario());
        var upcoming = StillToCome.of(scene.progress().log());
        var came = CameIn.all(scene, numbers);
        var next = UpcomingInject.all(scene, upcoming, numbers);
        var drill = scene.drill();
        return new ConsolePage(
                drill.id(),
                drill.title(),
                drill.scenario(),
                drill.team(),
                drill.epoch(),
                ConsoleClock.of(scene),
                scene.plan().realContact(),
                scene.hold().map(it -> new Holding(it.by(), it.reason())).orElse(null),
                ConsoleChart.of(scene, came, next, upcoming),
                next,
                came,
                NotComing.all(scene, numbers),
                AskedQuestion.all(scene),
                TeamMessage.all(scene),
                TeamDeed.all(scene),
                StepLine.all(scene),
                scene.scenario().roles().stream()
                        .map(role -> new Named(role, scene.role(role)))
                        .toList(),
                Arrays.stream(Channel.values()).map(Channel::label).toList(),
                scene.plan().steps().stream()
                        .filter(step -> step.scored())
                        .map(step -> new Named(step.id(), step.title()))
                        .toList(),
                scene.facts().stepMarks().stream()
                        .map(one -> marked(one, scene.words()))
                        .toList(),
                EvaluatedObjective.all(scene),
                scene.facts().observations().stream()
                        .map(one -> sighting(one, scene))
                        .toList()
                        .reversed(),
                scene.words().number(scene.facts().score().score()),
                result,
                notice,
                typed,
                scene.progress().log().entries().size(),
                scene.words().language());
    }

    private static MarkedStep marked(Console.ScoredStep one, Words words) {
        return new MarkedStep(
                one.step(),
                one.title(),
                words.number(one.mark()),
                one.automatic().map(words::number).orElse(""),
                one.ruledBy()
                        .map(by -> "%s: %s".formatted(by, one.reason().orElse("")))
                        .orElse(""));
    }

    private static Sighting sighting(Console.Observation one, Scene scene) {
        var objective = one.objective().flatMap(id -> scene.scenario().objectives().stream()
                .filter(it -> it.id().equals(id))
                .map(Objective::title)
                .findFirst());
        return new Sighting(scene.clock(one.at()), one.by(), one.text(), objective.orElse(""));
    }

    /** A new key for a form: whatever is sent under it counts once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The parts that the page has now, by their ids. */
    public List<String> parts() {
        return Stream.of("line", "next", "came", "withheld", "messages", "deeds", "observations", "objectives", "steps")
                .filter(part -> !part.equals("next") || !clock.over())
                .filter(part -> !part.equals("withheld") || !withheld.isEmpty())
                .filter(part -> !part.equals("objectives") || !clock.reading().isEmpty())
                .toList();
    }

    public long openQuestions() {
        return questions.stream().filter(AskedQuestion::open).count();
    }

    /** What makes this page this page: all that it shows but the reading of the clock, which runs on by itself. */
    ObjectNode seen() {
        var seen = JsonNodeFactory.instance.objectNode();
        seen.put("epoch", epoch)
                .put("entries", entries)
                .put("state", clock.state())
                .put("language", language);
        seen.put("hold", hold == null ? "" : hold.reason());
        seen.put("notice", notice.words());
        result.ifPresent(it -> seen.put("score", it.score()).put("released", it.released()));
        came.forEach(one -> seen.put(one.id(), one.state()));
        steps.forEach(one -> seen.withArray("steps").add(one.state()));
        next.forEach(one -> seen.put(one.id(), one.outlook()));
        return seen;
    }
}
