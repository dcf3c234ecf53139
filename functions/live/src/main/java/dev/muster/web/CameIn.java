package dev.muster.web;

import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An inject that came, and what became of it, as the page of the console shows it.
 *
 * @param state open, overdue, acknowledged, decided or answered: what the best of its receivers did
 * @param reason why it came
 * @param by until when it should be acknowledged, drill time; empty if nobody is reminded, or if it is acknowledged
 * @param wall the same on the wall, as ISO 8601; empty while the clock stands
 */
public record CameIn(
        String id,
        int number,
        String title,
        String kind,
        String channel,
        String from,
        String receivers,
        String time,
        String scenarioTime,
        String reason,
        boolean late,
        String text,
        String state,
        String by,
        String wall,
        List<Receiver> people) {

    private static final List<String> BEST_FIRST = List.of("answered", "decided", "acknowledged", "overdue");

    /**
     * Somebody who got it.
     *
     * @param state open, overdue, handed-over, acknowledged, decided or answered
     * @param at when, drill time; empty while it is open
     */
    public record Receiver(String name, String state, String at) {}

    /** What came, latest first. */
    static List<CameIn> all(Scene scene, Numbers numbers) {
        return scene.progress().released().stream()
                .map(one -> of(one, scene, numbers))
                .toList()
                .reversed();
    }

    private static CameIn of(Occurrence<InjectReleased> released, Scene scene, Numbers numbers) {
        var prompt = released.event().prompt();
        var people = scene.facts().recipients().get(prompt.inject()).stream()
                .map(one -> receiver(one, scene))
                .toList();
        var state = state(people);
        var due = prompt.acknowledge()
                .map(released.at()::plus)
                .filter(at -> state.equals("open") || state.equals("overdue"));
        return new CameIn(
                prompt.inject(),
                numbers.of(prompt.inject()),
                prompt.title(),
                scene.scenario()
                        .inject(prompt.inject())
                        .map(inject -> inject.release().label())
                        .orElse(""),
                prompt.channel().label(),
                prompt.from(),
                scene.roles(prompt.to()),
                scene.clock(released.at()),
                scene.progress()
                        .log()
                        .scenarioClock()
                        .map(own -> own.words(released.at()))
                        .orElse(""),
                released.event().reason(),
                released.event().late(),
                prompt.text().strip(),
                state,
                due.map(scene::clock).orElse(""),
                due.map(scene::wall).orElse(""),
                people);
    }

    private static String state(List<Receiver> people) {
        return BEST_FIRST.stream()
                .filter(state -> people.stream().anyMatch(one -> one.state().equals(state)))
                .findFirst()
                .orElse("open");
    }

    private static Receiver receiver(Console.Recipient one, Scene scene) {
        return did(one, "answered", one.answered(), scene)
                .or(() -> did(one, "decided", one.decided(), scene))
                .or(() -> did(one, "acknowledged", one.acknowledged(), scene))
                .orElseGet(() -> new Receiver(
                        one.name(), one.handedOver() ? "handed-over" : one.overdue() ? "overdue" : "open", ""));
    }

    private static Optional<Receiver> did(Console.Recipient one, String state, Optional<Duration> when, Scene scene) {
        return when.map(at -> new Receiver(one.name(), state, scene.clock(at)));
    }
}
