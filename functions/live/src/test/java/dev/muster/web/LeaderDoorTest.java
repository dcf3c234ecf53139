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
    void aLeaderSeesThatADrillWasScoredAgainstTheDefaultPlan() {
        house.drill();
        house.scored("d-first", House.scorecard(72.5, "S").toString());
        house.trainer("POST", "/api/v1/drills/d-first/release-scorecard").json();

        var scorecard = house.leader("GET", "/api/v1/readiness").json().at("/teams/0/scorecards/0");

        assertThat(scorecard.path("plan").asText()).isEqualTo("default");
        assertThat(scorecard.path("defaultPlan").asBoolean()).isTrue();
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

    @Test
    void theLinkOfAnAccountOpensAPageThatSaysWhoIsSignedIn() {
        var page = house.ask("GET", "/l/" + house.leaderToken()).send();
        assertThat(page.body())
                .contains("Signed in as leader")
                .contains("EXERCISE")
                .doesNotContain(house.leaderToken());
    }
}
