package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Prompt;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Wake;
import dev.muster.scenario.Member;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands a released inject to the notification service, one message for each recipient; again if in doubt. */
final class PublishInject {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final DrillStore store;
    private final Clock clock;
    private final Tell tell;

    PublishInject(Conducting conducting) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.tell = new Tell(conducting);
    }

    Outcome carryOut(Wake wake, DueItem item) {
        var drill = wake.drill();
        var released = released(drill, (Due.Publish) item.due());
        if (drill.state() == DrillState.EMERGENCY || wake.hold().isPresent()) {
            return later(drill, item);
        }
        return drill.state().over() ? conclude(drill, item, released, Set.of()) : now(drill, item, released);
    }

    Outcome now(Drill drill, DueItem item, LogEntry released) {
        var prompt = prompt(released);
        var recipients = store.roster(drill.id()).inRoles(prompt.to());
        for (var member : recipients) {
            tell.member(
                    drill,
                    member,
                    Notification.Kind.INJECT,
                    Optional.of(prompt.inject()),
                    prompt.heading(),
                    text(prompt));
        }
        return conclude(
                drill, item, released, recipients.stream().map(Member::id).collect(Collectors.toSet()));
    }

    private Outcome conclude(Drill drill, DueItem item, LogEntry released, Set<String> members) {
        var inject = prompt(released).inject();
        var event = new DrillEvent.InjectNotified(inject, members);
        var entry = Entries.after(released, Entries.notified(inject), drill, clock.instant(), event);
        return store.conclude(item, entry);
    }

    private Outcome later(Drill drill, DueItem item) {
        var at = clock.instant().plus(LOOK_AGAIN);
        store.refile(item.wokenAt(at, drill));
        return Outcome.DONE;
    }

    private static Prompt prompt(LogEntry released) {
        return ((DrillEvent.InjectReleased) released.event()).prompt();
    }

    private LogEntry released(Drill drill, Due.Publish due) {
        return store.entry(drill.id(), Entries.inject(due.inject()))
                .orElseThrow(() -> new IllegalStateException("not released: " + due.inject() + " in " + drill.id()));
    }

    /** What an inject says, as a message to one person. */
    static String text(Prompt prompt) {
        var choices = prompt.options().stream()
                .map(choice -> "- " + choice.text())
                .collect(Collectors.joining("\n", prompt.options().isEmpty() ? "" : "\n\nDecide:\n", ""));
        var files = prompt.attachments().stream()
                .map(file -> "- %s (%s)".formatted(file.title(), file.name()))
                .collect(Collectors.joining(
                        "\n", prompt.attachments().isEmpty() ? "" : "\n\nAttached, on your page:\n", ""));
        return "From: %s%n%n%s%s%s".formatted(prompt.from(), prompt.text().strip(), files, choices);
    }
}
