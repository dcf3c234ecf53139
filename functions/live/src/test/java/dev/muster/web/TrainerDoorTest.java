package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.io.DrillExport;
import dev.muster.drill.io.LogJson;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Reports;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerDoorTest {

    private static final String BREACH = "{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"%s\"}";

    private final House house = new House();

    // ---- scheduling

    @Test
    void aDrillIsScheduledAndFoundWhereTheAnswerSays() {
        var answer = house.trainer("POST", "/api/v1/drills")
                .body(BREACH.formatted("PT10M"))
                .send();
        assertThat(answer.status()).isEqualTo(201);
        var found = house.trainer("GET", answer.header("location")).json();
        assertThat(found.path("state").asText()).isEqualTo("scheduled");
        assertThat(found.path("startsAt").asText()).isEqualTo("2026-11-03T12:10:00Z");
        assertThat(found.path("startsAtLocal").asText()).isEqualTo("2026-11-03T13:10+01:00");
        assertThat(found.path("plan").asText()).isEqualTo("default");
    }

    @Test
    void theSameRequestUnderTheSameKeySchedulesOnceEvenLongAfterItsStart() {
        var first = create("k1", BREACH.formatted("now")).json();
        house.minutes(30);
        var second = create("k1", BREACH.formatted("2026-11-03T12:00:00Z"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.path("id"));
        assertThat(house.store.drills()).hasSize(1);
    }

    @Test
    void twoTrainersWhoChooseTheSameKeyGetTwoDrills() {
        create("k1", BREACH.formatted("now"));
        house.ask("POST", "/api/v1/drills")
                .as(House.tokenOf(house.links.trainer("ben")))
                .key("k1")
                .body(BREACH.formatted("now"))
                .send();
        assertThat(house.store.drills()).hasSize(2);
    }

    @Test
    void aKeyThatStandsForAnotherDrillIsRefused() {
        create("k1", BREACH.formatted("now"));
        var other = create("k1", "{\"scenario\":\"data-breach\",\"team\":\"harbour\",\"startsAt\":\"now\"}");
        assertThat(other.status()).isEqualTo(422);
        var faster = create("k1", "{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\",\"speed\":2}");
        assertThat(faster.status()).isEqualTo(422);
        assertThat(house.store.drills()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now | 2026-11-03T12:00:00Z",
                "PT1H | 2026-11-03T13:00:00Z",
                "P1D | 2026-11-04T12:00:00Z",
                "2026-11-03T14:30:00+01:00 | 2026-11-03T13:30:00Z",
                "2026-11-03T11:59:30Z | 2026-11-03T12:00:00Z"
            })
    void aStartIsATimeOrAnHourFromNow(String asked, String startsAt) {
        var drill = create("k", BREACH.formatted(asked)).json();
        assertThat(drill.path("startsAt").asText()).isEqualTo(startsAt);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday",
        "PT-5M",
        "-PT5M",
        "2026-11-03",
        "2026-11-03T12:00:00",
        "P400D",
        "2026-11-03T11:58:59Z",
        "2028-01-01T00:00:00Z",
        "PT99999999999999999999H",
        "+999999999-12-31T23:59:59Z"
    })
    void aStartThatIsNoTimeToComeIsAFlawOfItsField(String asked) {
        var answer = create("k", BREACH.formatted(asked));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly("/startsAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e-300", "0.0099", "1000.1", "1e400", "true", "null", "\"fast\""})
    void aSpeedAtWhichNobodyCouldRehearseIsAFlawOfItsField(String speed) {
        var answer = create(
                "k",
                "{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\",\"speed\":%s}".formatted(speed));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly("/speed");
    }

    @Test
    void everythingThatIsWrongWithADrillIsSaidAtOnce() {
        var answer = create(
                "k", "{\"scenario\":\"flood\",\"team\":\"../crew\",\"startsAt\":\"soon\",\"speed\":0,\"spead\":2}");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/team", "/startsAt", "/speed", "/spead");
        assertThat(create("k", "{\"scenario\":\"flood\",\"team\":\"crows\",\"plan\":\"none\",\"startsAt\":\"now\"}")
                        .json()
                        .path("errors")
                        .findValuesAsText("detail"))
                .anySatisfy(detail -> assertThat(detail).contains("flood"))
                .anySatisfy(detail -> assertThat(detail).contains("crows", "crew"))
                .anySatisfy(detail -> assertThat(detail).contains("none"));
    }

    @Test
    void aDrillChoosesNamesBeforeThePlanAndTheScenariosDefaults() {
        var id = create("k", variables("{\"company\":\"Acme {{brand}}\"}"))
                .json()
                .path("id")
                .asText();

        var scenario = house.store.scenario(id);
        assertThat(scenario.briefing())
                .startsWith("You work for Acme {{brand}}: eight ships")
                .contains("My Skerrywell");
        assertThat(house.store.log(id)).first().satisfies(entry -> assertThat(
                        ((DrillEvent.Scheduled) entry.event()).briefing())
                .startsWith("You work for Acme {{brand}}"));
    }

    @Test
    void anUnknownVariableIsAFlawWithItsPlaceAndASuggestion() {
        var answer = create("k", variables("{\"comapny\":\"Acme\",\"handle\":\" \",\"a/b\":\"c\"}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/variables/handle", "/variables/a~1b");

        var unknown = create("k", variables("{\"comapny\":\"Acme\"}")).json().path("errors");
        assertThat(unknown.findValuesAsText("pointer")).containsExactly("/variables/comapny");
        assertThat(unknown.findValuesAsText("detail").getFirst()).endsWith("did you mean \"company\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"Acme\"", "{\"company\":1}", "{\"company\":\"\"}", "{\"company\":{}}", "null"})
    void variablesAreTextsByName(String variables) {
        assertThat(create("k", variables(variables)).status()).isEqualTo(400);
        assertThat(create("k", variables("{\"company\":\"%s\"}".formatted("x".repeat(401))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherVariablesUnderAUsedKeyAreRefusedAndTheSameOnesFindTheDrill() {
        var acme = variables("{\"company\":\"Acme\"}");
        var first = create("k", acme).json().path("id");
        assertThat(create("k", acme).json().path("id")).isEqualTo(first);
        assertThat(create("k", variables("{\"company\":\"Other\"}")).status()).isEqualTo(422);
        assertThat(create("k", BREACH.formatted("now")).status()).isEqualTo(422);
        assertThat(house.store.drills()).hasSize(1);
    }

    @Test
    void theListOfScenariosSaysWhatCanBeChosenAndShowsTheDefaults() {
        var breach = scenario("data-breach");
        assertThat(breach.path("briefing").asText()).startsWith("You work for Skerrywell Ferries");
        assertThat(breach.path("variables").findValuesAsText("name")).contains("company", "help_phone");
        assertThat(breach.path("variables").findValuesAsText("default")).contains("Skerrywell Ferries");
    }

    private JsonNode scenario(String id) {
        for (var one : house.trainer("GET", "/api/v1/scenarios").json().path("scenarios")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no scenario " + id);
    }

    private static String variables(String json) {
        return "{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\",\"variables\":%s}".formatted(json);
    }

    private Answer create(String key, String body) {
        return house.trainer("POST", "/api/v1/drills").key(key).body(body).send();
    }

    // ---- commands

    @Test
    void aCommandIsCarriedOutOnceUnderItsKey() {
        house.drill();
        var pause = "{\"command\":\"pause\",\"epoch\":0,\"reason\":\"Coffee\"}";
        var first = command("k1", pause);
        var again = command("k1", pause);
        assertThat(List.of(first.status(), again.status())).containsExactly(200, 200);
        assertThat(again.json().path("state").asText()).isEqualTo("paused");
        assertThat(again.json().path("epoch").asInt()).isEqualTo(1);
        assertThat(events(DrillEvent.Paused.class)).isEqualTo(1);
    }

    @Test
    void aCommandOnAnOldEpochIsOutdatedAndBringsTheDrillAsItIs() {
        house.drill();
        command("k1", "{\"command\":\"pause\",\"epoch\":0,\"reason\":\"Coffee\"}");
        var answer = command("k2", "{\"command\":\"resume\",\"epoch\":0}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("outdated");
        assertThat(answer.json().path("epoch").asInt()).isEqualTo(1);
        assertThat(answer.json().path("drill").path("state").asText()).isEqualTo("paused");
        assertThat(events(DrillEvent.Resumed.class)).isZero();
    }

    @Test
    void aCommandThatTheStateDoesNotAllowIsRefusedWithItsReason() {
        house.drill();
        var answer = command("k", "{\"command\":\"resume\",\"epoch\":0}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("refused");
        assertThat(answer.json().path("detail").asText()).contains("suspended");
        assertThat(answer.json().path("code").asText()).isEqualTo("resume-not-suspended");
        assertThat(answer.json().path("epoch").asInt()).isZero();
    }

    @Test
    void speedAndNewTimesReachTheDrill() {
        house.drill();
        assertThat(command("k1", "{\"command\":\"speed\",\"epoch\":0,\"speed\":4}")
                        .json()
                        .path("clock")
                        .path("speed")
                        .asDouble())
                .isEqualTo(4);
        var pending = house.trainer("GET", "/api/v1/drills/d-first").json().path("pending");
        var inject = scripted(pending);
        var to = Duration.parse(inject.path("drillTime").asText()).plusMinutes(1);
        var retime = "{\"command\":\"retime\",\"epoch\":1,\"inject\":\"%s\",\"to\":\"%s\"}"
                .formatted(inject.path("inject").asText(), to);
        assertThat(command("k2", retime).status()).isEqualTo(200);
        assertThat(scripted(house.trainer("GET", "/api/v1/drills/d-first")
                                .json()
                                .path("pending"))
                        .path("drillTime")
                        .asText())
                .isEqualTo(to.toString());
    }

    private static JsonNode scripted(JsonNode pending) {
        for (var inject : pending) {
            if (inject.path("release").asText().equals("scripted")) {
                return inject;
            }
        }
        throw new AssertionError("no scripted inject is pending");
    }

    @Test
    void stopAndEmergencyNeedNoEpoch() {
        house.drill("d-first");
        house.drill("d-second");
        assertThat(command("k1", "{\"command\":\"stop\",\"reason\":\"Enough\"}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("ended");
        var emergency = house.trainer("POST", "/api/v1/drills/d-second/commands")
                .body("{\"command\":\"emergency\",\"epoch\":17}")
                .json();
        assertThat(emergency.path("state").asText()).isEqualTo("emergency");
        assertThat(command("k2", "{\"command\":\"emergency\"}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"command\":\"pause\",\"epoch\":0} | /reason",
                "{\"command\":\"pause\",\"reason\":\"r\"} | /epoch",
                "{\"command\":\"pause\",\"epoch\":-1,\"reason\":\"r\"} | /epoch",
                "{\"command\":\"pause\",\"epoch\":\"0\",\"reason\":\"r\"} | /epoch",
                "{\"command\":\"explode\",\"epoch\":0} | /command",
                "{\"command\":\"speed\",\"epoch\":0} | /speed",
                "{\"command\":\"speed\",\"epoch\":0,\"speed\":0} | /speed",
                "{\"command\":\"speed\",\"epoch\":0,\"speed\":1e400} | /speed",
                "{\"command\":\"speed\",\"epoch\":0,\"speed\":1e-300} | /speed",
                "{\"command\":\"resume\",\"epoch\":0,\"speed\":2} | /speed",
                "{\"command\":\"retime\",\"epoch\":0,\"inject\":\"x\",\"to\":\"5 minutes\"} | /to",
                "{\"command\":\"release\",\"epoch\":0} | /inject",
                "{\"command\":\"skip\",\"epoch\":0} | /inject",
                "{\"command\":\"skip\",\"inject\":\"x\"} | /epoch",
                "{\"command\":\"edit\",\"epoch\":0,\"inject\":\"x\"} | /text",
                "{\"command\":\"edit\",\"epoch\":0,\"inject\":\"x\",\"text\":\" \"} | /text",
                "{\"command\":\"edit\",\"epoch\":0,\"inject\":\"x\",\"channel\":\"smoke\",\"text\":\"t\"} | /channel",
                "{\"command\":\"edit\",\"epoch\":0,\"inject\":\"x\",\"to\":[\"costumer-care\"]} | /to/0",
                "{\"command\":\"extend\",\"epoch\":0} | /to",
                "{\"command\":\"endex\"} | /epoch",
                "{\"command\":\"fire\",\"epoch\":0} | /inject",
                "{\"command\":\"fire\",\"inject\":\"x\"} | /epoch",
                "{\"epoch\":0} | /command"
            })
    void aCommandSaysWhatItNeedsAndNothingElse(String body, String pointer) {
        house.drill();
        var answer = command("k", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(house.store.drill("d-first").orElseThrow().epoch()).isZero();
    }

    @Test
    void aReadyInjectIsSeenWithItsHintAndFired() {
        house.drill("d-first", withReady());
        house.minutes(1);
        var waiting = pending("late-editor");
        assertThat(waiting.path("release").asText()).isEqualTo("ready-to-fire");
        assertThat(waiting.path("ready").asText()).isEqualTo("When the team forgets the phones");

        assertThat(command("k1", "{\"command\":\"fire\",\"epoch\":0,\"inject\":\"late-editor\",\"reason\":\"Quiet\"}")
                        .json()
                        .path("epoch")
                        .asInt())
                .isEqualTo(1);
        house.passes(Duration.ZERO);

        var came = released("late-editor");
        assertThat(came.path("reason").asText()).isEqualTo("the trainer released it (ines): Quiet");
        assertThat(came.path("drillTime").asText()).isEqualTo("PT1M");
        var again = command("k2", "{\"command\":\"fire\",\"epoch\":1,\"inject\":\"late-editor\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("refused");
        assertThat(again.json().path("detail").asText()).contains("before, at 1 min");
    }

    @Test
    void anInjectIsChangedThenLetCome() {
        house.drill();
        house.minutes(1);
        var inject = scripted(
                        house.trainer("GET", "/api/v1/drills/d-first").json().path("pending"))
                .path("inject")
                .asText();
        var edit = "{\"command\":\"edit\",\"epoch\":0,\"inject\":\"%s\",\"from\":\"Tom\",\"text\":\"Well?\"}";
        assertThat(command("k1", edit.formatted(inject)).status()).isEqualTo(200);
        assertThat(pending(inject).path("from").asText()).isEqualTo("Tom");

        assertThat(command("k2", "{\"command\":\"release\",\"epoch\":1,\"inject\":\"%s\"}".formatted(inject))
                        .status())
                .isEqualTo(200);
        house.passes(Duration.ZERO);

        assertThat(released(inject).path("from").asText()).isEqualTo("Tom");
        assertThat(released(inject).path("drillTime").asText()).isEqualTo("PT1M");
        var late = command("k3", edit.formatted(inject).replace("\"epoch\":0", "\"epoch\":2"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asText()).isEqualTo("came-before");
    }

    @Test
    void aSkippedInjectIsSeenAsWithheldByTheTrainer() {
        house.drill();
        house.minutes(1);
        var inject = scripted(
                        house.trainer("GET", "/api/v1/drills/d-first").json().path("pending"))
                .path("inject")
                .asText();
        var skip = "{\"command\":\"skip\",\"epoch\":0,\"inject\":\"%s\",\"reason\":\"Enough\"}".formatted(inject);
        assertThat(command("k1", skip).status()).isEqualTo(200);
        assertThat(command("k1", skip).status()).isEqualTo(200);
        assertThat(seen("withheld", inject).path("reason").asText()).isEqualTo("the trainer skipped it (ines): Enough");
    }

    @Test
    void theEndMovesAndComesByCommand() {
        house.drill();
        house.minutes(1);
        var moved = command("k1", "{\"command\":\"extend\",\"epoch\":0,\"to\":\"PT3H\"}")
                .json();
        assertThat(moved.path("length").asText()).isEqualTo("PT3H");
        assertThat(moved.path("endsAt").asText()).isEqualTo("2026-11-03T15:00:00Z");
        assertThat(command("k2", "{\"command\":\"endex\",\"epoch\":0}").problem())
                .isEqualTo("outdated");
        assertThat(command("k3", "{\"command\":\"endex\",\"epoch\":1}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("ended");
        house.passes(Duration.ZERO);
        assertThat(house.told)
                .extracting(Notification::subject)
                .contains(
                        "The exercise ends at another time",
                        "EndEx: " + moved.path("title").asText());
    }

    @Test
    void whatATrainerTypesReachesItsRolesAndIsAnswered() {
        house.drill();
        house.minutes(1);
        var body = typed("\"customer-care\"", "\"answer-inquiry\"", "");
        assertThat(command("k1", body).status()).isEqualTo(200);
        assertThat(command("k1", body).status()).isEqualTo(200);
        assertThat(command("k1", body.replace("windows", "doors")).status()).isEqualTo(409);
        house.passes(Duration.ZERO);

        assertThat(events(DrillEvent.InjectAdded.class)).isEqualTo(1);
        assertThat(released("ad-hoc-1").path("reason").asText()).isEqualTo("the trainer released it (ines)");
        var prompts = house.responder("d-first", "m-misaki", "GET", "/api/v1/my/drill")
                .json()
                .path("prompts");
        assertThat(prompts.findValuesAsText("text")).contains("Can I open the windows? {{company}}");
        assertThat(house.responder("d-first", "m-misaki", "POST", "/api/v1/my/messages")
                        .body(
                                "{\"channel\":\"phone\",\"audience\":\"customers\",\"text\":\"Yes.\",\"answers\":\"ad-hoc-1\"}")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(house.responder("d-first", "m-olena", "GET", "/api/v1/my/drill")
                        .send()
                        .body())
                .doesNotContain("ad-hoc-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"costumer-care\" | \"answer-inquiry\" | | /to/0",
                "\"customer-care\" | \"answer-inqiry\" | | /expects/0",
                "\"customer-care\" | \"follow-up-affected\" | | /expects/0",
                "\"customer-care\" | \"contain\" | | /expects/0",
                "\"customer-care\" | \"answer-inquiry\" | ,\"options\":[{\"id\":\"a\",\"text\":\"A\"}] | /options",
                "\"customer-care\" | \"contain\" | ,\"options\":[{\"id\":\"a\",\"text\":\"A\"},{\"id\":\"a\",\"text\":\"B\"}] | /options/1/id",
                "\"customer-care\" | \"contain\" | ,\"options\":[{\"id\":\"a\",\"text\":\" \"},{\"id\":\"b\",\"text\":\"B\"}] | /options/0/text",
                "\"customer-care\" | \"contain\" | ,\"options\":[{\"id\":\"a\",\"text\":\"A\"},{\"id\":\"b\",\"text\":\"B\",\"x\":1}] | /options/1/x",
                "\"customer-care\" | \"answer-inquiry\" | ,\"acknowledge\":\"PT0S\" | /acknowledge",
                "\"customer-care\" | \"answer-inquiry\" | ,\"jump\":\"P3D\" | /jump",
                " | \"answer-inquiry\" | | /to"
            })
    void whatATrainerTypesIsHeldToTheRulesOfAScript(String to, String expects, String more, String pointer) {
        house.drill();
        house.minutes(1);
        var answer = command("k", typed(to == null ? "" : to, expects, more == null ? "" : more));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(house.store.drill("d-first").orElseThrow().epoch()).isZero();
    }

    @Test
    void whatIsDoneDaysLaterCanBeAskedForOnceTheJumpHasCome() {
        house.drill();
        house.minutes(60);
        var days = typed("\"customer-care\"", "\"follow-up-affected\"", "");
        assertThat(command("k1", days).json().at("/errors/0/detail").asText()).contains("no time jump has come yet");

        house.minutes(27);

        assertThat(command("k2", days).status()).isEqualTo(200);
    }

    // ---- evaluating

    @Test
    void whatAnEvaluatorSaysIsTakenWhileTheDrillRunsAndAfterIt() {
        house.drill();
        house.minutes(2);
        var objective =
                house.library.scenario("data-breach").objectives().getFirst().id();
        assertThat(say(
                                "observations",
                                "{\"text\":\"They argue.\",\"objective\":\"%s\",\"at\":\"PT1M\"}".formatted(objective))
                        .status())
                .isEqualTo(200);
        house.scored("d-first", House.scorecard(50, "M").toString());
        assertThat(say("ratings", "{\"objective\":\"%s\",\"rating\":\"S\",\"reason\":\"Calm\"}".formatted(objective))
                        .status())
                .isEqualTo(200);

        assertThat(events(DrillEvent.Observed.class)).isEqualTo(1);
        assertThat(events(DrillEvent.ObjectiveRated.class)).isEqualTo(1);
        assertThat(house.store.pending("d-first"))
                .as("card and report are made anew")
                .anyMatch(item -> item.key().startsWith("score#evaluation.ines."));
    }

    @Test
    void aMarkIsOverruled() {
        house.drill();
        house.minutes(2);
        var message = house.responder("d-first", "m-misaki", "POST", "/api/v1/my/messages")
                .body("{\"channel\":\"email\",\"audience\":\"customers\",\"text\":\"Sorry.\"}")
                .json()
                .path("message")
                .asText();
        var body = "{\"message\":\"%s\",\"criterion\":\"apology\",\"present\":false,\"reason\":\"Hollow\"}";
        assertThat(say("overrulings", body.formatted(message)).status()).isEqualTo(200);
        assertThat(events(DrillEvent.MarkOverruled.class)).isEqualTo(1);
        assertThat(say("overrulings", body.formatted("none"))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("no-message");
        assertThat(say("overrulings", "{\"step\":\"none\",\"mark\":1,\"reason\":\"r\"}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observations | {\"objective\":\"x\"} | /text",
                "observations | {\"text\":\"t\",\"at\":\"-PT1M\"} | /at",
                "ratings | {\"objective\":\"x\",\"rating\":\"A\",\"reason\":\"r\"} | /rating",
                "ratings | {\"objective\":\"x\",\"rating\":\"P\"} | /reason",
                "overrulings | {\"step\":\"x\",\"mark\":2,\"reason\":\"r\"} | /mark",
                "overrulings | {\"message\":\"x\",\"criterion\":\"charm\",\"present\":true,\"reason\":\"r\"} | /criterion",
                "overrulings | {\"message\":\"x\",\"criterion\":\"apology\",\"reason\":\"r\"} | /present",
                "overrulings | {\"step\":\"x\",\"mark\":1} | /reason"
            })
    void anEvaluatorsWordSaysWhatItNeeds(String what, String body, String pointer) {
        house.drill();
        var answer = say(what, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
    }

    private Answer say(String what, String body) {
        return house.trainer("POST", "/api/v1/drills/d-first/" + what)
                .body(body)
                .send();
    }

    // ---- answers

    @Test
    void aQuestionIsAnsweredOnceByWhoeverIsFirst() {
        house.drill();
        house.minutes(1);
        var question = house.responder("d-first", "m-misaki", "POST", "/api/v1/my/questions")
                .body("{\"text\":\"May I say how many?\"}")
                .json()
                .path("entry")
                .asText();
        var body = "{\"question\":\"%s\",\"text\":\"%s\",\"toAll\":true}";

        assertThat(answer(house.trainerToken(), body.formatted(question, "Not yet."))
                        .status())
                .isEqualTo(200);
        assertThat(answer(house.trainerToken(), body.formatted(question, "Not yet."))
                        .status())
                .isEqualTo(200);
        var second = answer(House.tokenOf(house.links.trainer("ben")), body.formatted(question, "Yes."));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("code").asText()).isEqualTo("answered-before");
        assertThat(events(DrillEvent.QuestionAnswered.class)).isEqualTo(1);
    }

    @Test
    void whatIsNoQuestionCannotBeAnswered() {
        house.drill();
        var none = answer(house.trainerToken(), "{\"question\":\"started\",\"text\":\"Yes.\"}");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("code").asText()).isEqualTo("no-question");
        assertThat(answer(house.trainerToken(), "{\"question\":\"started\",\"text\":\" \"}")
                        .status())
                .isEqualTo(400);
    }

    private Answer answer(String token, String body) {
        return house.ask("POST", "/api/v1/drills/d-first/answers")
                .as(token)
                .body(body)
                .send();
    }

    private static String typed(String to, String expects, String more) {
        return "{\"command\":\"inject\",\"epoch\":0,\"title\":\"A neighbour asks\",\"channel\":\"phone\",\"from\":\"Mrs Adler\",\"to\":[%s],\"text\":\"Can I open the windows? {{company}}\",\"expects\":[%s]%s}"
                .formatted(to, expects, more);
    }

    /** The data breach with one inject more, which the trainer holds. */
    private Scenario withReady() {
        var breach = house.library.scenario("data-breach");
        var injects = new ArrayList<>(breach.injects());
        injects.add(new Inject(
                "late-editor",
                "The editor calls once more",
                new Release.Ready("When the team forgets the phones"),
                Channel.PHONE,
                "Tom Ashdown",
                Optional.empty(),
                List.of("communications"),
                "Well?",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Guidance.NONE));
        return breach.with(injects);
    }

    private JsonNode pending(String inject) {
        return seen("pending", inject);
    }

    private JsonNode released(String inject) {
        return seen("released", inject);
    }

    private JsonNode seen(String list, String inject) {
        for (var one : house.trainer("GET", "/api/v1/drills/d-first").json().path(list)) {
            if (one.path("inject").asText().equals(inject)) {
                return one;
            }
        }
        throw new AssertionError("no inject %s is %s".formatted(inject, list));
    }

    private Answer command(String key, String body) {
        return house.trainer("POST", "/api/v1/drills/d-first/commands")
                .key(key)
                .body(body)
                .send();
    }

    private long events(Class<? extends DrillEvent> type) {
        return house.store.log("d-first").stream()
                .filter(entry -> type.isInstance(entry.event()))
                .count();
    }

    // ---- looking

    @Test
    void aTrainerSeesWhatCameAndWhatWillComeUnderWhichCondition() {
        house.drill();
        house.minutes(16);
        var seen = house.trainer("GET", "/api/v1/drills/d-first").json();
        var scenario = house.library.scenario("data-breach");
        assertThat(seen.path("clock").path("drillTime").asText()).isEqualTo("PT16M");
        assertThat(seen.path("released").size()).isPositive();
        assertThat(seen.path("released").size()
                        + seen.path("withheld").size()
                        + seen.path("pending").size())
                .isEqualTo(scenario.injects().size());
        assertThat(seen.path("pending").findValues("condition")).isNotEmpty();
        assertThat(seen.path("revision").asInt())
                .isEqualTo(house.store.log("d-first").size());
    }

    @Test
    void theScenariosOwnClockLeapsWhenTheJumpComes() {
        house.drill();
        house.minutes(16);
        var before = house.trainer("GET", "/api/v1/drills/d-first").json();
        assertThat(before.path("clock").path("scenarioTime").asText()).isEqualTo("08:46");
        assertThat(released("soc-alert").path("scenarioTime").asText()).isEqualTo("08:30");
        assertThat(house.trainer("GET", "/api/v1/drills")
                        .json()
                        .at("/drills/0/clock")
                        .has("scenarioTime"))
                .isFalse();

        house.minutes(70);
        var after = house.trainer("GET", "/api/v1/drills/d-first").json();
        assertThat(after.path("clock").path("scenarioTime").asText()).isEqualTo("D+3 09:56");
        assertThat(released("three-days-later").path("scenarioTime").asText()).startsWith("D+3 ");
        assertThat(released("soc-alert").path("scenarioTime").asText()).isEqualTo("08:30");
    }

    @Test
    void whoeverPollsGetsTheDrillAgainOnlyWhenSomethingHappened() {
        house.drill();
        house.minutes(1);
        var first = house.trainer("GET", "/api/v1/drills/d-first").send();
        house.passes(Duration.ofSeconds(2));
        var poll = house.trainer("GET", "/api/v1/drills/d-first").header("If-None-Match", first.header("etag"));
        assertThat(poll.send().status()).isEqualTo(304);
        assertThat(poll.send().body()).isEmpty();
        house.minutes(30);
        assertThat(poll.send().status()).isEqualTo(200);
    }

    @Test
    void theLogAndTheExportReadBackAsTheyWereWritten() {
        house.drill();
        house.minutes(20);
        var log = house.trainer("GET", "/api/v1/drills/d-first/log").json().path("entries");
        assertThat(LogJson.readEntries(log)).isEqualTo(house.store.log("d-first"));
        var export = house.trainer("GET", "/api/v1/drills/d-first/export").send();
        assertThat(DrillExport.read(export.body()).events()).isEqualTo(house.store.log("d-first"));
        assertThat(export.header("content-disposition")).contains("EXERCISE");
    }

    @Test
    void everybodysLinkLetsInThatMember() {
        house.drill();
        var links = house.trainer("GET", "/api/v1/drills/d-first/links").json().path("links");
        assertThat(links).hasSize(house.library.team("crew").members().size());
        for (var link : links) {
            var me = house.ask("GET", "/api/v1/my/drill")
                    .as(House.tokenOf(link.path("url").asText()))
                    .json()
                    .path("me");
            assertThat(me.path("member")).isEqualTo(link.path("member"));
        }
    }

    @Test
    void linksLeadToTheAddressThatTheTrainerUsesWhereNoOtherIsSet() {
        house.drill();
        var door = Door.forTrainers(
                house.conducting,
                house.keys,
                java.util.Optional.empty(),
                house.library,
                new ShelvedReports(),
                new ShelvedAttachments());
        var context = com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.builder()
                .withDomainName("abc.gateway.example")
                .withHttp(
                        com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("GET")
                                .build())
                .build();
        var event = com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.builder()
                .withRawPath("/api/v1/drills/d-first/links")
                .withHeaders(java.util.Map.of("authorization", "Bearer " + house.trainerToken()))
                .withRequestContext(context)
                .build();
        assertThat(door.answer(event).getBody()).contains("\"https://abc.gateway.example/r/");
    }

    @Test
    void theReportIsThereOnceItIsMade() {
        house.drill();
        assertThat(house.trainer("GET", "/api/v1/drills/d-first/report").send().status())
                .isEqualTo(404);
        house.reports.put(
                "d-first", Reports.AFTER_ACTION, "<!doctype html><h1>EXERCISE</h1>".getBytes(StandardCharsets.UTF_8));
        var report = house.trainer("GET", "/api/v1/drills/d-first/report").send();
        assertThat(report.body()).contains("EXERCISE");
        assertThat(report.header("content-security-policy")).contains("sandbox").doesNotContain("script-src");
    }

    @Test
    void anUnknownDrillIsNotFoundWhateverItsIdLooksLike() {
        for (var id : List.of("d-none", "D-FIRST", "%2e%2e", "x".repeat(3_000), "d-first%2Flog", "%", "d-%00")) {
            var answer = house.trainer("GET", "/api/v1/drills/" + id).send();
            assertThat(answer.status()).as(id).isEqualTo(404);
        }
    }

    // ---- the scorecard

    @Test
    void onlyAScoredDrillHasAScorecardToRelease() {
        house.drill();
        assertThat(house.trainer("GET", "/api/v1/drills/d-first/scorecard")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(house.trainer("POST", "/api/v1/drills/d-first/release-scorecard")
                        .send()
                        .status())
                .isEqualTo(409);
        assertThat(house.scored("d-first", House.scorecard(81.5, "P").toString())
                        .state())
                .isEqualTo(DrillState.SCORED);
        assertThat(scorecard().path("status").asText()).isEqualTo("provisional");
        assertThat(house.trainer("POST", "/api/v1/drills/d-first/release-scorecard")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(house.trainer("POST", "/api/v1/drills/d-first/release-scorecard")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(scorecard().path("status").asText()).isEqualTo("released");
        assertThat(events(DrillEvent.ScorecardReleased.class)).isEqualTo(1);
        assertThat(house.store.pending("d-first"))
                .as("card and report are made anew, released")
                .extracting(DueItem::due)
                .contains(new Due.Score(Entries.SCORECARD_RELEASED));
    }

    private JsonNode scorecard() {
        return house.trainer("GET", "/api/v1/drills/d-first/scorecard").json();
    }

    // ---- the hold

    @Test
    void theHoldPausesDrillsUntilItIsLifted() {
        house.drill();
        house.minutes(1);
        assertThat(house.trainer("GET", "/api/v1/hold").json().path("hold").isNull())
                .isTrue();
        var set = house.trainer("PUT", "/api/v1/hold")
                .body("{\"reason\":\"A real incident\"}")
                .json();
        assertThat(set.path("hold").path("by").asText()).isEqualTo("ines");
        assertThat(house.store.drill("d-first").orElseThrow().state()).isEqualTo(DrillState.PAUSED);
        assertThat(house.trainer("DELETE", "/api/v1/hold").send().status()).isEqualTo(204);
        assertThat(house.trainer("GET", "/api/v1/hold").json().path("hold").isNull())
                .isTrue();
    }

    // ---- the library

    @Test
    void theLibraryIsListedWithoutAddressesOfPeople() {
        assertThat(house.trainer("GET", "/api/v1/scenarios")
                        .json()
                        .path("scenarios")
                        .findValuesAsText("id"))
                .contains("data-breach");
        assertThat(house.trainer("GET", "/api/v1/plans")
                        .json()
                        .path("plans")
                        .get(0)
                        .path("steps")
                        .asInt())
                .isEqualTo(house.library.defaultPlan().steps().size());
        assertThat(house.trainer("GET", "/api/v1/teams").send().body())
                .contains("Ana Kovač")
                .doesNotContain("@")
                .doesNotContain("7700");
    }
}
