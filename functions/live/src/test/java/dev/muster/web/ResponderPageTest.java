package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.LogEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The responder's page and its forms, as a browser without scripts and our script use them. */
class ResponderPageTest {

    private final House house = new House();

    @BeforeEach
    void theFirstInjectsAreOut() {
        house.drill();
        house.minutes(5);
    }

    private String address(String member) {
        return "/r/" + house.responderToken("d-first", member);
    }

    private String page(String member) {
        return house.ask("GET", address(member)).send().body();
    }

    /** @param fields name, value, name, value */
    private House.Asking form(String member, String... fields) {
        var values = new TreeMap<String, String>(
                Map.of("key", "k-" + String.join("-", fields).hashCode()));
        for (var at = 0; at < fields.length; at += 2) {
            values.put(fields[at], fields[at + 1]);
        }
        var body = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return house.ask("POST", address(member)).form(body).without("Idempotency-Key");
    }

    private List<DrillEvent> responses() {
        return house.store.log("d-first").stream()
                .map(LogEntry::event)
                .filter(DrillEvent.Response.class::isInstance)
                .toList();
    }

    private String draftOf(String member) {
        return form(member, "do", "write", "channel", "web", "audience", "public", "text", "We are looking into it.")
                .header("Accept", "application/json")
                .json()
                .path("message")
                .asText();
    }

