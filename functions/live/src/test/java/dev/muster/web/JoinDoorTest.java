package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.respond.JoinDrill;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in by the join link, and taking links back. */
class JoinDoorTest {

    private static final String NOOR = "{\"name\":\"नूर\",\"role\":\"legal\",\"insteadOf\":\"m-jens\"}";

    private final House house = new House();

    @BeforeEach
    void aDrillRuns() {
        house.drill();
        house.minutes(1);
    }

    private House.Asking join(String method) {
        return house.ask(method, "/api/v1/join")
                .as(House.tokenOf(made().path("url").asText()));
    }

    private JsonNode made() {
        return house.trainer("POST", "/api/v1/drills/d-first/join-links").json();
    }

    private JsonNode mine(JsonNode welcome) {
        return as(House.tokenOf(welcome.path("url").asText()));
    }

    private JsonNode as(String token) {
        return house.ask("GET", "/api/v1/my/drill").as(token).json();
    }

    private String holderOfLegal() {
        return house.store.roster("d-first").participants().stream()
                .filter(one -> one.member().holds("legal"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String noor() {
        return NOOR.replace("m-jens", holderOfLegal());
    }

    @Test
    void theJoinLinkShowsWhoIsOnTheRosterAndNoAddressOfAnybody() {
        var seen = join("GET").send();
        assertThat(seen.json().path("members").findValuesAsText("id")).contains("m-ana", "m-olena");
        assertThat(seen.json().path("roles").findValuesAsText("id")).contains("legal");
        assertThat(seen.body()).doesNotContain("@", "soc-alert", "email");
    }

    @Test
    void whoeverSaysWhoTheyAreGetsTheirOwnLink() {
        var welcome = join("POST").body("{\"member\":\"m-olena\"}").json();
        assertThat(welcome.path("url").asText()).startsWith(House.BASE + "/r/");
        assertThat(mine(welcome).path("me").path("member").asText()).isEqualTo("m-olena");
    }

    @Test
    void comingInTwiceStandsInTheLogOnce() {
        join("POST").body("{\"member\":\"m-olena\"}").json();
        house.minutes(1);
        join("POST").body("{\"member\":\"m-olena\"}").json();
        assertThat(house.store.log("d-first"))
                .extracting(LogEntry::event)
                .filteredOn(DrillEvent.Joined.class::isInstance)
                .containsExactly(new DrillEvent.Joined("m-olena"));
    }

    @Test
    void aSubstituteTakesARoleOverWithWhatCameInForItAndTheLogDoesNotKnowTheName() {
        house.minutes(30);
        var holder = holderOfLegal();
        var before = as(house.responderToken("d-first", holder)).path("prompts").findValuesAsText("inject");
        assertThat(before).isNotEmpty();

        var welcome = join("POST").body(noor()).json();

        var seen = mine(welcome);
        assertThat(seen.path("me").path("name").asText()).isEqualTo("नूर");
        assertThat(seen.path("me").path("roles").toString()).isEqualTo("[\"legal\"]");
        assertThat(seen.path("prompts").findValuesAsText("inject")).containsExactlyInAnyOrderElementsOf(before);
        assertThat(house.store
                        .participant("d-first", holder)
                        .orElseThrow()
                        .member()
                        .holds("legal"))
                .isFalse();
        assertThat(house.trainer("GET", "/api/v1/drills/d-first/log").send().body())
                .contains("substitute-joined")
                .doesNotContain("नूर");
        house.ask("POST", "/api/v1/my/notes")
                .as(House.tokenOf(welcome.path("url").asText()))
                .body("{\"text\":\"I am in\",\"role\":\"legal\"}")
                .json();
    }

    @Test
    void aSubstituteWhoSendsTwiceComesOnceAndAnotherUnderTheKeyIsRefused() {
        var body = noor();
        var first = join("POST").key("k").body(body).json();
        house.passes(Duration.ofSeconds(5));
        var second = join("POST").key("k").body(body).json();
        assertThat(second.path("member")).isEqualTo(first.path("member"));
        var size = house.store.roster("d-first").participants().size();
        var other = join("POST").key("k").body(body.replace("नूर", "Max")).send();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("code").asText()).isEqualTo("key-used");
        assertThat(house.store.roster("d-first").participants()).hasSize(size);
    }

    @Test
    void aRoleThatWasTakenOverIsNotTakenOverAgain() {
        var body = noor();
        join("POST").body(body).json();
        var late = join("POST").body(body).send();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asText()).isEqualTo("not-their-role");
    }

    @Test
    void aSubstituteForNobodyHoldsTheRoleBesideWhoeverHasIt() {
        var welcome = join("POST").body("{\"name\":\"Max\",\"role\":\"legal\"}").json();
        assertThat(house.store.roster("d-first").participants())
                .filteredOn(one -> one.member().holds("legal"))
                .extracting(one -> one.id())
                .contains(welcome.path("member").asText())
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Max\\nMoritz\",\"role\":\"legal\"}",
                "{\"name\":\"Max\\u202Exam\",\"role\":\"legal\"}",
                "{\"name\":\"Max\\u2028Moritz\",\"role\":\"legal\"}",
                "{\"name\":\"\\u200B\",\"role\":\"legal\"}",
                "{\"name\":\"Max\",\"role\":\"no-such-role\"}",
                "{\"name\":\"  \",\"role\":\"legal\"}",
                "{\"name\":\"Max\"}",
                "{\"member\":\"m-nobody\"}",
                "{\"member\":\"m-ana\",\"name\":\"Max\"}",
                "{}"
            })
    void whatMakesNoSenseIsRefusedAndNobodyComes(String body) {
        var before = house.store.roster("d-first");
        assertThat(join("POST").body(body).send().status()).isBetween(400, 422);
        assertThat(house.store.roster("d-first")).isEqualTo(before);
    }

