package dev.muster.web;

import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Member;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An inject that came, and what became of it, as the console shows it.
 *
 * @param state open, overdue (nobody acknowledged it in time), acknowledged or answered: what the best of its receivers did
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
                .map(one -> new Composer(scene, one).composed(numbers))
                .toList()
                .reversed();
    }

    private static final class Composer {

        private final Scene scene;
        private final Occurrence<InjectReleased> released;
        private final Prompt prompt;
        private final Optional<Duration> due;

        Composer(Scene scene, Occurrence<InjectReleased> released) {
            this.scene = scene;
            this.released = released;
            this.prompt = released.event().prompt();
            this.due = prompt.acknowledge().map(released.at()::plus);
        }

        CameIn composed(Numbers numbers) {
            var people = scene.recipients().of(prompt).stream()
                    .sorted(Comparator.comparing(Member::name))
                    .map(this::receiver)
                    .toList();
            var state = state(people);
            var waits = due.filter(at -> state.equals("open") || state.equals("overdue"));
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
                    waits.map(scene::clock).orElse(""),
                    waits.map(scene::wall).orElse(""),
                    people);
        }

        private static String state(List<Receiver> people) {
            return List.of("answered", "decided", "acknowledged", "overdue").stream()
                    .filter(state -> people.stream().anyMatch(one -> one.state().equals(state)))
                    .findFirst()
                    .orElse("open");
        }

        private Receiver receiver(Member member) {
            return answered(member)
                    .map(at -> receiver(member, "answered", at))
                    .or(() -> decided(member).map(at -> receiver(member, "decided", at)))
                    .or(() -> acknowledged(member).map(at -> receiver(member, "acknowledged", at)))
                    .orElseGet(() -> new Receiver(member.name(), waiting(member), ""));
        }

        private Receiver receiver(Member member, String state, Duration at) {
            return new Receiver(member.name(), state, scene.clock(at));
        }

        private String waiting(Member member) {
            if (scene.recipients().handedOver(prompt.inject(), member.id())) {
                return "handed-over";
            }
            var awaited = !scene.over() && scene.recipients().awaited(prompt).contains(member);
            return awaited && due.filter(scene::passed).isPresent() ? "overdue" : "open";
        }

        private Optional<Duration> answered(Member member) {
            return scene.progress().correspondence().sent().stream()
                    .filter(sent -> sent.message().member().equals(member.id()))
                    .filter(sent -> sent.message()
                            .answers()
                            .filter(prompt.inject()::equals)
                            .isPresent())
                    .map(sent -> sent.at())
                    .findFirst();
        }

        private Optional<Duration> decided(Member member) {
            return scene.progress().decisions(prompt.inject()).stream()
                    .filter(one -> one.event().member().equals(member.id()))
                    .map(Occurrence::at)
                    .findFirst();
        }

        private Optional<Duration> acknowledged(Member member) {
            return scene.progress().acknowledgements(prompt.inject()).stream()
                    .filter(one -> one.event().member().equals(member.id()))
                    .map(Occurrence::at)
                    .findFirst();
        }
    }
}