    // ---- every form

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m-olena | Acknowledged     | do=acknowledge&inject=soc-alert",
                "m-misaki| MessageSent      | do=write&channel=email&audience=customers&text=Dear+all",
                "m-olena | MessageSent      | do=write&channel=chat&audience=team&text=Seen&answers=soc-alert&steps=recognise&steps=contain",
                "m-tunde | MessageSent      | do=write&channel=web&audience=public&text=Hello&sendAnyway=true",
                "m-tunde | MessageDrafted   | do=write&channel=web&audience=public&text=Hello&role=communications",
                "m-olena | ActionReported   | do=report&step=contain&evidence=Cut+off",
                "m-ana   | DecisionMade     | do=decide&inject=attacker-mail&option=pay&reason=Because",
                "m-ana   | Assigned         | do=assign&what=Look&to=legal",
                "m-ana   | Assigned         | do=assign&what=Look&to=legal&inject=attacker-mail&step=contain",
                "m-ana   | QuestionAsked    | do=ask&text=Who+is+it%3F&inject=attacker-mail",
                "m-ana   | HandedOver       | do=hand-over&inject=attacker-mail",
                "m-layla | NoteTaken        | do=note&text=Noted&clientAt=2026-11-03T12:05:00Z"
            })
    void eachFormDoesOneThingOnceAndLeadsBackToThePage(String member, String event, String fields) {
        var send = house.ask("POST", address(member)).form(fields + "&key=k1").without("Idempotency-Key");
        var answer = send.send();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).startsWith("eyJ").contains("?done=");
        assertThat(send.send().status()).isEqualTo(303);
        assertThat(responses()).hasSize(1);
        assertThat(responses().getFirst().getClass().getSimpleName()).isEqualTo(event);
        assertThat(house.ask("GET", "/r/" + answer.header("location").split("\\?")[0])
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDraftIsApprovedByTheButtonThatSaysSo() {
        var draft = draftOf("m-tunde");
        assertThat(page("m-ana")).contains("Draft by Communications", "value=\"approve\"", draft);
        assertThat(page("m-misaki")).doesNotContain("value=\"approve\"");
        form("m-ana", "do", "approve", "message", draft, "reason", "").send();
        assertThat(page("m-tunde")).contains("<b class=\"chip ok\">Sent</b>");
    }

    @Test
    void aDraftGoesBackWithAReasonAndNeverWithout() {
        var draft = draftOf("m-tunde");
        var bare = form("m-ana", "do", "refuse", "message", draft).send();
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body()).contains("Please give a reason");
        form("m-ana", "do", "refuse", "message", draft, "reason", "Name the hotline")
                .send();
        assertThat(page("m-tunde")).contains("Sent back: Name the hotline");
    }

    @Test
    void whatCameBackWaitsForItsWriterUntilItIsWrittenAnew() {
        var draft = draftOf("m-tunde");
        form("m-ana", "do", "refuse", "message", draft, "reason", "Name the hotline")
                .send();
        assertThat(page("m-tunde"))
                .contains("id=\"b-" + draft, "<p class=\"warning\">Name the hotline</p>", "Write it anew")
                .contains("We are looking into it.&#34;");
        assertThat(page("m-olena")).doesNotContain("id=\"b-");

        form("m-tunde", "do", "write", "channel", "web", "audience", "public", "text", "Call the hotline.")
                .send();
        assertThat(page("m-tunde")).doesNotContain("id=\"b-");
    }

    @Test
    void aRealEmergencyIsTwoTapsAwayAndNeverTurnedAway() {
        assertThat(page("m-layla")).contains("<summary>This is a real emergency</summary>", "Duty manager");
        var answer = house.ask("POST", address("m-layla"))
                .form("do=emergency&words=Fire&what=ever&key=")
                .without("Idempotency-Key")
                .send();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(house.store.drill("d-first").orElseThrow().state()).isEqualTo(DrillState.EMERGENCY);
        assertThat(page("m-olena")).contains("REAL EMERGENCY", "<p class=\"contact\">Duty manager");
    }

    // ---- what goes wrong

    @Test
    void aRefusalShowsWhatSomebodyWroteSoThatNothingIsLost() {
        var answer = form("m-olena", "do", "write", "channel", "email", "audience", "nobody", "text", "My <b>words</b>")
                .send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("My &lt;b", "audience", "EXERCISE EXERCISE");
    }

    @Test
    void aLinkThatDoesNotCountAnyMoreLosesNoWordsEither() {
        var answer = house.ask("POST", "/r/none")
                .form("do=note&text=Keep+this&key=k")
                .send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Keep this");
    }

    @Test
    void ourScriptReadsAReceiptAndRefusalsInTheLanguageOfTheBrowser() {
        var receipt = form("m-layla", "do", "note", "text", "One").header("Accept", "application/json");
        assertThat(receipt.json().path("counted").asBoolean()).isTrue();
        var refusal = form("m-layla", "do", "assign", "what", "x", "to", "nobody")
                .header("Accept", "application/json")
                .header("Accept-Language", "de")
                .send();
        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.json().path("detail").asText()).contains("Der Plan kennt keine Rolle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=fly&key=k", "key=k", "do=note&text=x"})
    void aFormThatIsNoneOfOursIsRefused(String fields) {
        var answer = house.ask("POST", address("m-ana"))
                .form(fields)
                .without("Idempotency-Key")
                .send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(responses()).isEmpty();
    }

    // ---- looking

    @Test
    void nothingOfTheInjectsTitleAndOfOtherPeoplesLinksIsShown() {
        assertThat(page("m-ana"))
                .contains("E-mail from gannet_0x")
                .doesNotContain("An extortionist sends a sample", house.responderToken("d-first", "m-tunde"));
    }

    @Test
    void besideEachAnswerBoxStandsThatNothingLeavesTheExercise() {
        var html = page("m-ana");
        assertThat(html.split("<section id=\"(write|report|assign|ask|note)\"")).hasSize(6);
        assertThat(html.split("<p class=\"safe\">Nothing leaves this exercise", -1))
                .hasSize(6);
    }

    @Test
    void allStepsOfThePlanCanBePicked() {
        var html = page("m-layla");
        var steps = house.library.defaultPlan().steps();
        assertThat(steps).allSatisfy(step -> assertThat(html)
                .contains("name=\"steps\" value=\"" + step.id() + "\"", "<option value=\"" + step.id() + "\""));
    }

    @Test
    void aLinkFillsTheFormsForWhoeverHasNoScript() {
        var asked = house.ask("GET", address("m-ana"))
                .query("inject", "attacker-mail")
                .query("template", "holding-public")
                .query("step", "contain");
        assertThat(asked.send().body())
                .contains(
                        "name=\"answers\" value=\"attacker-mail\"",
                        "<option value=\"email\" selected>",
                        "<option value=\"contain\" selected>",
                        "We write here again at [time]");
    }

    @Test
    void whatIsNotMineFillsNothing() {
        var html = house.ask("GET", address("m-layla"))
                .query("inject", "attacker-mail")
                .send()
                .body();
        assertThat(html).contains("name=\"answers\" value=\"\"").doesNotContain("gannet");
    }

    @Test
    void thePageSpeaksGermanToAGermanBrowser() {
        var html = house.ask("GET", address("m-ana"))
                .header("Accept-Language", "de-DE")
                .send()
                .body();
        assertThat(html)
                .contains("<html lang=\"de\">", "Das ist ein echter Notfall", "E-Mail von gannet_0x", "nach 4 min")
                .doesNotContain("This is a real emergency", "Got it");
    }

    @Test
    void beforeTheStartThereIsABriefingAndNoForm() {
        var later = house.drill("d-later", house.library.scenario("micro-rumour"));
        assertThat(later.state()).isEqualTo(DrillState.RUNNING);
        house.trainer("POST", "/api/v1/drills")
                .body("{\"scenario\":\"micro-rumour\",\"team\":\"crew\",\"startsAt\":\"2026-11-03T14:00:00Z\"}")
                .json();
        var planned = house.store.drills().getFirst();
        var html = house.ask("GET", "/r/" + house.responderToken(planned.id(), "m-ana"))
                .send()
                .body();
        assertThat(html)
                .contains("The drill starts", "15:00 (Europe/Berlin)", "A claim that a child fell ill")
                .doesNotContain("id=\"write\"", "value=\"acknowledge\"");
    }

    @Test
    void aPauseSaysWhyAndAnEndThatEverythingIsReal() {
        command("pause", "Fire alarm");
        assertThat(page("m-ana")).contains("The clock stands still", "<q>Fire alarm</q>", "data-running=\"false\"");
        house.scored("d-first", House.scorecard(1, "U").toString());
        assertThat(page("m-ana"))
                .contains("from now on everything is real")
                .doesNotContain("id=\"update\"", "card waits", "value=\"acknowledge\"");
    }

    private void command(String command, String reason) {
        var epoch = house.store.drill("d-first").orElseThrow().epoch();
        house.trainer("POST", "/api/v1/drills/d-first/commands")
                .body("{\"command\":\"%s\",\"reason\":\"%s\",\"epoch\":%d}".formatted(command, reason, epoch))
                .json();
    }

    // ---- asking again and again

    @Test
    void whoeverAsksAgainGetsThePageOnlyWhenSomethingChanged() {
        var first = house.ask("GET", address("m-layla")).send();
        house.passes(Duration.ofSeconds(20));
        var poll = house.ask("GET", address("m-layla")).header("If-None-Match", first.header("etag"));
        assertThat(poll.send().status()).isEqualTo(304);
        assertThat(poll.header("Accept-Language", "de").send().status()).isEqualTo(200);
        form("m-ana", "do", "note", "text", "Noted").send();
        assertThat(house.ask("GET", address("m-layla"))
                        .header("If-None-Match", first.header("etag"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void askingLooksAtTheMemberTheDrillAndWhatHappenedOnceEach() {
        house.looks.clear();
        page("m-ana");
        assertThat(house.looks).containsExactlyInAnyOrder("participant", "drill", "plan", "proceedings");
    }

    // ---- a device that others use

    @Test
    void whoeverLeavesASharedDeviceComesBackToWhereItWasJoined() {
        var join = house.trainer("POST", "/api/v1/drills/d-first/join-links")
                .json()
                .path("url")
                .asText();
        var token = House.tokenOf(join);
        var opened = house.ask("GET", "/j/" + token).send();
        assertThat(opened.body()).contains("Who are you?", "Ana Kovač", "value=\"m-tunde\"");
        var cookie = opened.header("set-cookie").split(";")[0];
        var arrived = house.ask("POST", "/j/" + token)
                .form("do=join&member=m-tunde&key=k")
                .without("Idempotency-Key")
                .send();
        assertThat(arrived.status()).isEqualTo(303);
        var mine = arrived.header("location").replace("../", "/");
        assertThat(house.ask("GET", mine).cookie(cookie).send().body()).contains("href=\"../j/" + token);
        assertThat(house.ask("GET", mine).query("left", "yes").send().body()).contains("You have left");
    }

    @Test
    void aSubstituteComesInByTheJoinPage() {
        var token = House.tokenOf(house.trainer("POST", "/api/v1/drills/d-first/join-links")
                .json()
                .path("url")
                .asText());
        var arrived = house.ask("POST", "/j/" + token)
                .form("do=substitute&name=Zo%C3%AB&role=legal&insteadOf=&key=k")
                .without("Idempotency-Key")
                .send();
        assertThat(arrived.status()).isEqualTo(303);
        assertThat(house.ask("GET", arrived.header("location").replace("../", "/"))
                        .send()
                        .body())
                .contains("Zoë", "Legal and privacy");
    }
}
