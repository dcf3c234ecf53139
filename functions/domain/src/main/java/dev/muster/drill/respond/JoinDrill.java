package dev.muster.drill.respond;

import static dev.muster.drill.respond.Admission.check;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Refusal;
import dev.muster.drill.Roster;
import dev.muster.drill.Substitution;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.respond.Recorded.Because;
import dev.muster.scenario.Member;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whoever comes in by a drill's join link: as somebody on the roster, or as a substitute who takes a role over. */
public final class JoinDrill {

    /** The longest name of a substitute, in characters. */
    public static final int MAX_NAME = 80;

    /** The longest roster that a substitute may still come onto: a link that leaks must not fill it without end. */
    public static final int MOST_PARTICIPANTS = 250;

    private static final int LOOKS = 10;

    private final DrillStore store;
    private final Clock clock;

    public JoinDrill(DrillStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Somebody who is not on the roster.
     *
     * @param name in any script
     * @param role the role of the plan that the substitute takes over
     * @param insteadOf id of the member who gives the role up; empty if whoever holds it keeps it
     */
    public record Substitute(String name, String role, Optional<String> insteadOf) {}

    /** A member of the roster comes in; once, however often and from however many devices. */
    public Recorded join(String drillId, String member) {
        try {
            var drill = drill(drillId);
            check(store.participant(drillId, member).isPresent(), Because.UNKNOWN, "no-member", member);
            var joined = Entries.entry(Entries.joined(member), drill, clock.instant(), new DrillEvent.Joined(member));
            return store.record(drillId, joined, List.of()) == Outcome.ALREADY
                    ? accepted(drill, stored(drill, joined.id()).orElseThrow())
                    : accepted(drill, joined);
        } catch (Admission.Inadmissible refusal) {
            return refusal.asRecorded();
        }
    }

    /**
     * A substitute comes onto the roster; once under a key, which decides the substitute's id.
     *
     * @param key the idempotency key
     * @throws IllegalStateException if others changed the roster so often meanwhile that it must be tried again later
     */
    public Recorded substitute(String drillId, String key, Substitute wanted) {
        try {
            for (var look = 0; look < LOOKS; look++) {
                var recorded = attempt(drill(drillId), id(drillId, key), wanted);
                if (recorded.isPresent()) {
                    return recorded.get();
                }
            }
        } catch (Admission.Inadmissible refusal) {
            return refusal.asRecorded();
        }
        throw new IllegalStateException("a substitute for %s met a change each time".formatted(drillId));
    }

    /** Empty if the roster changed meanwhile. */
    private Optional<Recorded> attempt(Drill drill, String id, Substitute wanted) {
        var event = new DrillEvent.SubstituteJoined(id, wanted.role(), wanted.insteadOf());
        var roster = store.roster(drill.id());
        var before = stored(drill, Entries.joined(id));
        if (before.isPresent()) {
            return Optional.of(repeated(drill, before.get(), event, roster, wanted));
        }
        checkSubstitute(drill, roster, wanted);
        var substitution = substitution(id, roster, wanted);
        var joined = Entries.entry(Entries.joined(id), drill, clock.instant(), event);
        return store.substitute(drill.id(), joined, substitution) == Outcome.DONE
                ? Optional.of(accepted(drill, joined))
                : Optional.empty();
    }

    /** The same once more is accepted; somebody else under the same key is not. */
    private static Recorded repeated(Drill drill, LogEntry before, DrillEvent event, Roster roster, Substitute wanted) {
        var same = before.event().equals(event)
                && roster.member(((DrillEvent.SubstituteJoined) event).member())
                        .filter(member -> member.name().equals(wanted.name().strip()))
                        .isPresent();
        return same
                ? accepted(drill, before)
                : new Recorded.Refused(Because.TOO_LATE_OR_EARLY, new Refusal("key-used", List.of()));
    }

    private void checkSubstitute(Drill drill, Roster roster, Substitute wanted) {
        check(!drill.state().over(), Because.TOO_LATE_OR_EARLY, "drill-over");
        check(isName(wanted.name()), Because.INVALID, "bad-name", MAX_NAME);
        check(store.plan(drill.id()).role(wanted.role()).isPresent(), Because.UNKNOWN, "no-role", wanted.role());
        wanted.insteadOf()
                .ifPresent(member -> check(
                        roster.member(member)
                                .filter(one -> one.holds(wanted.role()))
                                .isPresent(),
                        Because.TOO_LATE_OR_EARLY,
                        "not-their-role",
                        member,
                        wanted.role()));
        check(
                roster.participants().size() < MOST_PARTICIPANTS,
                Because.TOO_LATE_OR_EARLY,
                "too-many-people",
                roster.participants().size());
    }

    /**
     * One line that shows what it says: something to read, no line breaks, and nothing that turns the direction of writing
     * for others.
     */
    private static boolean isName(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.strip().length() <= MAX_NAME
                && name.codePoints().noneMatch(one -> breaksTheLine(one) || turnsTheDirection(one));
    }

    private static boolean breaksTheLine(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    private static boolean turnsTheDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /** Without an address: a substitute reads on the page behind the own link. */
    private static Substitution substitution(String id, Roster roster, Substitute wanted) {
        var relieved = wanted.insteadOf().flatMap(roster::member);
        var arriving = new Member(
                id,
                wanted.name().strip(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language(roster, relieved),
                List.of(wanted.role()),
                List.of(),
                List.of());
        return new Substitution(arriving, wanted.role(), relieved);
    }

    /** That of whoever gives the role up, or else of the team. */
    private static String language(Roster roster, Optional<Member> relieved) {
        return Stream.concat(relieved.stream(), roster.participants().stream().map(Participant::member))
                .map(Member::language)
                .findFirst()
                .orElse("en");
    }

    private static String id(String drill, String key) {
        check(RecordResponse.isKey(key), Because.INVALID, "bad-key");
        var digest = UUID.nameUUIDFromBytes((drill + '/' + key).getBytes(StandardCharsets.UTF_8));
        return "sub-" + digest.toString().substring(0, 13);
    }

    private Drill drill(String id) {
        var drill = store.drill(id).orElseThrow();
        check(drill.state() != DrillState.CANCELLED, Because.TOO_LATE_OR_EARLY, "called-off");
        return drill;
    }

    private Optional<LogEntry> stored(Drill drill, String entry) {
        return store.entry(drill.id(), entry);
    }

    private static Recorded accepted(Drill drill, LogEntry entry) {
        return new Recorded.Accepted(entry, !drill.state().over());
    }
}
