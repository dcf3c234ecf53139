package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.Roster;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.ScheduleDrill;
import dev.muster.drill.port.Attachments;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Adaptation;
import dev.muster.scenario.AdaptedTeam;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import dev.muster.scenario.Variable;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Wording;
import dev.muster.web.Problem.Flaw;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads and judges the request for a new drill. */
final class Scheduling {

    static final String A_SPEED = "a number from 0.01 to 1000";

    /** How long ago a start may lie: the time between the trainer's look at the clock and our reading of the request. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final Duration FURTHEST = Duration.ofDays(366);
    private static final String A_START =
            "\"now\", a time such as 2026-01-31T12:00:00Z, or a duration from now such as PT10M";

    private final DrillStore store;
    private final ScheduleDrill schedule;
    private final Library library;
    private final Attachments attachments;
    private final Clock clock;

    Scheduling(Conducting conducting, Library library, Attachments attachments) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.schedule = new ScheduleDrill(store, conducting.queue(), clock);
        this.library = library;
        this.attachments = attachments;
    }

    /** Slower than this, a drill would run for years, and so would its links. */
    static boolean isSpeed(double speed) {
        return speed >= 0.01 && speed <= 1_000;
    }

    /** More than any scenario has, and as long as a variable's default may be. */
    private static final int MOST_VARIABLES = 100;

    private static final int LONGEST_VALUE = 400;

    /** @param ownPlan a plan that stands in the request itself, rather than in the library */
    private record Wish(
            String scenario,
            String team,
            String plan,
            Optional<JsonNode> ownPlan,
            Map<String, String> variables,
            Instant startsAt,
            double speed) {}

    /** Schedules what the request asks for; the same request again, under the same key, finds the same drill. */
    Drill schedule(Call call) {
        var account = call.account().id();
        var id = id(account, call.request().key());
        var now = clock.instant();
        var wish = Body.read(call.request(), body -> wish(body, now));
        return store.drill(id).map(drill -> same(drill, wish)).orElseGet(() -> schedule(id, account, wish, now));
    }

    private static Wish wish(Body body, Instant now) {
        var ownPlan = body.object("ownPlan");
        var plan = body.optionalId("plan");
        if (ownPlan.isPresent() && plan.isPresent()) {
            body.reject("plan", "a drill has one plan; leave this out, or ownPlan");
        }
        return new Wish(
                body.id("scenario"),
                body.id("team"),
                ownPlan.map(own -> own.path("plan").asText()).or(() -> plan).orElse(Library.DEFAULT_PLAN),
                ownPlan,
                body.texts("variables", MOST_VARIABLES, LONGEST_VALUE),
                body.parsed("startsAt", A_START, text -> start(text, now)).orElse(now),
                body.number("speed", A_SPEED, Scheduling::isSpeed).orElse(1.0));
    }

