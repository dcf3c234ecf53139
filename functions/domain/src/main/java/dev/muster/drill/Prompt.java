package dev.muster.drill;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An inject as responders see it: without what the script expects.
 *
 * @param title the trainer's own name for it; responders never read it
 * @param to roles that receive it
 * @param acknowledge drill time after the release at which whoever has not acknowledged is reminded
 * @param customer id of the simulated customer who says it, if one does; empty in logs from before it was written
 */
public record Prompt(
        String inject,
        String title,
        Channel channel,
        String from,
        List<String> to,
        String text,
        Optional<Duration> acknowledge,
        List<Choice> options,
        List<File> attachments,
        Optional<String> customer) {

    public Prompt {
        to = List.copyOf(to);
        options = List.copyOf(options);
        attachments = List.copyOf(attachments);
    }

    /** One way to decide, without its consequence. */
    public record Choice(String id, String text) {}

    /**
     * A file that comes with it.
     *
     * @param alt what a picture shows; empty for other files
     */
    public record File(String name, String title, String alt) {}

    public static Prompt of(Inject inject) {
        var choices = inject.options().stream()
                .map(option -> new Choice(option.id(), option.text()))
                .toList();
        return new Prompt(
                inject.id(),
                inject.title(),
                inject.channel(),
                inject.from(),
                inject.to(),
                inject.text(),
                inject.acknowledge(),
                choices,
                inject.attachments().stream()
                        .map(one -> new File(one.name(), one.title(), one.alt()))
                        .toList(),
                inject.customer());
    }

    /** What responders read in place of the title: on which channel it came, and from whom. */
    public String heading() {
        return "%s from %s".formatted(channel.label(), from);
    }
}
