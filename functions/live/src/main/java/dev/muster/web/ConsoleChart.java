package dev.muster.web;

import dev.muster.scenario.Inject;
import dev.muster.web.LaneChart.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time line of a drill with a lane for each role: what came and what became of it, what is to come, where now is.
 *
 * @param now pixels from the left to where the drill's clock stands; empty before StartEx
 */
public record ConsoleChart(LaneChart lanes, Optional<Integer> now) {

    static ConsoleChart of(Scene scene, List<CameIn> came, List<UpcomingInject> next, StillToCome upcoming) {
        var spots = Stream.concat(
                        came.reversed().stream().map(one -> spot(one, scene)),
                        next.stream().map(one -> spot(one, scene, upcoming)))
                .toList();
        var chart = WideChart.of(new LaneChart.Subject(
                scene.scenario().roles(),
                scene::role,
                scene.words(),
                scene.drill().length(),
                scene.progress().log().scenarioClock(),
                spots));
        return new ConsoleChart(
                chart,
                Optional.of(scene.reading()).filter(at -> !at.isNegative()).map(chart.axis()::at));
    }

    private static Spot spot(CameIn one, Scene scene) {
        var prompt = scene.progress().released(one.id()).orElseThrow();
        return new Spot(
                Optional.of(prompt.at()),
                true,
                prompt.event().prompt().to(),
                prompt.event().jump(),
                one.kind(),
                one.state(),
                sign(one.state()),
                one.number(),
                "%d, %s: %s".formatted(one.number(), scene.say("console.inject-" + one.state()), one.title()));
    }

    private static Spot spot(UpcomingInject one, Scene scene, StillToCome upcoming) {
        var inject = scene.scenario().inject(one.id()).orElseThrow();
        return new Spot(
                upcoming.time(inject),
                true,
                inject.to(),
                Optional.<Duration>empty(),
                one.kind(),
                "to-come",
                "",
                one.number(),
                words(one, inject, scene));
    }

    private static String words(UpcomingInject one, Inject inject, Scene scene) {
        var leap = inject.jump()
                .map(by -> " (+" + scene.words().exactDuration(by) + ")")
                .orElse("");
        return "%d, %s: %s%s".formatted(one.number(), scene.say("console.inject-to-come"), one.title(), leap);
    }

    /** The state once more, for whoever does not tell colours apart. */
    private static String sign(String state) {
        return switch (state) {
            case "answered", "decided" -> "✓✓";
            case "acknowledged" -> "✓";
            case "overdue" -> "!";
            default -> "…";
        };
    }
}
