package dev.muster.web;

import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Member;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page behind a responder's link shows, in words.
 *
 * @param prompts what waits first
 * @param drillTime empty before StartEx
 * @param scenarioTime what the scenario's own clock shows; empty if it has none, and before StartEx
 */
public record ResponderPage(
        String title,
        String name,
        String roles,
        String state,
        String drillTime,
        String scenarioTime,
        String realContact,
        String briefing,
        String distressing,
        List<Prompt> prompts,
        List<Draft> drafts) {

    /**
     * @param heading on which channel it came, and from whom
     * @param scenarioTime what the scenario's own clock showed when it came; empty if it has none
     * @param waits what it waits for; empty if for nothing
     */
    public record Prompt(
            String inject,
            String heading,
            String channel,
            String from,
            String released,
            String scenarioTime,
            String waits,
            String text,
            List<Choice> options,
            List<File> files) {}

    /**
     * A file that came with it.
     *
     * @param address where it lies, relative to the page
     * @param alt what a picture shows
     * @param picture whether the page shows it, rather than a link
     */
    public record File(String name, String title, String alt, String address, boolean picture) {}

    public record Choice(String id, String text) {}

    public record Draft(String message, String channel, String audience, String role, String text) {}

    static ResponderPage of(MyDrill mine, String token, Instant now) {
        var drillTime = mine.drill().drillTimeAt(now);
        var clock = mine.scenarioClock();
        return new ResponderPage(
                mine.drill().title(),
                mine.member().name(),
                roles(mine.member()),
                mine.drill().state().label(),
                drillTime.isNegative() ? "" : minutes(drillTime),
                drillTime.isNegative() ? "" : shown(clock, drillTime),
                mine.plan().realContact(),
                mine.briefing(),
                String.join("; ", mine.distressing()),
                mine.items().stream().map(item -> prompt(item, clock, token)).toList(),
                mine.draftsForMe().stream()
                        .map(draft -> new Draft(
                                draft.id(),
                                draft.channel().label(),
                                draft.audience().label(),
                                draft.role(),
                                draft.text()))
                        .toList());
    }

    private static Prompt prompt(MyDrill.Item item, Optional<ScenarioClock> clock, String token) {
        var prompt = item.prompt();
        return new Prompt(
                prompt.inject(),
                prompt.heading(),
                prompt.channel().label(),
                prompt.from(),
                minutes(item.released()),
                shown(clock, item.released()),
                waits(item),
                prompt.text(),
                prompt.options().stream()
                        .map(it -> new Choice(it.id(), it.text()))
                        .toList(),
                prompt.attachments().stream().map(it -> file(it, token)).toList());
    }

    private static File file(dev.muster.drill.Prompt.File file, String token) {
        var picture = AttachmentType.byName(file.name())
                .filter(AttachmentType::isPicture)
                .isPresent();
        var alt = file.alt().isEmpty() ? file.title() : file.alt();
        return new File(file.name(), file.title(), alt, "%s/attachments/%s".formatted(token, file.name()), picture);
    }

    private static String waits(MyDrill.Item item) {
        var waits = new ArrayList<String>();
        if (item.waitsForAcknowledgement()) {
            waits.add("acknowledgement");
        }
        if (item.waitsForDecision()) {
            waits.add("decision");
        }
        return String.join(" and ", waits);
    }

    private static String roles(Member member) {
        return String.join(", ", member.roles());
    }

    private static String shown(Optional<ScenarioClock> clock, Duration drillTime) {
        return clock.map(own -> own.words(drillTime)).orElse("");
    }

    private static String minutes(Duration drillTime) {
        return drillTime.toMinutes() + " min";
    }
}
