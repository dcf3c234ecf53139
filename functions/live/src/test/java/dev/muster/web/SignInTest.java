package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignInTest {

    private final House house = new House();

    SignInTest() {
        house.drill("d-first");
        house.drill("d-second");
    }

    // ---- every route with every link

    @TestFactory
    Stream<DynamicTest> everyRouteLetsInWhomItShouldAndNobodyElse() {
        return everyRoute()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    if (route.role().isEmpty()) {
                        assertThat(status(route, "")).isNotIn(401, 403, 500);
                        return;
                    }
                    assertThat(wrongLinks().filter(token -> status(route, token) != 401))
                            .isEmpty();
                    for (var role : Role.values()) {
                        var status = status(route, link(role));
                        if (role == route.role().get()) {
                            assertThat(status).as("as %s", role).isNotIn(401, 403, 500);
                        } else {
                            assertThat(status).as("as %s", role).isEqualTo(403);
                        }
                    }
                }));
    }

    @Test
    void aRefusalSaysTheSameWhateverIsWrongWithTheLink() {
        assertThat(wrongLinks().map(this::refusalDetail).distinct()).hasSize(1);
    }

    private String refusalDetail(String token) {
        return house.ask("GET", "/api/v1/my/drill")
                .as(token)
                .send()
                .json()
                .path("detail")
                .asText();
    }

    private Stream<Route> everyRoute() {
        return house.routes().values().stream().flatMap(List::stream);
    }

    private int status(Route route, String token) {
        var path = route.path().replace("{drill}", "d-first").replace("{token}", token.isEmpty() ? "none" : token);
        var asking = house.ask(route.method(), path);
        if (!token.isEmpty() && !route.path().contains("{token}")) {
            asking.as(token);
        }
        return asking.send().status();
    }

    private String link(Role role) {
        // Some routes make links void.
        house.clock.advance(Duration.ofSeconds(2));
        return switch (role) {
            case JOINER -> house.joinToken("d-first");
            case TRAINER -> house.trainerToken();
            case LEADER -> house.leaderToken();
            case RESPONDER -> house.responderToken("d-first", "m-ana");
        };
    }

    /** Links that let nobody in, whatever they say. */
    private Stream<String> wrongLinks() {
        return Stream.of(
                "garbage",
                "a.b.c",
                "x".repeat(3_000),
                forged(),
                unsigned(),
                byAnotherAlgorithm(),
                expired(),
                revokedMember(),
                revokedAccount(),
                revokedJoinLink(),
                signed(claims().claim("role", "joiner").claim("drill", "d-none")),
                signed(claims().claim("role", "joiner")),
                tampered(),
                signed(claims().claim("role", "responder")
                        .claim("drill", "d-none")
                        .claim("member", "m-ana")),
                signed(claims().claim("role", "responder")
                        .claim("drill", "d-first")
                        .claim("member", "m-nobody")),
                signed(claims().claim("role", "responder").claim("drill", "d-first")),
                signed(claims().claim("role", "responder").claim("drill", 7).claim("member", "m-ana")),
                signed(claims().claim("role", "director").claim("account", "ines")),
                signed(claims().claim("account", "ines")),
                signed(claims().claim("role", "trainer")),
                signed(new JWTClaimsSet.Builder().claim("role", "trainer").claim("account", "ines")),
                signed(claims().issueTime(in(Duration.ofHours(1)))
                        .claim("role", "trainer")
                        .claim("account", "ines")));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issueTime(in(Duration.ZERO)).expirationTime(in(Duration.ofHours(1)));
    }

    private Date in(Duration time) {
        return Date.from(house.clock.instant().plus(time));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return signed(JWSAlgorithm.HS256, claims);
    }

    private String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        try {
            var key = house.keys.current();
            var secret = algorithm == JWSAlgorithm.HS256 ? key.secret() : new byte[64];
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.kid()).build(), claims.build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private String forged() {
        return House.tokenOf(new LinkSigner(TestKeys.forged("k1"), House.BASE, house.clock).trainer("ines"));
    }

    private String unsigned() {
        return new PlainJWT(claims().claim("role", "trainer")
                        .claim("account", "ines")
                        .build())
                .serialize();
    }

    private String byAnotherAlgorithm() {
        return signed(JWSAlgorithm.HS512, claims().claim("role", "trainer").claim("account", "ines"));
    }

    private String expired() {
        return signed(claims().expirationTime(in(Duration.ofSeconds(-1)))
                .claim("role", "trainer")
                .claim("account", "ines"));
    }

    private String tampered() {
        var parts = house.responderToken("d-first", "m-ana").split("\\.");
        var other = house.trainerToken().split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    private String revokedAccount() {
        house.store.revokeLinks("gone", house.clock.instant().plusSeconds(1));
        return House.tokenOf(house.links.trainer("gone"));
    }

    private String revokedJoinLink() {
        house.store.revokeJoinLinks("d-second", house.clock.instant().plusSeconds(1));
        return house.joinToken("d-second");
    }

    private String revokedMember() {
        house.store.revokeLink("d-second", "m-jens", house.clock.instant().plusSeconds(1));
        return house.responderToken("d-second", "m-jens");
    }

    // ---- one link in its life

    @Test
    void aLinkThatWasIssuedAfterTheRevocationLetsIn() {
        house.store.revokeLinks("ines", house.clock.instant());
        house.minutes(1);
        assertThat(house.trainer("GET", "/api/v1/drills").send().status()).isEqualTo(200);
    }

    @Test
    void aLinkOutlivesTheRotationOfTheKeys() {
        var before = house.trainerToken();
        house.keys.rotateTo("k2");
        assertThat(house.ask("GET", "/api/v1/drills").as(before).send().status())
                .isEqualTo(200);
        assertThat(house.trainer("GET", "/api/v1/drills").send().status()).isEqualTo(200);
    }

    @Test
    void aRespondersLinkExpiresOneDayAfterThePlannedEnd() {
        var token = house.responderToken("d-first", "m-ana");
        house.clock.moveTo(
                House.NOON.plus(Duration.ofMinutes(90)).plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(house.ask("GET", "/api/v1/my/drill").as(token).send().status())
                .isEqualTo(200);
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.ask("GET", "/api/v1/my/drill").as(token).send().status())
                .isEqualTo(401);
    }

    @Test
    void anAccountsLinkExpiresAfterThirtyDays() {
        var token = house.trainerToken();
        house.clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(house.ask("GET", "/api/v1/drills").as(token).send().status()).isEqualTo(200);
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.ask("GET", "/api/v1/drills").as(token).send().status()).isEqualTo(401);
    }

    @Test
    void aResponderReachesNoDrillButTheOwn() {
        house.minutes(10);
        house.drill("d-third");
        var seen =
                house.responder("d-third", "m-olena", "GET", "/api/v1/my/drill").json();
        assertThat(seen.path("id").asText()).isEqualTo("d-third");
        var releasedInFirst =
                house.responder("d-first", "m-olena", "GET", "/api/v1/my/drill").json();
        var elsewhere = releasedInFirst.path("prompts").findValuesAsText("inject").stream()
                .filter(inject ->
                        !seen.path("prompts").findValuesAsText("inject").contains(inject))
                .findFirst()
                .orElseThrow();
        var answer = house.responder("d-third", "m-olena", "POST", "/api/v1/my/acknowledgements")
                .body("{\"inject\":\"%s\"}".formatted(elsewhere))
                .send();
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void theLinkIsTheTokenBehindTheBaseAddress() {
        assertThat(house.links.trainer("ines")).startsWith(House.BASE + "/t/");
        assertThat(house.links.leader("olga")).startsWith(House.BASE + "/l/");
        assertThat(house.links.responder(house.store.drill("d-first").orElseThrow(), "m-ana"))
                .startsWith(House.BASE + "/r/")
                .hasSizeLessThan(320);
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Keyring.Key("k", new byte[31]))
                .hasMessage("a signing key has at least 32 bytes, k has 31");
    }
}
