package dev.muster.drill.port;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Participant;
import dev.muster.drill.Roster;
import dev.muster.scenario.Approval;
import dev.muster.scenario.Bands;
import dev.muster.scenario.Channel;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A small rehearsal that a test keeps in a store, told step by step. */
public final class Rehearsal {

    public static final Instant NOON = Instant.parse("2026-10-01T12:00:00.000123Z");
    public static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final DrillStore store;
    private final String id = "d-" + UUID.randomUUID();
    private Scenario scenario = scenario(1, "Mind the gap.");
    private Roster roster = new Roster(List.of(member("m-zoe"), member("m-ana")));

    private Rehearsal(DrillStore store) {
        this.store = store;
    }

    public static Rehearsal in(DrillStore store) {
        return new Rehearsal(store);
    }

    public Rehearsal of(Scenario other) {
        scenario = other;
        return this;
    }

    public Rehearsal withCrewOf(int members) {
        roster = new Roster(
                IntStream.range(0, members).mapToObj(at -> member("m-" + at)).toList());
        return this;
    }

    public Rehearsal scheduled() {
        expectDone(schedule());
        return this;
    }

    public Rehearsal started() {
        scheduled();
        expectDone(store.start(drill(), startItem(), entry("started", new DrillEvent.Started()), List.of()));
        return this;
    }

    /** Running, with this inject due after ten minutes. */
    public Rehearsal startedWith(Due due) {
        scheduled();
        expectDone(store.arm(drill(), List.of(DueItem.atDrillTime(drill(), due, TEN_MINUTES))));
        expectDone(store.start(drill(), startItem(), entry("started", new DrillEvent.Started()), List.of()));
        return this;
    }

    public Rehearsal ended() {
        started();
        var over = drill().with(DrillState.ENDED, drill().clock().stopped(NOON.plusSeconds(60)));
        var event = new DrillEvent.Ended("t-1", DrillEvent.Ended.Reason.STOPPED, "enough seen");
        expectDone(store.command(drill(), over, entry("ended", event), Optional.empty(), List.of()));
        return this;
    }

    public Outcome schedule() {
        var event = new DrillEvent.Scheduled(
                "t-1",
                NOON,
                scenario.id(),
                plan().id(),
                "crew",
                scenario.briefing(),
                scenario.distressing(),
                scenario.starts(),
                Optional.empty(),
                Optional.empty());
        return store.schedule(planned(), scenario, plan(), roster, entry("scheduled", event), startItem());
    }

    // ---- what it is made of

    public String id() {
        return id;
    }

    public Scenario scenario() {
        return scenario;
    }

    public Roster roster() {
        return roster;
    }

    /** The drill as it was planned. */
    public Drill planned() {
        return new Drill(
                id,
                "Trouble at noon",
                scenario.id(),
                "default",
                "crew",
                ZoneId.of("Europe/Berlin"),
                NOON,
                Duration.ofMinutes(90),
                DrillState.SCHEDULED,
                DrillClock.startingAt(NOON, 1),
                0);
    }

    /** The drill as it is stored now. */
    public Drill drill() {
        return store.drill(id).orElseThrow();
    }

    public DueItem startItem() {
        return new DueItem(id, new Due.Start(), Optional.of(Duration.ZERO), Optional.of(NOON.minusSeconds(120)), 0);
    }

    public DueItem pending(Due due) {
        return store.pending(id).stream()
                .filter(item -> item.due().equals(due))
                .findFirst()
                .orElseThrow();
    }

    public boolean isPending(Due due) {
        return store.pending(id).stream().anyMatch(item -> item.due().equals(due));
    }

    /** The ids of the log's entries. */
    public List<String> entries() {
        return store.log(id).stream().map(LogEntry::id).toList();
    }

    public DueItem soon(Due due) {
        return DueItem.atWallTime(id, due, NOON.plusSeconds(61));
    }

    public static LogEntry entry(String id, DrillEvent event) {
        return new LogEntry(id, NOON.plusSeconds(60), Duration.ofMinutes(1), event);
    }

    public static LogEntry note(String id) {
        return entry(id, new DrillEvent.NoteTaken("m-ana", "legal", "what " + id + " says"));
    }

    public static Scenario scenario(int injects, String text) {
        return new Scenario(
                "small-trouble",
                "Small trouble",
                CrisisKind.OUTAGE,
                1,
                "en",
                Optional.empty(),
                Duration.ofMinutes(90),
                FaultStatus.UNKNOWN,
                List.of(),
                List.of(),
                "Something may happen.",
                List.of("legal"),
                List.of(),
                List.of(),
                IntStream.range(0, injects)
                        .mapToObj(at -> inject("i-" + at, text))
                        .toList());
    }

    public static Plan plan() {
        return new Plan(
                "default",
                "A plan",
                1,
                "Head of Customer Operations",
                LocalDate.of(2026, 9, 1),
                "Duty manager, +44 20 7946 0000",
                Bands.DEFAULT,
                List.of(new Role("legal", "Legal", "Reads before it goes out", List.of())),
                Set.of(),
                Approval.NONE,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Inject inject(String id, String text) {
        return new Inject(
                id,
                "Inject " + id,
                new Release.Scripted(TEN_MINUTES),
                Channel.CHAT,
                "Priya (SOC)",
                Optional.empty(),
                List.of("legal"),
                text,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE);
    }

    private static Participant member(String id) {
        var member = new Member(
                id,
                "Ana Kovač",
                Optional.of(id + "@crew.example"),
                Optional.empty(),
                Optional.of(id),
                "en",
                List.of("legal"),
                List.of(),
                List.of(Channel.EMAIL, Channel.IN_PERSON));
        return new Participant(member, id.equals("m-ana") ? Optional.of(NOON) : Optional.empty());
    }

    private static void expectDone(Outcome outcome) {
        if (outcome != Outcome.DONE) {
            throw new AssertionError("expected DONE, found " + outcome);
        }
    }
}
