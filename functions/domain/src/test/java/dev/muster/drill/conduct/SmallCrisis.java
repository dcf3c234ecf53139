package dev.muster.drill.conduct;

import dev.muster.drill.respond.Intent;
import dev.muster.scenario.Approval;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Bands;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Charter;
import dev.muster.scenario.Condition;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Option;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.Team;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A crisis of half an hour with one inject of each sort: at 0 an alarm, at 10 a call, at 15 a decision, at 20 a
 * journalist unless the statement is out, and a thread of angry posts two minutes after somebody was blamed.
 */
final class SmallCrisis {

    private SmallCrisis() {}

    static Scenario scenario() {
        return new Scenario(
                "small",
                "A small crisis",
                CrisisKind.OUTAGE,
                1,
                "en",
                Optional.empty(),
                Duration.ofMinutes(30),
                FaultStatus.UNKNOWN,
                List.of(),
                List.of(),
                "Be ready.",
                List.of("lead", "voice"),
                List.of(),
                List.of(),
                List.of(
                        inject(
                                "alarm",
                                scripted(0),
                                List.of("lead"),
                                List.of("statement"),
                                Optional.of(Duration.ofMinutes(5))),
                        inject("call", scripted(10), List.of("voice"), List.of(), Optional.empty()),
                        decision(),
                        inject(
                                "journalist",
                                new Release.Contingency(
                                        Duration.ofMinutes(20), new Condition.Not(new Condition.StepDone("statement"))),
                                List.of("voice"),
                                List.of(),
                                Optional.empty()),
                        inject(
                                "thread",
                                new Release.Reactive(
                                        new Condition.Shown(Criterion.BLAME, Condition.Messages.ANY),
                                        Duration.ofMinutes(2)),
                                List.of("voice"),
                                List.of(),
                                Optional.empty()),
                        inject(
                                "thanks",
                                new Release.Reactive(new Condition.Acknowledged("alarm"), Duration.ofMinutes(3)),
                                List.of("lead"),
                                List.of(),
                                Optional.empty())));
    }

    /**
     * The same half hour, with an inject held ready, and three that react: one minute after the statement is overdue, half a
     * minute after the call, and at once when the team decides to close.
     */
    static Scenario withMore() {
        var injects = new ArrayList<>(scenario().injects());
        injects.add(inject(
                "spare",
                new Release.Ready("When the room goes quiet"),
                List.of("voice"),
                List.of("statement"),
                Optional.of(Duration.ofMinutes(5))));
        injects.add(reaction("chase", new Condition.StepOverdue("statement", Optional.empty()), 60));
        injects.add(reaction("echo", new Condition.Released("call"), 30));
        injects.add(reaction("closed", new Condition.Decided("choice", Optional.of("close")), 0));
        return scenario().with(injects);
    }

    /** What a trainer types in the middle of it. */
    static PutInject.AdHoc typed() {
        return new PutInject.AdHoc(
                "A neighbour asks",
                Channel.PHONE,
                "Mrs Adler, next door",
                List.of("voice"),
                "Is it safe to open the windows? {{company}} says nothing.",
                List.of("statement"),
                Optional.of(Duration.ofMinutes(3)),
                List.of());
    }

    /** What a trainer changes in one of its injects. */
    static EditInject.Edit softer() {
        return new EditInject.Edit(
                Optional.empty(), Optional.empty(), Optional.of("Somebody kind"), List.of(), Optional.of("Softer"));
    }

    /** What the plan's one step asks for; somebody else must approve it. */
    static Intent statement() {
        return new Intent.Write(
                Channel.WEB, Audience.PUBLIC, "We are on it.", Optional.empty(), Set.of("statement"), false);
    }

    private static Inject reaction(String id, Condition condition, int delay) {
        var release = new Release.Reactive(condition, Duration.ofSeconds(delay));
        return inject(id, release, List.of("voice"), List.of(), Optional.empty());
    }

    /** Half an hour with one inject, at its very end, if no message blamed anybody. */
    static Scenario untilItIsFree() {
        var blamed = new Condition.Shown(Criterion.BLAME, Condition.Messages.ANY);
        return scenario()
                .with(List.of(inject(
                        "praise",
                        new Release.Contingency(Duration.ofMinutes(30), new Condition.Not(blamed)),
                        List.of("voice"),
                        List.of(),
                        Optional.empty())));
    }

    private static Release scripted(int minutes) {
        return new Release.Scripted(Duration.ofMinutes(minutes));
    }

    private static Inject decision() {
        return new Inject(
                "choice",
                "choice",
                scripted(15),
                Channel.CHAT,
                "Board",
                Optional.empty(),
                List.of("lead"),
                "Which?",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Option("stay", "Stay open", "c1"), new Option("close", "Close", "c2")),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE);
    }

    private static Inject inject(
            String id, Release release, List<String> to, List<String> expects, Optional<Duration> acknowledge) {
        return new Inject(
                id,
                id,
                release,
                Channel.EMAIL,
                "Somebody",
                Optional.empty(),
                to,
                "Text of " + id,
                List.of(),
                expects,
                acknowledge,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE);
    }

    static Plan plan() {
        return new Plan(
                Plan.DEFAULT,
                "Small plan",
                1,
                "Owner",
                LocalDate.of(2026, 1, 1),
                "Duty manager, 020 7946 0000",
                Bands.DEFAULT,
                List.of(new Role("lead", "Lead", "leads", List.of()), new Role("voice", "Voice", "speaks", List.of())),
                Set.of("voice"),
                new Approval(Set.of(Audience.PUBLIC), Set.of("lead")),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(new Step(
                        "statement",
                        "Publish a statement",
                        Phase.COMMUNICATION,
                        List.of("swift"),
                        List.of(),
                        Step.Mode.OBSERVED,
                        "voice",
                        Step.Starts.EXPECTED,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(45),
                        false,
                        new Evidence.Message(Set.of(Audience.PUBLIC), Set.of(), false),
                        Set.of(),
                        Set.of(),
                        1,
                        false,
                        "")));
    }

    static Team team() {
        return new Team(
                "crew",
                "Crew",
                ZoneId.of("Europe/Berlin"),
                new Charter(1, "rehearse", false, Duration.ofDays(365)),
                List.of(member("ana", List.of("lead"), List.of()), member("bo", List.of("voice"), List.of("lead"))));
    }

    private static Member member(String id, List<String> roles, List<String> deputyFor) {
        return new Member(
                id,
                id,
                Optional.of(id + "@crew.example"),
                Optional.empty(),
                Optional.empty(),
                "en",
                roles,
                deputyFor,
                List.of(Channel.EMAIL));
    }
}
