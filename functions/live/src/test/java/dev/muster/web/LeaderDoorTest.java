package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillState;
import org.junit.jupiter.api.Test;

class LeaderDoorTest {

    private final House house = new House();

    @Test
    void aLeaderSeesAScorecardOnlyAfterATrainerReleasedIt() {
        house.drill();
        house.scored("d-first", House.scorecard(72.5, "S").toString());
        assertThat(house.leader("GET", "/api/v1/scorecards/d-first").send().status())
                .isEqualTo(404);
        assertThat(house.leader("GET", "/api/v1/readiness").json().path("teams"))
                .isEmpty();
        house.trainer("POST", "/api/v1/drills/d-first/release-scorecard").json();
        assertThat(house.leader("GET", "/api/v1/scorecards/d-first")
                        .json()
                        .path("score")
                        .asDouble())
                .isEqualTo(72.5);
        var team = house.leader("GET", "/api/v1/readiness").json().path("teams").get(0);
        assertThat(team.path("team").asText()).isEqualTo("crew");
        assertThat(team.path("scorecards").get(0).path("rating").asText()).isEqualTo("S");
        assertThat(team.path("scorecards").get(0).path("date").asText()).isEqualTo("2026-11-03");
    }

    @Test
    void readinessSaysOnWhichPlanEachScorecardRests() {
        house.drill();
        var scorecard = House.scorecard(72.5, "S").put("plan", "ours").put("plan-version", 3);
        scorecard.put("plan-title", "Our plan").put("default-plan", false);
        house.scored("d-first", scorecard.toString());
        house.trainer("POST", "/api/v1/drills/d-first/release-scorecard").json();
        var line = house.leader("GET", "/api/v1/readiness").json().at("/teams/0/scorecards/0");
        assertThat(line.path("plan").asText()).isEqualTo("ours");
        assertThat(line.path("planVersion").asInt()).isEqualTo(3);
        assertThat(line.path("planTitle").asText()).isEqualTo("Our plan");
        assertThat(line.path("defaultPlan").isBoolean()).isTrue();
        assertThat(line.path("defaultPlan").asBoolean()).isFalse();
    }

    @Test
    void belowFiveDrillsNothingIsRanked() {
        for (var number = 1; number <= 5; number++) {
            house.drill("d-" + number);
            house.scored("d-" + number, House.scorecard(50 + number, "M").toString());
            house.trainer("POST", "/api/v1/drills/d-" + number + "/release-scorecard")
                    .json();
            var team = house.leader("GET", "/api/v1/readiness")
                    .json()
                    .path("teams")
                    .get(0);
            assertThat(team.path("drills").asInt()).isEqualTo(number);
            assertThat(team.path("ranked").asBoolean()).isEqualTo(number == 5);
            assertThat(team.has("note")).isEqualTo(number < 5);
        }
    }

    @Test
    void aLeadersHoldWritesTheHoldAloneAndPausesDrillsAsOfItsMoment() {
        house.drill();
        house.minutes(1);
        var epoch = house.store.drill("d-first").orElseThrow().epoch();
        house.leader("PUT", "/api/v1/leader-hold")
                .body("{\"reason\":\"A real incident\"}")
                .json();
        assertThat(house.store.drill("d-first").orElseThrow().epoch()).isEqualTo(epoch);
        house.minutes(20);
        var drill = house.store.drill("d-first").orElseThrow();
        assertThat(drill.state()).isEqualTo(DrillState.PAUSED);
        assertThat(drill.drillTimeAt(house.clock.instant())).hasMinutes(1);
        assertThat(house.leader("DELETE", "/api/v1/leader-hold").send().status())
                .isEqualTo(204);
        assertThat(house.store.hold()).isEmpty();
    }

    // ---- the page

    private String cookie() {
        return house.ask("GET", "/l/" + house.leaderToken())
                .send()
                .header("set-cookie")
                .split(";")[0];
    }

    private Answer open() {
        return house.ask("GET", "/leader").cookie(cookie()).send();
    }

    private Answer send(String fields) {
        return house.ask("POST", "/leader").cookie(cookie()).form(fields).send();
    }

    @Test
    void theLinkLeadsToThePageAndHandsTheBrowserACookie() {
        var answer = house.ask("GET", "/l/" + house.leaderToken()).send();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo("../leader");
        assertThat(answer.header("set-cookie")).contains("muster-leader=", "HttpOnly", "SameSite=Lax", "Secure");
        assertThat(open().body())
                .contains("No scorecard has been released yet.")
                .doesNotContain(house.leaderToken());
    }

    @Test
    void thePageShowsWhatWasReleasedAndNothingElse() {
        house.drill();
        var scorecard = House.scorecard(72.5, "S").put("plan-title", "Our plan").put("default-plan", false);
        scorecard
                .withArray("objectives")
                .addObject()
                .put("title", "Tell the customers")
                .put("rating", "M");
        house.scored("d-first", scorecard.toString());
        assertThat(open().body()).doesNotContain("72.5");
        house.trainer("POST", "/api/v1/drills/d-first/release-scorecard").json();
        assertThat(open().body())
                .contains("Customer data on the loose", "<strong>72.5</strong>", "S: some challenges", "3 Nov 2026")
                .contains("Our plan (version 2)", "a plan of its own", "Tell the customers")
                .contains("1 of the 5 drills that a comparison rests on");
    }

    @Test
    void theHoldIsSetAndLiftedFromThePage() {
        house.drill();
        house.minutes(1);
        assertThat(send("do=hold&key=k-1&reason=A+real+incident").header("location"))
                .isEqualTo("leader?done=hold");
        assertThat(open().body()).contains("olga holds all drills.", "A real incident", "Lift the hold");
        assertThat(send("do=lift&key=k-2").header("location")).isEqualTo("leader?done=lift");
        assertThat(house.store.hold()).isEmpty();
    }

    @Test
    void aHoldWithoutAReasonIsNotSetAndThePageSaysWhy() {
        var answer = send("do=hold&key=k-1&reason=");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("something is missing or not as expected: reason");
        assertThat(house.store.hold()).isEmpty();
        assertThat(send("do=dance&key=k-2").status()).isEqualTo(400);
    }

    @Test
    void aFormOfAnotherSiteHoldsNothing() {
        var answer = house.ask("POST", "/leader")
                .cookie(cookie())
                .form("do=hold&key=k-1&reason=Why")
                .header("Sec-Fetch-Site", "cross-site")
                .send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(house.store.hold()).isEmpty();
    }

    @Test
    void whoeverSignsOutIsOutOnEveryDevice() {
        var other = house.leaderToken();
        var answer = send("do=sign-out&key=k-1");
        assertThat(answer.body()).contains("You are signed out");
        assertThat(answer.header("set-cookie")).contains("muster-leader=;", "Max-Age=0");
        assertThat(house.ask("GET", "/leader")
                        .cookie("muster-leader=" + other)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void thePageSpeaksGermanToGermanBrowsers() {
        var page = house.ask("GET", "/leader")
                .cookie(cookie())
                .header("Accept-Language", "de")
                .send()
                .body();
        assertThat(page)
                .contains("<html lang=\"de\">", "Bereitschaft", "Es gilt kein Halt.", "Überall abmelden")
                .contains("EXERCISE EXERCISE EXERCISE")
                .doesNotContain("<style", " style=", " onclick=");
    }
}
