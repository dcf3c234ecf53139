package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a trainer sees of a team at work. */
class ConsoleTest {

    private final House house = new House();

    @BeforeEach
    void theBreachHasBegun() {
        house.drill();
        house.minutes(1);
    }

    private JsonNode console() {
        return house.trainer("GET", "/api/v1/drills/d-first").json();
    }

    private void responds(String member, String what, String body) {
        house.responder("d-first", member, "POST", "/api/v1/my/" + what)
                .body(body)
                .json();
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none with %s %s in %s".formatted(field, value, list)));
    }

    private JsonNode first() {
        return console().path("released").get(0);
    }

    @Test
    void askingLooksAtTheDrillAndWhatHappenedOnceEach() {
        house.looks.clear();
        console();
        assertThat(house.looks)
                .containsExactlyInAnyOrder("linksRevokedBefore", "drill", "plan", "scenario", "proceedings");
    }

    @Test
    void eachRecipientIsSeenToAcknowledgeOrToBeLate() {
        var inject = first().path("inject").asText();
        var recipients = console().path("recipients").path(inject);
        var member = recipients.get(0).path("member").asText();
        assertThat(recipients.get(0).has("acknowledged")).isFalse();
        assertThat(recipients.get(0).path("overdue").asBoolean()).isFalse();

        house.minutes(20);
        assertThat(one(console().path("recipients").path(inject), "member", member)
                        .path("overdue")
                        .asBoolean())
                .isTrue();

        responds(member, "acknowledgements", "{\"inject\":\"%s\"}".formatted(inject));
        var after = one(console().path("recipients").path(inject), "member", member);
        assertThat(after.path("acknowledged").asText()).isEqualTo("PT21M");
        assertThat(after.path("overdue").asBoolean()).isFalse();
    }

    @Test
    void lanesShowWhatReachedARoleAndWhatItDid() {
        responds("m-misaki", "notes", "{\"text\":\"Phones are quiet\"}");
        var role = console().path("lanes");
        var note = StreamSupport.stream(role.spliterator(), false)
                .flatMap(lane -> StreamSupport.stream(lane.path("doings").spliterator(), false))
                .filter(doing -> doing.path("kind").asText().equals("note-taken"))
                .findFirst()
                .orElseThrow();
        assertThat(note.path("text").asText()).isEqualTo("Phones are quiet");
        assertThat(note.path("member").asText()).isEqualTo("m-misaki");
        assertThat(role.findValuesAsText("role"))
                .containsExactlyElementsOf(house.library.scenario("data-breach").roles());
        var to = first().path("to").get(0).asText();
        assertThat(one(role, "role", to).path("doings").get(0).path("kind").asText())
                .isEqualTo("inject");
    }

    @Test
    void stepsRunByTheirClocksUntilTheyAreDone() {
        var expected = house.library.scenario("data-breach").injects().stream()
                .filter(inject -> inject.id().equals(first().path("inject").asText()))
                .flatMap(inject -> inject.expects().stream())
                .toList();
        assertThat(console().path("steps").findValuesAsText("step")).containsAll(expected);

        house.minutes(60);
        var step = expected.stream()
                .filter(id -> house.library.defaultPlan().step(id).orElseThrow().evidence() instanceof Evidence.Action)
                .findFirst()
                .orElseThrow();
        assertThat(clock(step).path("overdue").asBoolean()).isTrue();
        assertThat(clock(step).has("done")).isFalse();

        responds("m-ana", "actions", "{\"step\":\"%s\",\"evidence\":\"Done at last\"}".formatted(step));
        assertThat(clock(step).path("overdue").asBoolean()).isFalse();
        assertThat(clock(step).path("done").asText()).isEqualTo("PT1H1M");
    }

    private JsonNode clock(String step) {
        return one(console().path("steps"), "step", step).path("clocks").get(0);
    }

    @Test
    void draftsWaitQuestionsAreOpenAndObservationsStand() {
        responds("m-misaki", "messages", "{\"channel\":\"web\",\"audience\":\"public\",\"text\":\"We know.\"}");
        responds("m-misaki", "questions", "{\"text\":\"May I say how many?\"}");
        house.trainer("POST", "/api/v1/drills/d-first/observations")
                .body("{\"text\":\"They are calm\"}")
                .json();

        assertThat(console().path("drafts").get(0).path("text").asText()).isEqualTo("We know.");
        var question = console().path("questions").get(0);
        assertThat(question.path("text").asText()).isEqualTo("May I say how many?");
        assertThat(question.has("answer")).isFalse();
        assertThat(console().path("observations").get(0).path("text").asText()).isEqualTo("They are calm");

        house.trainer("POST", "/api/v1/drills/d-first/answers")
                .body("{\"question\":\"%s\",\"text\":\"No.\"}"
                        .formatted(question.path("question").asText()))
                .json();
        assertThat(console()
                        .path("questions")
                        .get(0)
                        .path("answer")
                        .path("text")
                        .asText())
                .isEqualTo("No.");
    }

    @Test
    void aRulingStandsBesideWhatWasFound() {
        responds(
                "m-misaki",
                "messages",
                "{\"channel\":\"email\",\"audience\":\"customers\",\"text\":\"We are sorry.\",\"sendAnyway\":true}");
        var message = console().path("messages").get(0).path("message").asText();
        house.trainer("POST", "/api/v1/drills/d-first/overrulings")
                .body("{\"message\":\"%s\",\"criterion\":\"apology\",\"present\":true,\"reason\":\"Plain\"}"
                        .formatted(message))
                .json();

        var mark = mark();
        assertThat(mark.path("criterion").asText()).isEqualTo("apology");
        assertThat(mark.path("present").asBoolean()).isTrue();
        assertThat(mark.has("automatic")).isFalse();
        assertThat(mark.path("ruledBy").asText()).isEqualTo("ines");
        assertThat(console().path("score").path("status").asText()).isEqualTo("live");
    }

    @Test
    void aMarkThatTheRaterGuessedIsToBeConfirmedUntilAnEvaluatorRules() {
        responds(
                "m-misaki",
                "messages",
                "{\"channel\":\"email\",\"audience\":\"customers\",\"text\":\"Well, sorry.\",\"sendAnyway\":true}");
        var message = console().path("messages").get(0).path("message").asText();
        var guess = new DrillEvent.CriterionMark(true, 0.5, List.of("sorry"));
        var rated = new DrillEvent.MessageRated(message, "test", Map.of(Criterion.APOLOGY, guess));
        house.store.record(
                "d-first",
                Entries.entry("rated", house.store.drill("d-first").orElseThrow(), house.clock.instant(), rated),
                List.of());
        assertThat(mark().path("unsure").asBoolean()).isTrue();

        house.trainer("POST", "/api/v1/drills/d-first/overrulings")
                .body("{\"message\":\"%s\",\"criterion\":\"apology\",\"present\":true,\"reason\":\"Plain\"}"
                        .formatted(message))
                .json();
        assertThat(mark().path("unsure").asBoolean(true)).isFalse();
        assertThat(mark().path("present").asBoolean()).isTrue();
    }

    private JsonNode mark() {
        return console().path("messages").get(0).path("marks").get(0);
    }

    @Test
    void whatIsToComeSaysWhenInWords() {
        assertThat(console().path("pending").findValuesAsText("when"))
                .anySatisfy(words -> assertThat(words).startsWith("unless "));
    }
}
