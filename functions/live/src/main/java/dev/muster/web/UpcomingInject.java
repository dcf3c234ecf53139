package dev.muster.web;

import dev.muster.drill.ConditionWords;
import dev.muster.drill.Verdict;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * An inject that is still to come, as the console shows it.
 *
 * @param number as the time line counts it
 * @param kind of its release, for its sign
 * @param time drill time at which it is due; empty if it hangs on what people do
 * @param wall the same on the wall, as ISO 8601; empty while the clock stands
 * @param condition what it hangs on beside its time; empty if it always comes
 * @param outlook whether the condition holds as things are: holds, fails, unknown; empty if it has none
 * @param ready whether it waits for the trainer
 * @param later its time five minutes later, as a form sends it; empty if it cannot be moved
 * @param to whom it goes, of the roles that take part
 */
public record UpcomingInject(
        String id,
        int number,
        String title,
        String kind,
        String time,
        String wall,
        String condition,
        String outlook,
        boolean ready,
        String later,
        String channel,
        String from,
        String receivers,
        List<Choice> to,
        String text,
        String advice,
        List<String> expects) {

    private static final Duration A_LITTLE = Duration.ofMinutes(5);

    /** One of several things to tick. */
    public record Choice(String id, String name, boolean chosen) {}

    /** What is to come, earliest first; what has no time last. */
    static List<UpcomingInject> all(Scene scene, StillToCome upcoming, Numbers numbers) {
        if (scene.over()) {
            return List.of();
        }
        return scene.scenario().injects().stream()
                .filter(inject -> !upcoming.settled(inject.id()))
                .sorted(Comparator.comparing(
                        inject -> upcoming.time(inject).orElse(Duration.ofSeconds(Long.MAX_VALUE))))
                .map(inject -> of(inject, scene, upcoming, numbers))
                .toList();
    }

    private static UpcomingInject of(Inject inject, Scene scene, StillToCome upcoming, Numbers numbers) {
        var time = upcoming.time(inject);
        return new UpcomingInject(
                inject.id(),
                numbers.of(inject.id()),
                inject.title(),
                inject.release().label(),
                time.map(scene::clock).orElse(""),
                time.map(scene::wall).orElse(""),
                new ConditionWords(scene.plan(), scene.scenario(), scene.words().locale()).of(inject.release()),
                outlook(inject, scene),
                inject.release() instanceof Release.Ready,
                time.map(at -> at.plus(A_LITTLE))
                        .filter(at -> at.compareTo(scene.drill().length()) <= 0)
                        .map(Duration::toString)
                        .orElse(""),
                inject.channel().label(),
                inject.from(),
                scene.roles(inject.to()),
                scene.scenario().roles().stream()
                        .map(role ->
                                new Choice(role, scene.role(role), inject.to().contains(role)))
                        .toList(),
                inject.text().strip(),
                inject.guidance().controller(),
                inject.expects().stream().map(scene::step).toList());
    }

    private static String outlook(Inject inject, Scene scene) {
        return inject.release()
                .hangsOn()
                .filter(condition -> !scene.reading().isNegative())
                .map(condition -> scene.progress().evaluate(condition, scene.reading()))
                .map(UpcomingInject::outlook)
                .orElse("");
    }

    private static String outlook(Verdict verdict) {
        return verdict.unknown() ? "unknown" : verdict.holds() ? "holds" : "fails";
    }
}
