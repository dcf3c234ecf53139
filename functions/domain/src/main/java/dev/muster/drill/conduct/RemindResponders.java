package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Recipients;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Outcome;
import dev.muster.scenario.Member;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reminds those who have an inject and have neither acknowledged nor answered it, nor handed it over. */
final class RemindResponders {

    private final DrillStore store;
    private final Clock clock;
    private final Tell tell;

    RemindResponders(Conducting conducting) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.tell = new Tell(conducting);
    }

    Outcome carryOut(Drill drill, DueItem item, Due.Remind due) {
        var prompt = store.entry(drill.id(), Entries.inject(due.inject()))
                .map(entry -> ((DrillEvent.InjectReleased) entry.event()).prompt())
                .orElseThrow();
        var log = store.log(drill.id());
        var silent = new Recipients(store.roster(drill.id()), EventLog.of(log))
                .awaited(prompt).stream()
                        .filter(member -> !hasAnswered(log, member, due.inject()))
                        .collect(Collectors.toSet());
        if (silent.isEmpty()) {
            store.drop(item);
            return Outcome.DONE;
        }
        for (var member : silent) {
            tell.member(
                    drill,
                    member,
                    Notification.Kind.REMINDER,
                    Optional.of(due.inject()),
                    "Reminder: " + prompt.heading(),
                    "Nobody has seen you acknowledge this yet.\n\nFrom: %s%n%n%s"
                            .formatted(prompt.from(), prompt.text().strip()));
        }
        return log(drill, item, due, silent);
    }

    private Outcome log(Drill drill, DueItem item, Due.Remind due, Set<Member> silent) {
        var members = silent.stream().map(Member::id).collect(Collectors.toSet());
        var event = new DrillEvent.Reminded(due.inject(), members);
        var entry = Entries.entry(Entries.reminded(due.inject()), drill, clock.instant(), event);
        return store.remind(drill, item, entry);
    }

    private static boolean hasAnswered(List<LogEntry> log, Member member, String inject) {
        return log.stream().map(LogEntry::event).anyMatch(event -> switch (event) {
            case DrillEvent.Acknowledged done ->
                isBy(member, done) && done.inject().equals(inject);
            case DrillEvent.DecisionMade done ->
                isBy(member, done) && done.inject().equals(inject);
            case DrillEvent.MessageSent done ->
                isBy(member, done) && answers(done.message().answers(), inject);
            case DrillEvent.MessageDrafted done ->
                isBy(member, done) && answers(done.message().answers(), inject);
            default -> false;
        });
    }

    private static boolean isBy(Member member, DrillEvent.Response response) {
        return response.member().equals(member.id());
    }

    private static boolean answers(Optional<String> answered, String inject) {
        return answered.filter(inject::equals).isPresent();
    }
}