    private static Instant start(String text, Instant now) {
        if (text.equals("now")) {
            return now;
        }
        if (!text.startsWith("P")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var ahead = Duration.parse(text);
        if (ahead.isNegative() || ahead.compareTo(FURTHEST) > 0) {
            throw new DateTimeException("out of bounds");
        }
        return now.plus(ahead);
    }

    private Drill same(Drill drill, Wish wish) {
        if (!drill.scenario().equals(wish.scenario())
                || !drill.team().equals(wish.team())
                || !drill.plan().equals(wish.plan())
                || !variables(drill).equals(wish.variables())
                || isAtAnotherSpeed(drill, wish)) {
            throw Problem.of(Kind.UNACCEPTABLE, new Refusal("scheduled-otherwise", List.of()));
        }
        return drill;
    }

    /** What was asked for when the drill was scheduled. */
    private Map<String, String> variables(Drill drill) {
        return store.entry(drill.id(), Entries.SCHEDULED)
                .map(LogEntry::event)
                .flatMap(event -> ((DrillEvent.Scheduled) event).variables())
                .orElse(Map.of());
    }

    /** Known until a command sets the clock: after it, the drill's speed may be another one than it was scheduled with. */
    private static boolean isAtAnotherSpeed(Drill drill, Wish wish) {
        return drill.epoch() == 0 && drill.clock().speed() != wish.speed();
    }

    private Drill schedule(String id, String account, Wish wish, Instant now) {
        var flaws = new ArrayList<Flaw>();
        var scenario = look("scenario", wish.scenario(), library::scenario, flaws);
        var plan = wish.ownPlan()
                .map(own -> look("ownPlan", own.toString(), Scheduling::ownPlan, flaws))
                .orElseGet(() -> look("plan", wish.plan(), library::plan, flaws));
        var team = look("team", wish.team(), library::team, flaws);
        flaws.addAll(untimely(wish.startsAt(), now));
        scenario.ifPresent(it -> flaws.addAll(undeclared(it, wish.variables().keySet())));
        var cast = scenario.flatMap(it -> plan.flatMap(known -> team.map(crew -> cast(it, known, crew))));
        cast.ifPresent(it -> flaws.addAll(unheld(it)));
        if (!flaws.isEmpty()) {
            throw Problem.invalid(flaws);
        }
        var played = cast.orElseThrow();
        var startsAt = wish.startsAt().isBefore(now) ? now : wish.startsAt();
        // First: whoever finds the drill finds its files.
        keepFiles(id, scenario.orElseThrow());
        return schedule.schedule(new ScheduleDrill.Request(
                id,
                account,
                played.scenario(),
                played.plan(),
                played.team(),
                wish.variables(),
                startsAt,
                wish.speed(),
                played.findings()));
    }

    /** A scenario and a team, both fitted to the plan. */
    private record Cast(Scenario scenario, Plan plan, Team team, List<String> findings) {}

    private Cast cast(Scenario scenario, Plan plan, Team team) {
        var script = Adaptation.of(scenario, plan, library.defaultPlan());
        var crew = AdaptedTeam.of(team, plan);
        var findings = Stream.concat(script.words().stream(), crew.findings().stream());
        return new Cast(script.scenario(), plan, crew.team(), findings.toList());
    }

    private void keepFiles(String id, Scenario scenario) {
        try {
            AttachedFiles.keep(attachments, id, scenario, library);
        } catch (InvalidDocument e) {
            throw Problem.invalid(flaws("scenario", e));
        }
    }

    private static <T> Optional<T> look(String field, String id, Function<String, T> library, List<Flaw> flaws) {
        try {
            return Optional.of(library.apply(id));
        } catch (NoSuchElementException e) {
            flaws.add(new Flaw("/" + field, e.getMessage()));
        } catch (InvalidDocument e) {
            flaws.addAll(flaws(field, e));
        }
        return Optional.empty();
    }

    private static Plan ownPlan(String json) {
        return Library.ownPlan("plan", json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Flaw> flaws(String field, InvalidDocument invalid) {
        return invalid.problems().stream()
                .map(problem -> new Flaw("/" + field, problem.toString()))
                .toList();
    }

    private static List<Flaw> untimely(Instant startsAt, Instant now) {
        if (startsAt.isBefore(now.minus(JUST_NOW))) {
            return List.of(new Flaw("/startsAt", "expected a time to come, found one that has passed: " + startsAt));
        }
        return startsAt.isAfter(now.plus(FURTHEST))
                ? List.of(new Flaw("/startsAt", "expected a time within a year, found " + startsAt))
                : List.of();
    }

    private static List<Flaw> undeclared(Scenario scenario, Set<String> named) {
        var known = scenario.variables().stream().map(Variable::name).toList();
        return named.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Flaw(
                        "/variables/" + name,
                        "the scenario '%s' has no such variable: '%s'%s"
                                .formatted(scenario.id(), name, Wording.suggestion(name, known))))
                .toList();
    }

    private static List<Flaw> unheld(Cast cast) {
        var roster = Roster.of(cast.team());
        return cast.scenario().roles().stream()
                .filter(role -> roster.inRoles(List.of(role)).isEmpty())
                .map(role -> new Flaw(
                        "/team",
                        "nobody in the team '%s' holds the role '%s' or stands in for it"
                                .formatted(cast.team().id(), role)))
                .toList();
    }

    /** The id of the drill that this account asks for under this key: always the same, and no one else's. */
    private static String id(String account, String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((account + '\n' + key).getBytes(StandardCharsets.UTF_8));
            return "d-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