    @Test
    void aNameHasSoManyCharactersAndNoMore() {
        var name = "{\"name\":\"%s\",\"role\":\"legal\"}";
        assertThat(join("POST").body(name.formatted("漢".repeat(80))).send().status())
                .isEqualTo(200);
        assertThat(join("POST").body(name.formatted("漢".repeat(81))).send().status())
                .isEqualTo(400);
    }

    @Test
    void aJoinLinkThatLeaksDoesNotFillTheRosterWithoutEnd() {
        var joining = new JoinDrill(house.store, house.clock);
        var max = new JoinDrill.Substitute("Max", "legal", Optional.empty());
        for (var number = 0; house.store.roster("d-first").participants().size() < 250; number++) {
            joining.substitute("d-first", "leaked-" + number, max);
        }
        var log = house.store.log("d-first");

        var refused = join("POST").body("{\"name\":\"Max\",\"role\":\"legal\"}").send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("too-many-people");
        assertThat(refused.json().path("detail").asText()).contains("250 people", "ask the trainer");
        var page = house.ask("POST", "/j/" + house.joinToken("d-first"))
                .form("do=substitute&key=one-more&name=Max&role=legal")
                .header("Accept-Language", "de")
                .send();
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("In dieser Übung sind schon 250 Personen.");
        assertThat(house.store.log("d-first")).isEqualTo(log);
        join("POST").body("{\"member\":\"m-olena\"}").json();
    }

    @Test
    void nobodyComesInAsASubstituteAfterTheEndButTheTeamMayStillLook() {
        var body = noor();
        house.scored("d-first", House.scorecard(1, "U").toString());
        assertThat(join("POST").body(body).send().json().path("code").asText()).isEqualTo("drill-over");
        var welcome = join("POST").body("{\"member\":\"m-olena\"}").json();
        assertThat(mine(welcome).path("state").asText()).isEqualTo("scored");
    }

    @Test
    void theJoinLinkExpiresOneDayAfterThePlannedEnd() {
        assertThat(made().path("expiresAt").asText())
                .isEqualTo(House.NOON
                        .plus(Duration.ofMinutes(90))
                        .plus(Duration.ofDays(1))
                        .toString());
    }

    // ---- taking links back

    @Test
    void aMembersLinksAreVoidOnceRevokedAndTheNewOneLetsIn() {
        var old = house.responderToken("d-first", "m-olena");
        var others = house.responderToken("d-first", "m-ana");
        var link = house.trainer("POST", "/api/v1/drills/d-first/links/m-olena/revocation")
                .json();
        assertThat(house.ask("GET", "/api/v1/my/drill").as(old).send().status()).isEqualTo(401);
        assertThat(mine(link).path("me").path("member").asText()).isEqualTo("m-olena");
        assertThat(as(others).path("me").path("member").asText()).isEqualTo("m-ana");
    }

    @Test
    void nobodysLinksCannotBeRevoked() {
        assertThat(house.trainer("POST", "/api/v1/drills/d-first/links/m-nobody/revocation")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void joinLinksAreVoidOnceRevokedAndWhoeverJoinedStaysIn() {
        var old = House.tokenOf(made().path("url").asText());
        var welcome = join("POST").body("{\"member\":\"m-olena\"}").json();
        var anew = house.trainer("POST", "/api/v1/drills/d-first/join-links/revocation")
                .json();
        assertThat(house.ask("GET", "/api/v1/join").as(old).send().status()).isEqualTo(401);
        assertThat(house.ask("GET", "/api/v1/join")
                        .as(House.tokenOf(anew.path("url").asText()))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(mine(welcome).path("me").path("member").asText()).isEqualTo("m-olena");
    }

    @Test
    void whoeverSignsOutIsSignedOutEverywhere() {
        var trainer = house.trainerToken();
        var leader = house.leaderToken();
        house.ask("POST", "/api/v1/sign-out").as(trainer).send();
        assertThat(house.ask("GET", "/api/v1/drills").as(trainer).send().status())
                .isEqualTo(401);
        assertThat(house.ask("GET", "/api/v1/readiness").as(leader).send().status())
                .isEqualTo(200);
        assertThat(house.ask("POST", "/api/v1/leader-sign-out")
                        .as(leader)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(house.ask("GET", "/api/v1/readiness").as(leader).send().status())
                .isEqualTo(401);
        house.passes(Duration.ofSeconds(1));
        assertThat(house.trainer("GET", "/api/v1/drills").send().status()).isEqualTo(200);
    }
}
