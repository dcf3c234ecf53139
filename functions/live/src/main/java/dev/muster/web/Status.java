package dev.muster.web;

import dev.muster.drill.DrillState;
import java.util.List;

/**
 * Where a drill is in its life, as its responders read it, and what a page's clocks need to run on.
 *
 * @param drillState for what the page leaves out
 * @param state its label
 * @param name in one word or two
 * @param words what it means; empty while the drill runs
 * @param reason why it is paused or was called off; empty if nobody said
 * @param now server time, ISO 8601
 * @param drillSeconds what the drill's clock reads; negative before StartEx
 * @param storySeconds what the story's own clock shows, since midnight of its first day; -1 if it has none
 * @param drillTime minutes and seconds
 * @param starts when StartEx is planned, in the drill's zone
 * @param startsAt the same, ISO 8601
 */
public record Status(
        DrillState drillState,
        String state,
        String name,
        String words,
        String reason,
        boolean running,
        String now,
        long drillSeconds,
        long storySeconds,
        double speed,
        String drillTime,
        String storyTime,
        String starts,
        String startsAt,
        String realContact,
        String briefing,
        List<String> distressing) {

    static Status of(MyDrill mine, View view, Moments moments) {
        var drill = mine.drill();
        var label = drill.state().label();
        var seconds = moments.drillTime().toSeconds();
        return new Status(
                drill.state(),
                label,
                view.say("state." + label),
                drill.running() ? "" : view.say("state." + label + ".means"),
                mine.interruption().orElse(""),
                drill.running(),
                moments.now().toString(),
                seconds,
                moments.storySeconds(),
                drill.clock().speed(),
                moments.begun() ? "%d:%02d".formatted(seconds / 60, seconds % 60) : "",
                moments.storyTime(),
                moments.date(drill.startsAt()),
                drill.startsAt().toString(),
                mine.plan().realContact(),
                mine.briefing(),
                mine.distressing());
    }

    public boolean scheduled() {
        return drillState == DrillState.SCHEDULED;
    }

    public boolean over() {
        return drillState.over();
    }

    public boolean emergency() {
        return drillState == DrillState.EMERGENCY;
    }
}
