package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.drill.DrillState;
import dev.muster.drill.Entries;
import dev.muster.scenario.Criterion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages from which a trainer schedules and conducts drills, and what their forms do. */
class ConsolePagesTest {

    private static final String CONSOLE = "/drills/d-first";

    private final House house = new House();

    // ---- looking and sending

    private String cookie() {
        return house.ask("GET", "/t/" + house.trainerToken())
                .send()
                .header("set-cookie")
                .split(";")[0];
    }

    private Answer open(String path) {
        return house.ask("GET", path).cookie(cookie()).send();
    }

    /** As a browser sends a form from one of our pages. */
    private Answer send(String path, String key, String... fields) {
        return house.ask("POST", path)
                .without("Idempotency-Key")
                .cookie(cookie())
                .form(form(key, fields))
                .send();
    }

    /** @param fields names and values in turn */
    private static String form(String key, String... fields) {
        var pairs = List.of(fields).stream()
                .map(one -> URLEncoder.encode(one, StandardCharsets.UTF_8))
                .toList();
        var form = new StringBuilder("key=" + key);
        for (var i = 0; i < pairs.size(); i += 2) {
            form.append('&').append(pairs.get(i)).append('=').append(pairs.get(i + 1));
        }
        return form.toString();
    }

    private Answer command(String command, String... fields) {
        var epoch = String.valueOf(house.store.drill("d-first").orElseThrow().epoch());
        var all = new java.util.ArrayList<>(List.of("do", "command", "command", command, "epoch", epoch));
        all.addAll(List.of(fields));
        return send(CONSOLE, "k-" + command, all.toArray(String[]::new));
    }

