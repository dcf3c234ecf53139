package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The scorecard of a drill that is over, in short.
 *
 * @param score 0 to 100, as the language writes it
 * @param rating P, S, M or U; empty if nothing was evaluated
 */
public record Result(String score, String rating, boolean released, List<Objective> objectives) {

    /** @param score 0 to 100; empty if none of its steps was evaluated */
    public record Objective(String title, String score, String rating) {}

    static Result of(JsonNode scorecard, boolean released, Words words) {
        return new Result(
                words.number(scorecard.path("score").asDouble()),
                scorecard.path("rating").asText(""),
                released,
                StreamSupport.stream(scorecard.path("objectives").spliterator(), false)
                        .map(one -> objective(one, words))
                        .toList());
    }

    private static Objective objective(JsonNode one, Words words) {
        return new Objective(
                one.path("title").asText(),
                one.path("score").isNumber() ? words.number(one.path("score").asDouble()) : "",
                one.path("rating").asText(""));
    }
}
