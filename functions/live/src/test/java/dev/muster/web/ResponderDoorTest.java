package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponderDoorTest {

    private static final String TO_THE_PUBLIC =
            "{\"channel\":\"web\",\"audience\":\"public\",\"text\":\"We are looking into it.\"}";

    private final House house = new House();

    @BeforeEach
    void theFirstInjectIsOut() {
        house.drill();
        house.minutes(1);
    }

    private House.Asking asks(String member, String method, String path) {
        return house.responder("d-first", member, method, "/api/v1/my/" + path);
    }

    private JsonNode mine(String member) {
        return asks(member, "GET", "drill").json();
    }

    private JsonNode prompt(String member, String inject) {
        return StreamSupport.stream(mine(member).path("prompts").spliterator(), false)
                .filter(prompt -> prompt.path("inject").asText().equals(inject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aResponderSeesTheDrillThePlanAndWhatCameInForTheOwnRoles() {
        var mine = mine("m-olena");
        assertThat(mine.path("state").asText()).isEqualTo("running");
        assertThat(mine.path("clock").path("drillTime").asText()).isEqualTo("PT1M");
        assertThat(mine.path("realContact").asText()).contains("Duty manager");
        assertThat(mine.path("plan").path("steps"))
                .hasSize(house.library.defaultPlan().steps().size());
        assertThat(prompt("m-olena", "soc-alert").path("waitsFor").toString()).isEqualTo("[\"acknowledgement\"]");
        assertThat(mine("m-layla").path("prompts")).isEmpty();
    }

    @Test
    void anAcknowledgementCountsOnceAndNothingWaitsAnyMore() {
        var acknowledge = asks("m-olena", "POST", "acknowledgements").key("k").body("{\"inject\":\"soc-alert\"}");
        var first = acknowledge.json();
        house.minutes(1);
        assertThat(acknowledge.json()).isEqualTo(first);
        assertThat(first.path("drillTime").asText()).isEqualTo("PT1M");
        assertThat(prompt("m-olena", "soc-alert").path("waitsFor")).isEmpty();
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsSentTwiceStandsOnceAndAnotherUnderItsKeyIsRefused() {
        var send = asks("m-tunde", "POST", "messages").key("k");
        var first = send.body(TO_THE_PUBLIC).json();
        assertThat(send.body(TO_THE_PUBLIC).json()).isEqualTo(first);
        var other = send.body(TO_THE_PUBLIC.replace("looking", "not looking")).send();
        assertThat(other.status()).isEqualTo(409);
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void aDraftWaitsForWhoeverMayApproveIt() {
        var draft = asks("m-tunde", "POST", "messages").body(TO_THE_PUBLIC).json();
        assertThat(draft.path("state").asText()).isEqualTo("draft");
        assertThat(mine("m-tunde").path("messages").get(0).path("state").asText())
                .isEqualTo("draft");
        assertThat(mine("m-tunde").path("drafts")).isEmpty();
        assertThat(mine("m-misaki").path("drafts")).isEmpty();
        var waiting = mine("m-ana").path("drafts").get(0);
        assertThat(waiting.path("text").asText()).isEqualTo("We are looking into it.");
        var approved = asks("m-ana", "POST", "approvals")
                .body("{\"message\":\"%s\",\"approve\":true}"
                        .formatted(waiting.path("message").asText()))
                .json();
        assertThat(approved.path("state").asText()).isEqualTo("sent");
        assertThat(mine("m-ana").path("drafts")).isEmpty();
        assertThat(mine("m-tunde").path("messages").get(0).path("state").asText())
                .isEqualTo("sent");
    }

    @Test
    void aRefusalNeedsAReasonAndTheAuthorReadsIt() {
        var draft = asks("m-tunde", "POST", "messages")
                .body(TO_THE_PUBLIC)
                .json()
                .path("message")
                .asText();
        var bare = asks("m-ana", "POST", "approvals").body("{\"message\":\"%s\",\"approve\":false}".formatted(draft));
        assertThat(bare.send().status()).isEqualTo(400);
        asks("m-ana", "POST", "approvals")
                .body("{\"message\":\"%s\",\"approve\":false,\"reason\":\"Say since when\"}".formatted(draft))
                .json();
        var message = mine("m-tunde").path("messages").get(0);
        assertThat(message.path("state").asText()).isEqualTo("refused");
        assertThat(message.path("reason").asText()).isEqualTo("Say since when");
    }

    @Test
    void whoeverMayNotDecideOnDraftsIsToldWhoMay() {
        var draft = asks("m-tunde", "POST", "messages")
                .body(TO_THE_PUBLIC)
                .json()
                .path("message")
                .asText();
        var answer = asks("m-misaki", "POST", "approvals")
                .body("{\"message\":\"%s\",\"approve\":true}".formatted(draft))
                .send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asText()).contains("crisis-lead, legal");
    }

    @Test
    void actionsAssignmentsAndNotesAreRecordedInTheRoleThatIsNamed() {
        asks("m-olena", "POST", "actions")
                .body("{\"step\":\"contain\",\"evidence\":\"Server cut off\"}")
                .json();
        asks("m-ana", "POST", "assignments")
                .body("{\"what\":\"Staff the hotline\",\"to\":\"customer-care\"}")
                .json();
        asks("m-ana", "POST", "notes")
                .body("{\"text\":\"Told the board\",\"role\":\"communications\"}")
                .json();
        assertThat(mine("m-misaki").path("assignments").get(0).path("what").asText())
                .isEqualTo("Staff the hotline");
        assertThat(house.store.log("d-first").stream()
                        .map(entry -> entry.event())
                        .filter(DrillEvent.NoteTaken.class::isInstance)
                        .map(event -> ((DrillEvent.NoteTaken) event).role()))
                .containsExactly("communications");
        var foreign = asks("m-ana", "POST", "notes")
                .body("{\"text\":\"x\",\"role\":\"legal\"}")
                .send();
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void aPromptNamesChannelAndSenderAndNotWhatTheTrainerCallsIt() {
        assertThat(prompt("m-olena", "soc-alert").has("title")).isFalse();
        assertThat(prompt("m-olena", "soc-alert").path("channel").asText()).isEqualTo("chat");
    }

    @Test
    void whatIsPassedOnWithWorkIsInTheListOfWhoeverReceivesForTheRole() {
        asks("m-olena", "POST", "assignments")
                .body("{\"what\":\"Read this\",\"to\":\"people\",\"inject\":\"soc-alert\"}")
                .json();
        assertThat(prompt("m-layla", "soc-alert").path("as").asText()).isEqualTo("people");
        assertThat(mine("m-layla").path("assignments").get(0).path("inject").asText())
                .isEqualTo("soc-alert");
        asks("m-layla", "POST", "acknowledgements")
                .body("{\"inject\":\"soc-alert\"}")
                .json();
    }

    @Test
    void whoHandsAPromptOverWaitsForNothingAndTheStandInHasIt() {
        var receipt = asks("m-olena", "POST", "handovers")
                .body("{\"inject\":\"soc-alert\"}")
                .json();
        var deputies = house.store.roster("d-first").participants().stream()
                .filter(one -> one.member().deputyFor().contains("operations"))
                .map(one -> one.id())
                .toList();
        assertThat(deputies).isNotEmpty();
        assertThat(receipt.path("to")).extracting(JsonNode::asText).containsExactlyElementsOf(deputies);
        assertThat(prompt("m-olena", "soc-alert").path("waitsFor")).isEmpty();
        assertThat(prompt("m-olena", "soc-alert").path("handedOver").asBoolean())
                .isTrue();
        var standIn = prompt(deputies.getFirst(), "soc-alert");
        assertThat(standIn.path("handedBy").asText())
                .isEqualTo(mine("m-olena").path("me").path("name").asText());
        assertThat(standIn.path("waitsFor").toString()).isEqualTo("[\"acknowledgement\"]");
        assertThat(standIn.path("as").asText()).isEqualTo("operations");
    }

    @Test
    void everybodyWhoHasAPromptSeesWhatTheOthersDidAboutIt() {
        asks("m-olena", "POST", "handovers").body("{\"inject\":\"soc-alert\"}").json();
        asks("m-olena", "POST", "acknowledgements")
                .body("{\"inject\":\"soc-alert\"}")
                .json();
        var standIn = house.store
                .entry("d-first", "handed-over.soc-alert.m-olena")
                .map(entry ->
                        ((DrillEvent.HandedOver) entry.event()).to().iterator().next())
                .orElseThrow();
        var olena = StreamSupport.stream(
                        prompt(standIn, "soc-alert").path("others").spliterator(), false)
                .filter(other -> other.path("member").asText().equals("m-olena"))
                .findFirst()
                .orElseThrow();
        assertThat(olena.path("acknowledged").asBoolean()).isTrue();
        assertThat(olena.path("handedOver").asBoolean()).isTrue();
        assertThat(olena.path("answered").asBoolean()).isFalse();
    }

    @Test
    void aQuestionShowsItsAnswerToWhoeverAskedAndToAllIfItIsForAll() {
        var question = asks("m-olena", "POST", "questions")
                .body("{\"text\":\"Do the phones work?\",\"inject\":\"soc-alert\"}")
                .json()
                .path("entry")
                .asText();
        assertThat(mine("m-olena").path("questions").get(0).has("answer")).isFalse();
        assertThat(mine("m-layla").path("questions")).isEmpty();

        answers(question, "Yes.", false);
        assertThat(mine("m-olena")
                        .path("questions")
                        .get(0)
                        .path("answer")
                        .path("text")
                        .asText())
                .isEqualTo("Yes.");
        assertThat(mine("m-layla").path("questions")).isEmpty();
        assertThat(kinds("m-layla")).doesNotContain("answer");
    }

    @Test
    void anAnswerToAllStandsInTheRoomWithoutWhatOthersGot() {
        var question = asks("m-olena", "POST", "questions")
                .body("{\"text\":\"Do the phones work?\",\"inject\":\"soc-alert\"}")
                .json()
                .path("entry")
                .asText();
        answers(question, "Yes.", true);
        var seen = mine("m-layla").path("questions").get(0);
        assertThat(seen.path("mine").asBoolean()).isFalse();
        assertThat(seen.has("inject")).isFalse();
        assertThat(kinds("m-layla")).containsExactly("answer");
        assertThat(mine("m-layla").path("room").get(0).path("what").asText()).isEqualTo("Do the phones work?");
    }

    private void answers(String question, String text, boolean toAll) {
        var drill = house.store.drill("d-first").orElseThrow();
        var event = new DrillEvent.QuestionAnswered("ines", question, text, toAll);
        house.store.record(
                "d-first", Entries.entry("answered." + question, drill, house.clock.instant(), event), List.of());
    }

    private List<String> kinds(String member) {
        return mine(member).path("room").findValuesAsText("kind");
    }

    @Test
    void theRoomShowsWhatTheTeamDidLatestFirst() {
        asks("m-olena", "POST", "actions")
                .body("{\"step\":\"contain\",\"evidence\":\"Server cut off\"}")
                .json();
        house.minutes(1);
        asks("m-tunde", "POST", "messages").body(TO_THE_PUBLIC).json();
        house.minutes(1);
        asks("m-misaki", "POST", "messages")
                .body("{\"channel\":\"email\",\"audience\":\"customers\",\"text\":\"We are on it.\"}")
                .json();
        house.minutes(1);
        asks("m-ana", "POST", "notes").body("{\"text\":\"Told the board\"}").json();

        var room = mine("m-layla").path("room");
        assertThat(kinds("m-layla")).containsExactly("note", "message", "draft", "step");
        assertThat(room.get(1).path("audience").asText()).isEqualTo("customers");
        assertThat(room.get(1).path("name").asText())
                .isEqualTo(mine("m-misaki").path("me").path("name").asText());
        assertThat(room.get(3).path("what").asText()).isEqualTo("Decide how to stop the harm");
        assertThat(room.get(3).path("text").asText()).isEqualTo("Server cut off");
    }

    @Test
    void marksAreShownToTheirAuthorAfterTheEndAndNotBefore() {
        var message = asks("m-misaki", "POST", "messages")
                .body("{\"channel\":\"email\",\"audience\":\"customers\",\"text\":\"We are sorry.\"}")
                .json()
                .path("message")
                .asText();
        var mark = new DrillEvent.CriterionMark(true, 0.9, List.of("We are sorry"));
        var rated = new DrillEvent.MessageRated(message, "test", Map.of(Criterion.APOLOGY, mark));
        house.store.record(
                "d-first",
                Entries.entry("rated", house.store.drill("d-first").orElseThrow(), house.clock.instant(), rated),
                List.of());
        assertThat(asks("m-misaki", "GET", "drill").send().body()).doesNotContain("marks", "apology");

        house.scored("d-first", House.scorecard(1, "U").toString());

        assertThat(mine("m-misaki").path("messages").get(0).path("marks").toString())
                .isEqualTo(
                        "[{\"criterion\":\"apology\",\"present\":true,\"unsure\":false,\"quotes\":[\"We are sorry\"]}]");
        assertThat(asks("m-ana", "GET", "drill").send().body()).doesNotContain("\"marks\"");
    }

    @Test
    void thePlanSaysByWhenACustomerAndTheOutsideHearFromTheTeam() {
        house.minutes(40);
        var byPlan = StreamSupport.stream(mine("m-misaki").path("prompts").spliterator(), false)
                .filter(prompt -> prompt.has("answerBy"))
                .toList();
        assertThat(byPlan).isNotEmpty().allSatisfy(prompt -> {
            var within = Duration.parse(prompt.path("answerBy").asText())
                    .minus(Duration.parse(prompt.path("releasedAt").asText()));
            var expected = prompt.path("channel").asText().equals("social") ? 60 : 10;
            assertThat(within).isEqualTo(Duration.ofMinutes(expected));
        });
        assertThat(prompt("m-olena", "soc-alert").has("answerBy")).isFalse();
        assertThat(mine("m-layla").path("nextUpdateBy").asText()).isEqualTo("PT30M");
    }

    @Test
    void whatIsNotReleasedYetDoesNotExistForAResponder() {
        var pending = house.trainer("GET", "/api/v1/drills/d-first")
                .json()
                .path("pending")
                .get(0)
                .path("inject")
                .asText();
        var real = asks("m-ana", "POST", "acknowledgements")
                .body("{\"inject\":\"%s\"}".formatted(pending))
                .send();
        var invented = asks("m-ana", "POST", "acknowledgements")
                .body("{\"inject\":\"no-such\"}")
                .send();
        assertThat(real.status()).isEqualTo(invented.status()).isEqualTo(404);
        assertThat(real.json().path("detail").asText().replace(pending, "no-such"))
                .isEqualTo(invented.json().path("detail").asText());
    }

    @Test
    void whoeverPollsGetsTheOwnViewAgainOnlyWhenSomethingInItChanged() {
        var first = asks("m-layla", "GET", "drill").send();
        house.passes(Duration.ofSeconds(20));
        asks("m-olena", "POST", "acknowledgements")
                .body("{\"inject\":\"soc-alert\"}")
                .json();
        var poll = asks("m-layla", "GET", "drill").header("If-None-Match", first.header("etag"));
        assertThat(poll.send().status()).isEqualTo(304);
        assertThat(poll.send().header("etag")).isEqualTo(first.header("etag"));
        asks("m-ana", "POST", "assignments")
                .body("{\"what\":\"Brief the staff\",\"to\":\"people\"}")
                .json();
        assertThat(poll.send().status()).isEqualTo(200);
    }

    @Test
    void answersAfterTheEndAreKeptAndNotCounted() {
        house.scored("d-first", House.scorecard(1, "U").toString());
        var late = asks("m-ana", "POST", "notes").body("{\"text\":\"Late\"}").json();
        assertThat(late.path("counted").asBoolean()).isFalse();
    }

    // ---- a real emergency

    @Test
    void aRealEmergencyNeedsNothingButTheCallAndSaysWhomToPhone() {
        var answer =
                asks("m-layla", "POST", "emergency").without("Idempotency-Key").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("realContact").asText()).contains("Duty manager");
        assertThat(house.store.drill("d-first").orElseThrow().state()).isEqualTo(DrillState.EMERGENCY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"words\":\"Fire\"",
                "application/json | {\"words\":7}",
                "application/json | {\"words\":\"Fire\",\"where\":\"here\"}",
                "application/json | [\"Fire\"]",
                "text/plain | Fire"
            })
    void aRealEmergencyIsNeverTurnedAwayForItsWords(String type, String body) {
        var answer = asks("m-layla", "POST", "emergency")
                .body(body)
                .header("Content-Type", type)
                .send();
        assertThat(answer.json().path("realContact").asText()).contains("Duty manager");
        assertThat(house.store.drill("d-first").orElseThrow().state()).isEqualTo(DrillState.EMERGENCY);
    }

    @Test
    void aRealEmergencyIsNeverTurnedAwayForItsKey() {
        assertThat(asks("m-layla", "POST", "emergency").key("not a key").send().status())
                .isEqualTo(200);
    }

    @Test
    void ofTooManyWordsTheLogTakesTheFirst() {
        asks("m-layla", "POST", "emergency")
                .body("{\"words\":\"%s\"}".formatted("x" + "\uD83D\uDD25".repeat(3_000)))
                .json();
        assertThat(house.store.log("d-first"))
                .extracting(LogEntry::event)
                .contains(new DrillEvent.EmergencyCalled("m-layla", "x" + "\uD83D\uDD25".repeat(1_999)));
    }

    @Test
    void aRealEmergencyAfterTheEndStillSaysWhomToPhone() {
        house.scored("d-first", House.scorecard(1, "U").toString());
        var answer = asks("m-layla", "POST", "emergency")
                .body("{\"words\":\"Fire\"}")
                .send();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("realContact").asText()).contains("Duty manager");
    }

    private long responses() {
        return house.store.log("d-first").stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Response)
                .count();
    }
}