    private void isDone(Answer answer, String command) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo("d-first?done=" + command);
    }

    private <E extends DrillEvent> List<E> events(Class<E> kind) {
        return house.store.log("d-first").stream()
                .map(entry -> entry.event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private DrillState state() {
        return house.store.drill("d-first").orElseThrow().state();
    }

    // ---- signing in

    @Test
    void theLinkLeadsToTheDrillsAndChangesNothing() {
        house.drill();
        var log = house.store.log("d-first");
        var answer = house.ask("GET", "/t/" + house.trainerToken()).send();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo("../drills");
        assertThat(house.store.log("d-first")).isEqualTo(log);
        assertThat(open("/drills").body()).contains("<a href=\"drills/d-first\">Customer data on the loose</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void aFormOfAnotherSiteDoesNothing(String site) {
        house.drill();
        house.minutes(1);
        var answer = house.ask("POST", CONSOLE)
                .cookie(cookie())
                .form(form("k", "do", "command", "command", "stop"))
                .header("Sec-Fetch-Site", site)
                .send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(state()).isEqualTo(DrillState.RUNNING);
    }

    @Test
    void nobodyElseOpensTheConsole() {
        house.drill();
        for (var token : new String[] {house.leaderToken(), house.responderToken("d-first", "m-ana")}) {
            for (var path : new String[] {"/drills", CONSOLE, CONSOLE + "/links", CONSOLE + "/export"}) {
                var answer =
                        house.ask("GET", path).cookie("muster-trainer=" + token).send();
                assertThat(answer.status()).as(path).isEqualTo(403);
            }
        }
        assertThat(open("/drills/d-none").status()).isEqualTo(404);
    }

    // ---- the list

    @Test
    void anEmptyListSaysWhatToDo() {
        assertThat(open("/drills").body())
                .contains("No drill yet.", "id=\"form-schedule\"", "Default customer-crisis plan");
    }

    @Test
    void theFormSchedulesOnceHoweverOftenItIsSent() {
        String[] fields = {
            "do",
            "schedule",
            "scenario",
            "data-breach",
            "team",
            "crew",
            "plan",
            "default",
            "speed",
            "2",
            "when",
            "now",
            "startsAt",
            "",
            "variables.help_phone",
            "030 1234",
            "variables.company",
            ""
        };
        var first = send("/drills", "k-1", fields);
        var again = send("/drills", "k-1", fields);
        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(first.header("location")).startsWith("drills/d-");
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(house.store.drills()).singleElement().satisfies(drill -> {
            assertThat(drill.clock().speed()).isEqualTo(2);
            assertThat(house.store.scenario(drill.id()).briefing()).contains("030 1234");
        });
    }

    @Test
    void aTimeIsReadInTheZoneOfTheTeam() {
        send(
                "/drills",
                "k-1",
                "do",
                "schedule",
                "scenario",
                "data-breach",
                "team",
                "crew",
                "when",
                "at",
                "startsAt",
                "2026-11-04T09:00");
        assertThat(house.store.drills()).singleElement().satisfies(drill -> assertThat(drill.startsAt())
                .isEqualTo(Instant.parse("2026-11-04T08:00:00Z")));
        assertThat(open("/drills").body()).contains("4 Nov 2026, 09:00");
    }

    @Test
    void whatCannotBeScheduledComesBackWithWhatWasTyped() {
        var answer = send(
                "/drills",
                "k-1",
                "do",
                "schedule",
                "scenario",
                "micro-rumour",
                "team",
                "crew",
                "when",
                "at",
                "startsAt",
                "2020-01-01T09:00",
                "variables.company",
                "Nordlicht");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("one that has passed", "value=\"2020-01-01T09:00\"", "Nordlicht")
                .contains("<option value=\"micro-rumour\" selected");
        assertThat(house.store.drills()).isEmpty();
    }

    @Test
    void theHoldIsSetAndLiftedFromTheList() {
        house.drill();
        house.minutes(1);
        assertThat(send("/drills", "k-1", "do", "hold", "reason", "Fire alarm").header("location"))
                .isEqualTo("drills?done=hold");
        assertThat(open(CONSOLE).body()).contains("ines holds all drills.", "Fire alarm");
        assertThat(state()).isEqualTo(DrillState.PAUSED);
        send("/drills", "k-2", "do", "lift");
        assertThat(house.store.hold()).isEmpty();
    }

    // ---- conducting

    @Test
    void theClockObeysForms() {
        house.drill();
        house.minutes(2);
        isDone(command("pause", "reason", "Questions"), "pause");
        assertThat(open(CONSOLE).body()).contains("Paused by ines", "Questions", "id=\"button-resume\"");
        isDone(command("resume"), "resume");
        isDone(command("speed", "speed", "5"), "speed");
        isDone(command("extend", "to", "2:00"), "extend");
        var drill = house.store.drill("d-first").orElseThrow();
        assertThat(drill.clock().speed()).isEqualTo(5);
        assertThat(drill.length()).isEqualTo(Duration.ofHours(2));
        isDone(command("endex", "reason", "Enough"), "endex");
        assertThat(state()).isEqualTo(DrillState.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"stop,ENDED", "emergency,EMERGENCY"})
    void stopAndRealEmergencyWinWhateverThePageShowed(String command, DrillState after) {
        house.drill();
        house.minutes(2);
        command("pause", "reason", "Questions");
        var answer = send(CONSOLE, "k-old", "do", "command", "command", command, "epoch", "0");
        isDone(answer, command);
        assertThat(state()).isEqualTo(after);
        assertThat(open(CONSOLE).status()).isEqualTo(200);
    }

    @Test
    void whatIsToComeIsReleasedMovedChangedAndSkipped() {
        house.drill();
        house.minutes(1);
        var coming = Pattern.compile("id=\"release-([a-z0-9-]+)\"")
                .matcher(open(CONSOLE).body())
                .results()
                .map(found -> found.group(1))
                .toList();
        isDone(command("release", "inject", coming.get(0)), "release");
        isDone(command("retime", "inject", coming.get(1), "to", "0:45"), "retime");
        isDone(
                command("edit", "inject", coming.get(2), "text", "Other words", "from", "Tom", "to", "communications"),
                "edit");
        isDone(command("skip", "inject", coming.get(3), "reason", "Enough"), "skip");
        house.passes(Duration.ZERO);
        var page = open(CONSOLE).body();
        assertThat(page)
                .contains("id=\"came-%s\"".formatted(coming.get(0)), "<span class=\"at\">0:45</span>", "Other words")
                .contains("from Tom to Communications")
                .contains("id=\"withheld-%s\"".formatted(coming.get(3)))
                .contains("What does not come (1)", "the trainer skipped it (ines): Enough")
                .doesNotContain("id=\"inject-%s\"".formatted(coming.get(3)));
    }

    @Test
    void anInjectOfTheTrainersOwnGoesOut() {
        house.drill();
        house.minutes(1);
        isDone(
                command(
                        "inject",
                        "title",
                        "A call",
                        "channel",
                        "phone",
                        "from",
                        "Tom",
                        "text",
                        "Hello?",
                        "to",
                        "crisis-lead",
                        "to",
                        "customer-care",
                        "expects",
                        ""),
                "inject");
        house.passes(Duration.ZERO);
        assertThat(open(CONSOLE).body()).contains("from Tom to Crisis lead, Customer care", "Hello?");
    }

    @Test
    void aCommandOnWhatThePageNoLongerShowsIsKindlyRefusedAndNothingTypedIsLost() {
        house.drill();
        house.minutes(1);
        command("pause", "reason", "First");
        var answer = send(
                CONSOLE,
                "k-2",
                "do",
                "command",
                "command",
                "inject",
                "epoch",
                "0",
                "title",
                "A call",
                "channel",
                "phone",
                "from",
                "Tom",
                "text",
                "Long <words>",
                "to",
                "communications");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("The drill has changed since you looked", "what you typed is still there")
                .contains("Long &lt;words&gt;</textarea>", "value=\"Tom\"", "value=\"communications\" checked")
                .contains("data-epoch=\"1\"");
        assertThat(events(DrillEvent.InjectAdded.class)).isEmpty();
    }

    @Test
    void aDoubleClickCountsOnce() {
        house.drill();
        house.minutes(1);
        var first = send(CONSOLE, "k-1", "do", "command", "command", "pause", "epoch", "0", "reason", "Wait");
        var second = send(CONSOLE, "k-1", "do", "command", "command", "pause", "epoch", "0", "reason", "Wait");
        isDone(first, "pause");
        isDone(second, "pause");
        assertThat(events(DrillEvent.Paused.class)).hasSize(1);
    }

    @Test
    void aFormThatNoPageHasIsRefused() {
        house.drill();
        assertThat(send(CONSOLE, "k-1", "do", "dance").status()).isEqualTo(400);
    }

    // ---- evaluating

    @Test
    void aQuestionIsAnsweredToAll() {
        house.drill();
        house.minutes(1);
        house.responder("d-first", "m-ana", "POST", "/api/v1/my/questions")
                .body("{\"text\":\"Is the shop offline?\"}")
                .json();
        var page = open(CONSOLE).body();
        assertThat(page).contains("Questions to you (1 open)", "Is the shop offline?");
        var question = value(page, "question");
        isDone(send(CONSOLE, "k-1", "do", "answer", "question", question, "text", "Yes.", "toAll", "true"), "answer");
        assertThat(open(CONSOLE).body()).contains("Questions to you (0 open)", "(to all): Yes.");
    }

    @Test
    void observationsAndRatingsStandOnThePage() {
        house.drill();
        house.minutes(10);
        var objective =
                house.library.scenario("data-breach").objectives().getFirst().id();
        isDone(
                send(CONSOLE, "k-1", "do", "observe", "text", "Calm voices", "objective", objective, "at", "0:05"),
                "observe");
        isDone(send(CONSOLE, "k-2", "do", "rate", "objective", objective, "rating", "S", "reason", "Saw it"), "rate");
        assertThat(open(CONSOLE).body()).contains("Calm voices", "S: some challenges", "ines: Saw it");
        assertThat(events(DrillEvent.Observed.class).getFirst().at()).isEqualTo(Duration.ofMinutes(5));
    }

    /** A message to customers that the rater is unsure about. */
    private String unsureMessage() {
        house.drill();
        house.minutes(5);
        house.responder("d-first", "m-ana", "POST", "/api/v1/my/messages")
                .body("{\"role\":\"communications\",\"channel\":\"email\",\"audience\":\"customers\","
                        + "\"text\":\"We are sorry.\",\"sendAnyway\":true}")
                .json();
        var message = events(DrillEvent.MessageSent.class).getFirst().message().id();
        var marks = Map.of(
                Criterion.APOLOGY, new CriterionMark(true, 0.5, List.of("sorry")),
                Criterion.BLAME, new CriterionMark(false, 0, List.of()));
        var drill = house.store.drill("d-first").orElseThrow();
        house.store.record(
                "d-first",
                Entries.entry(
                        "rated." + message,
                        drill,
                        house.clock.instant(),
                        new DrillEvent.MessageRated(message, "test-1", marks)),
                List.of());
        return message;
    }

    @ParameterizedTest
    @CsvSource({"true,shown", "false,not shown"})
    void whatTheRaterIsUnsureOfAPersonConfirmsByOneClick(boolean present, String words) {
        var message = unsureMessage();
        var page = open(CONSOLE).body();
        assertThat(page)
                .contains("Unsure, please confirm: Apologises", "It is there", "It is not there")
                .doesNotContain("Unsure, please confirm: Blames others");
        var reason = value(page, "reason");
        isDone(
                send(
                        CONSOLE,
                        "k-1",
                        "do",
                        "overrule",
                        "message",
                        message,
                        "criterion",
                        "apology",
                        "reason",
                        reason,
                        "present",
                        String.valueOf(present)),
                "overrule");
        assertThat(open(CONSOLE).body())
                .contains("Apologises: " + words, "overruled by ines: Confirmed by a person")
                .doesNotContain("Unsure, please confirm");
    }

    @Test
    void aCriterionIsOverruledByForm() {
        var message = unsureMessage();
        isDone(
                send(
                        CONSOLE,
                        "k-1",
                        "do",
                        "overrule",
                        "message",
                        message,
                        "criterion",
                        "blame",
                        "present",
                        "true",
                        "reason",
                        "Read it twice"),
                "overrule");
        assertThat(events(DrillEvent.MarkOverruled.class))
                .containsExactly(new DrillEvent.MarkOverruled(
                        "ines", new Ruling.OnCriterion(message, Criterion.BLAME, true), "Read it twice"));
        assertThat(open(CONSOLE).body()).contains("overruled by ines: Read it twice");
    }

    @Test
    void theMarkOfAStepIsOverruledByForm() {
        house.drill();
        house.minutes(30);
        var page = open(CONSOLE).body();
        assertThat(page)
                .contains("<label for=\"step-overruled\">", "<label for=\"step-mark\">", "<label for=\"step-why\">");
        var step = first(page, "name=\"step\"><option value=\"([^\"]+)\"");
        isDone(
                send(CONSOLE, "k-1", "do", "overrule", "step", step, "mark", "0.7", "reason", "Done by phone"),
                "overrule");
        assertThat(events(DrillEvent.MarkOverruled.class))
                .containsExactly(new DrillEvent.MarkOverruled("ines", new Ruling.OnStep(step, 0.7), "Done by phone"));
        assertThat(open(CONSOLE).body()).contains("mark 0.7", "overruled by ines: Done by phone");
    }

    @Test
    void aMarkThatIsNoMarkComesBackWithWhatWasTyped() {
        house.drill();
        house.minutes(30);
        var step = first(open(CONSOLE).body(), "name=\"step\"><option value=\"([^\"]+)\"");
        var answer = send(CONSOLE, "k-1", "do", "overrule", "step", step, "mark", "7", "reason", "Done by phone");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("value=\"Done by phone\"", "not as expected: mark");
    }

    @Test
    void theScorecardIsReleasedFromThePage() {
        house.drill();
        house.minutes(1);
        house.scored("d-first", House.scorecard(71.5, "S").toString());
        assertThat(open(CONSOLE).body()).contains("<strong>71.5</strong>", "provisional", "href=\"d-first/report\"");
        isDone(send(CONSOLE, "k-1", "do", "release-scorecard"), "release-scorecard");
        assertThat(open(CONSOLE).body()).contains("released").doesNotContain("form-release-scorecard");
        assertThat(open(CONSOLE + "/export").header("content-disposition")).contains("EXERCISE-d-first.json");
    }

    @Test
    void aReportThatIsNotMadeYetIsSpokenOfInTheReadersLanguage() {
        house.drill();
        var answer = house.ask("GET", CONSOLE + "/report")
                .cookie(cookie())
                .header("Accept-Language", "de")
                .send();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Der Bericht ist noch nicht fertig.");
    }

    @Test
    void aStepThatAnInjectCannotExpectIsRefusedInTheReadersLanguage() {
        house.drill();
        house.minutes(1);
        var step = house.store.plan("d-first").steps().stream()
                .filter(one -> !one.scored())
                .findFirst()
                .orElseThrow()
                .id();
        var fields = form(
                "k-1",
                "do",
                "command",
                "command",
                "inject",
                "epoch",
                "0",
                "title",
                "A call",
                "channel",
                "phone",
                "from",
                "Tom",
                "text",
                "Hello?",
                "to",
                "crisis-lead",
                "expects",
                step);
        var answer = house.ask("POST", CONSOLE)
                .cookie(cookie())
                .header("Accept-Language", "de")
                .form(fields)
                .send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Eine Angabe passt nicht.", "wird aus Unterlagen geprüft");
    }

    @Test
    void whoeverSignsOutIsOutOnEveryDevice() {
        house.drill();
        for (var path : List.of("/drills", CONSOLE, CONSOLE + "/links")) {
            assertThat(open(path).body()).contains("value=\"sign-out\"");
        }
        var other = house.trainerToken();
        var answer = send("/drills", "k-1", "do", "sign-out");
        assertThat(answer.body()).contains("You are signed out");
        assertThat(answer.header("set-cookie")).contains("muster-trainer=;", "Max-Age=0");
        assertThat(house.ask("GET", "/drills")
                        .cookie("muster-trainer=" + other)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    // ---- links

    @Test
    void everyLinkHasAButtonThatCopiesIt() {
        house.drill();
        var page = open(CONSOLE + "/links").body();
        assertThat(page).contains("/console.js\"", "data-copy=\"join-url\"", "aria-label=\"Copy: Link of ");
        assertThat(Pattern.compile("data-copy=\"([^\"]+)\"").matcher(page).results())
                .allSatisfy(found -> assertThat(page).contains("id=\"%s\"".formatted(found.group(1))));
    }

    @Test
    void aRevokedLinkIsRenewedOnThePageOfLinks() {
        house.drill();
        house.minutes(1);
        var before = url(open(CONSOLE + "/links").body(), "m-ana");
        var answer = send(CONSOLE + "/links", "k-1", "do", "revoke", "member", "m-ana");
        assertThat(answer.header("location")).isEqualTo("links?done=revoke");
        var after = url(open(CONSOLE + "/links").body(), "m-ana");
        assertThat(house.ask("GET", "/r/" + House.tokenOf(before)).send().status())
                .isEqualTo(401);
        house.passes(Duration.ofSeconds(2));
        assertThat(house.ask("GET", "/r/" + House.tokenOf(after)).send().status())
                .isEqualTo(200);
        assertThat(send(CONSOLE + "/links", "k-2", "do", "revoke", "member", "m-none")
                        .status())
                .isEqualTo(404);
        assertThat(send(CONSOLE + "/links", "k-3", "do", "revoke-join").status())
                .isEqualTo(303);
    }

    @Test
    void theJoinLinkIsAQrCode() {
        house.drill();
        var page = open(CONSOLE + "/links").body();
        assertThat(page).contains("<svg class=\"code\"", "https://muster.example/j/");
    }

    private static String url(String page, String member) {
        var found = Pattern.compile("id=\"url-%s\"[^>]* value=\"([^\"]+)\"".formatted(member))
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String value(String page, String name) {
        return first(page, "name=\"%s\" value=\"([^\"]+)\"".formatted(name));
    }

    private static String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    // ---- every page

    @Test
    void whoeverHasSeenThePageIsToldThatNothingChangedUntilSomethingFallsOverdue() {
        house.drill();
        house.passes(Duration.ofSeconds(30));
        var tag = open(CONSOLE).header("etag");
        house.passes(Duration.ofSeconds(20));
        assertThat(again(tag).status()).isEqualTo(304);
        house.minutes(4);
        assertThat(again(tag).status()).isEqualTo(200);
    }

    private Answer again(String tag) {
        return house.ask("GET", CONSOLE)
                .cookie(cookie())
                .header("If-None-Match", tag)
                .send();
    }

    @Test
    void thePageLooksAtTheDrillAndWhatHappenedOnceEach() {
        house.drill();
        house.minutes(1);
        var cookie = cookie();
        house.looks.clear();
        house.ask("GET", CONSOLE).cookie(cookie).send();
        assertThat(house.looks)
                .containsExactlyInAnyOrder("linksRevokedBefore", "drill", "plan", "scenario", "proceedings", "hold");
    }

    @Test
    void itSpeaksGermanToGermanBrowsers() {
        house.drill();
        house.minutes(3);
        var page = house.ask("GET", CONSOLE)
                .cookie(cookie())
                .header("Accept-Language", "de")
                .send()
                .body();
        assertThat(page).contains("<html lang=\"de\">", "Was noch kommt", "Zeitverlauf", "Jetzt einspielen");
        assertThat(page).contains("es sei denn, „Publish a holding statement“ ist erledigt");
        var refused = house.ask("POST", CONSOLE)
                .cookie(cookie())
                .header("Accept-Language", "de")
                .form(form("k", "do", "command", "command", "resume", "epoch", "0"))
                .send();
        assertThat(refused.body()).contains("Nur eine unterbrochene Übung kann fortgesetzt werden.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drills", CONSOLE, CONSOLE + "/links"})
    void nothingIsInlineAndEveryIdIsThereOnce(String path) {
        house.drill();
        house.minutes(20);
        var page = open(path).body();
        assertThat(page).contains("EXERCISE EXERCISE EXERCISE").doesNotContain("<style", " style=", " onclick=");
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(ids).allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(ids.keySet()).allSatisfy(id -> assertThat(id).matches("[A-Za-z][A-Za-z0-9_-]*"));
    }
}
