package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

    private final House house = new House();
    private final WrongLinks wrong = new WrongLinks(house);

    SignInTest() {
        house.drill("d-first");
        house.drill("d-second");
    }

    // ---- every route with every link

    /** Where a link's token stands in a request. */
    private enum Way {
        /** In the path of a link that somebody opens; otherwise as a program sends it. */
        LINK,
        /** In the cookie that the route's role has, in the browser of somebody who opened the link before. */
        COOKIE
    }

    @TestFactory
    Stream<DynamicTest> everyRouteLetsInWhomItShouldAndNobodyElse() {
        return tests(everyRoute(), route -> {
            if (route.role().isEmpty()) {
                assertThat(status(route, Way.LINK, "")).isNotIn(401, 403, 500);
                return;
            }
            assertThat(status(route, Way.LINK, "")).isEqualTo(401);
            assertThat(wrong.everywhere()).allSatisfy(token -> assertThat(status(route, Way.LINK, token))
                    .isEqualTo(401));
            for (var role : Role.values()) {
                var own = role == route.role().get();
                assertThat(wrong.noLonger(role)).allSatisfy(token -> assertThat(status(route, Way.LINK, token))
                        .as("void link as %s", role)
                        .isEqualTo(own ? 401 : 403));
                assertPasses(own, status(route, Way.LINK, link(role)), role);
            }
        });
    }

    /** The API takes no cookie; a page takes that of its own role, and a form only where it stands on a page of ours. */
    @TestFactory
    Stream<DynamicTest> aCookieOpensPagesOfItsRoleAndNothingElse() {
        return tests(everyRoute().filter(route -> route.role().isPresent() && !hasToken(route)), route -> {
            assertThat(wrong.everywhere()).allSatisfy(token -> assertThat(status(route, Way.COOKIE, token))
                    .isEqualTo(401));
            for (var role : Role.values()) {
                var own = role == route.role().get();
                var status = status(route, Way.COOKIE, link(role));
                if (!route.page()) {
                    assertThat(status).as("as %s", role).isEqualTo(401);
                } else {
                    assertPasses(own, status, role);
                }
                assertThat(wrong.noLonger(role)).allSatisfy(token -> assertThat(status(route, Way.COOKIE, token))
                        .as("void link as %s", role)
                        .isEqualTo(own || !route.page() ? 401 : 403));
            }
        });
    }

    /** A link says by itself who opens it: no cookie and no header lets in whoever has another one, or a wrong one. */
    @TestFactory
    Stream<DynamicTest> nothingHelpsALinkThatLetsNobodyIn() {
        return tests(everyRoute().filter(SignInTest::hasToken), route -> {
            var role = route.role().orElseThrow();
            var answer = asking(route, "none")
                    .as(link(role))
                    .cookie("muster-%s=%s".formatted(role.label(), link(role)))
                    .header("Sec-Fetch-Site", "same-origin")
                    .send();
            assertThat(answer.status()).isEqualTo(401);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "same-origin | - | true",
                "same-origin | https://evil.example | true",
                "- | https://gateway.example | true",
                "cross-site | - | false",
                "cross-site | https://gateway.example | false",
                "same-site | - | false",
                "none | - | false",
                "- | https://evil.example | false",
                "- | https://gateway.example.evil.example | false",
                "- | null | false",
                "- | - | false",
            })
    void aFormByCookieCountsOnlyFromAPageOfOurs(String site, String origin, boolean ours) {
        var forms = everyRoute()
                .filter(route -> route.page() && !route.method().equals("GET") && !hasToken(route))
                .toList();
        assertThat(forms).extracting(Route::operationId).contains("sendConsoleForm", "sendDrillsForm", "sendLinksForm");
        assertThat(forms).allSatisfy(route -> {
            var role = route.role().orElseThrow();
            var asking = asking(route, "none")
                    .cookie("muster-%s=%s".formatted(role.label(), link(role)))
                    .form("key=k-1&do=nothing")
                    .without("Sec-Fetch-Site");
            Optional.ofNullable(site).ifPresent(value -> asking.header("Sec-Fetch-Site", value));
            Optional.ofNullable(origin).ifPresent(value -> asking.header("Origin", value));
            assertThat(asking.send().status()).isEqualTo(ours ? 400 : 401);
        });
    }

    private static void assertPasses(boolean passes, int status, Role role) {
        if (passes) {
            assertThat(status).as("as %s", role).isNotIn(401, 403, 500);
        } else {
            assertThat(status).as("as %s", role).isEqualTo(403);
        }
    }

    @Test
    void aRefusalSaysTheSameWhateverIsWrongWithTheLink() {
        var links = Stream.concat(wrong.everywhere().stream(), wrong.noLonger(Role.RESPONDER).stream());
        assertThat(links.map(this::refusalDetail).distinct()).hasSize(1);
    }

    private String refusalDetail(String token) {
        return house.ask("GET", "/api/v1/my/drill")
                .as(token)
                .send()
                .json()
                .path("detail")
                .asText();
    }

    /** The function behind a door may read only what its own people need: who comes with another link costs no look. */
    @Test
    void whoeverComesWithALinkOfAnotherRoleIsRefusedBeforeAnythingIsRead() {
        for (var token : List.of(house.trainerToken(), house.leaderToken())) {
            house.looks.clear();
            assertThat(house.ask("GET", "/api/v1/my/drill").as(token).send().status())
                    .isEqualTo(403);
            assertThat(house.ask("GET", "/r/" + token).send().status()).isEqualTo(403);
            assertThat(house.ask("GET", "/j/" + token).send().status()).isEqualTo(403);
            assertThat(house.looks).isEmpty();
        }
    }

    // ---- looking

    /** Previews of chats, scanners of mail and browsers that fetch ahead open links, too. */
    @TestFactory
    Stream<DynamicTest> lookingChangesNothing() {
        house.minutes(40);
        var looks = everyRoute().filter(route -> route.method().equals("GET")).toList();
        assertThat(looks).hasSizeGreaterThan(25);
        return tests(looks.stream(), route -> {
            var token = route.role().map(this::link).orElse("");
            var before = everything();
            assertThat(status(route, Way.LINK, token)).isNotIn(401, 403, 500);
            assertThat(status(route, Way.COOKIE, token)).isNotEqualTo(500);
            var likeAForm = asking(route, token)
                    .query("do", "command")
                    .query("command", "stop")
                    .query("member", "m-ana")
                    .query("epoch", "0")
                    .query("key", "k-1");
            if (!token.isEmpty() && !hasToken(route)) {
                likeAForm.as(token);
            }
            assertThat(likeAForm.send().status()).isLessThan(500);
            assertThat(house.ask("HEAD", path(route, token)).as(token).send().status())
                    .isEqualTo(405);
            assertThat(everything()).isEqualTo(before);
        });
    }

    /** All that a request could change. */
    private List<Object> everything() {
        var drills = house.store.drills().stream()
                .<Object>map(drill -> List.of(
                        drill,
                        house.store.log(drill.id()),
                        house.store.pending(drill.id()),
                        house.store.roster(drill.id()),
                        house.store.scorecard(drill.id()),
                        house.store.joinLinksRevokedBefore(drill.id())))
                .toList();
        return List.of(
                drills,
                house.store.hold(),
                house.store.linksRevokedBefore("ines"),
                house.store.linksRevokedBefore("olga"),
                List.copyOf(house.told));
    }

    // ---- asking

    private static Stream<DynamicTest> tests(Stream<Route> routes, Consumer<Route> test) {
        return routes.map(
                route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> test.accept(route)));
    }

    private Stream<Route> everyRoute() {
        return house.routes().values().stream().flatMap(List::stream);
    }

    private static boolean hasToken(Route route) {
        return route.path().contains("{token}");
    }

    private int status(Route route, Way way, String token) {
        var asking = asking(route, token);
        if (way == Way.COOKIE) {
            var role = route.role().map(Role::label).orElse("none");
            asking.cookie("muster-%s=%s".formatted(role, token)).header("Sec-Fetch-Site", "same-origin");
        } else if (!token.isEmpty() && !hasToken(route)) {
            asking.as(token);
        }
        return asking.send().status();
    }

    private House.Asking asking(Route route, String token) {
        return house.ask(route.method(), path(route, token));
    }

    private static String path(Route route, String token) {
        return route.path()
                .replace("{drill}", "d-first")
                .replace("{scenario}", "data-breach")
                .replace("{token}", token.isEmpty() ? "none" : token);
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
    void aJoinLinkReachesNoDrillButItsOwn() {
        var before = house.store.log("d-first");
        var seen = house.ask("GET", "/api/v1/join").as(house.joinToken("d-second"));
        assertThat(seen.json().path("drill").asText()).isEqualTo("d-second");
        var link = house.ask("POST", "/api/v1/join")
                .as(house.joinToken("d-second"))
                .body("{\"member\":\"m-ana\"}")
                .json();
        var mine = house.ask("GET", "/api/v1/my/drill")
                .as(House.tokenOf(link.path("url").asText()))
                .json();
        assertThat(mine.path("id").asText()).isEqualTo("d-second");
        assertThat(house.store.log("d-first")).isEqualTo(before);
    }

    @Test
    void aRevocationConcernsOneDrillAlone() {
        house.store.revokeLink("d-second", "m-ana", house.clock.instant().plusSeconds(1));
        house.store.revokeJoinLinks("d-second", house.clock.instant().plusSeconds(1));
        assertThat(house.responder("d-first", "m-ana", "GET", "/api/v1/my/drill")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(house.ask("GET", "/api/v1/join")
                        .as(house.joinToken("d-first"))
                        .send()
                        .status())
                .isEqualTo(200);
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
