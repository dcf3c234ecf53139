package dev.muster.web;

import dev.muster.drill.Hold;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What leaders see: the hold, and what was released, by team.
 *
 * @param reason what is shown again of a hold that was not set
 */
public record LeaderPage(Optional<Held> hold, List<Team> teams, Notice notice, String reason) {

    /** @param since date and time, UTC */
    public record Held(String by, String reason, String since) {}

    /**
     * @param ranked whether these are enough drills to tell skill from luck
     * @param toRank how many are enough
     */
    public record Team(String id, boolean ranked, int toRank, List<Line> lines) {}

    /**
     * @param date in the team's zone, as the language writes it
     * @param plan its title, or its id where the scorecard is older than titles
     * @param version of the plan; empty where the scorecard does not say
     */
    public record Line(
            String drill, String title, String date, String plan, String version, boolean ownPlan, Result result) {}

    static LeaderPage of(Readiness readiness, Optional<Hold> hold, Words words, Notice notice, Typed typed) {
        return new LeaderPage(
                hold.map(it -> new Held(it.by(), it.reason(), words.dateAndTime(it.since(), ZoneOffset.UTC))),
                readiness.teams().stream()
                        .map(team -> new Team(
                                team.id(),
                                team.ranked(),
                                Readiness.DRILLS_TO_RANK,
                                team.released().stream()
                                        .map(one -> line(one, words))
                                        .toList()))
                        .toList(),
                notice,
                typed.in("hold").or("reason", ""));
    }

    private static Line line(Readiness.Released one, Words words) {
        var card = one.scorecard();
        return new Line(
                one.drill().id(),
                one.drill().title(),
                words.date(one.date()),
                card.path("plan-title")
                        .asText(card.path("plan").asText(one.drill().plan())),
                card.path("plan-version").asText(""),
                card.has("default-plan") && !card.path("default-plan").asBoolean(),
                Result.of(card, true, words));
    }
}
