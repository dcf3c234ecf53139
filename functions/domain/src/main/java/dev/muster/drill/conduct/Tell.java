package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.port.Links;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Notifier;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Member;
import java.util.Optional;

/** Words one notification to one person, with that person's own link. */
final class Tell {

    private final Notifier notifier;
    private final Links links;

    Tell(Conducting conducting) {
        this.notifier = conducting.notifier();
        this.links = conducting.links();
    }

    void member(
            Drill drill, Member member, Notification.Kind kind, Optional<String> inject, String subject, String text) {
        var channel = member.reach().stream().findFirst().orElse(Channel.EMAIL);
        var link = Optional.of(links.responder(drill, member.id()));
        notifier.publish(new Notification(drill.id(), member.id(), kind, inject, channel, subject, text, link));
    }

    void trainer(Drill drill, String subject, String text) {
        notifier.publish(new Notification(
                drill.id(),
                Notification.TRAINER,
                Notification.Kind.TRAINER,
                Optional.empty(),
                Channel.EMAIL,
                subject,
                text,
                Optional.empty()));
    }
}
