package dev.muster.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.composer.MovingClock;
import dev.muster.drill.Drill;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.conduct.CarryOut;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.ScheduleDrill;
import dev.muster.drill.io.RecordJson;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.InMemoryDrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All doors of Muster above a store in memory, in simulated time, with the library that travels in the zip. */
final class House {

    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final String BASE = "https://muster.example";

    final MovingClock clock = new MovingClock(NOON);
    final InMemoryDrillStore store = new InMemoryDrillStore();
    final TestKeys keys = new TestKeys("k1");
    final LinkSigner links = new LinkSigner(keys, BASE, clock);
    final Library library;
    final ShelvedReports reports = new ShelvedReports();
    final ShelvedAttachments attachments = new ShelvedAttachments();
    final List<Notification> told = new ArrayList<>();
    final Conducting conducting = new Conducting(store, items -> {}, told::add, links, clock);

    private final CarryOut carryOut = new CarryOut(conducting);
    private final Door trainers;

    /** What responders' and trainers' requests asked the store, by the name of its method. */
    final List<String> looks = new ArrayList<>();

    private final Door responders = Door.forResponders(noted(), keys, Optional.of(BASE), attachments);
    private final Door leaders = Door.forLeaders(conducting, keys, Optional.of(BASE));
    private final AtomicInteger numbers = new AtomicInteger();

    House() {
        this(Library.onClassPath());
    }

    House(Library library) {
        this.library = library;
        this.trainers = Door.forTrainers(noted(), keys, Optional.of(BASE), library, reports, attachments);
    }

    private Conducting noted() {
        return new Conducting(noting(store), items -> {}, told::add, links, clock);
    }

    private DrillStore noting(DrillStore store) {
        return (DrillStore) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {DrillStore.class}, (proxy, method, arguments) -> {
                    looks.add(method.getName());
                    return method.invoke(store, arguments);
                });
    }

    // ---- drills

    /** A drill of the data breach for the crew that starts now. */
    Drill drill() {
        return drill("d-first");
    }

    Drill drill(String id) {
        return drill(id, library.scenario("data-breach"));
    }

    Drill drill(String id, Scenario scenario) {
        var request = new ScheduleDrill.Request(
                id, "ines", scenario, library.defaultPlan(), library.team("crew"), Map.of(), clock.instant(), 1);
        new ScheduleDrill(store, items -> {}, clock).schedule(request);
        passes(Duration.ZERO);
        return store.drill(id).orElseThrow();
    }

    /** Lets time pass and carries out what falls due on the way. */
    House passes(Duration time) {
        var end = clock.instant().plus(time);
        for (var next = next(end); next.isPresent(); next = next(end)) {
            clock.moveTo(next.get().wakeAt().orElseThrow());
            carryOut.carryOut(next.get().drill(), next.get().key());
        }
        clock.moveTo(end);
        return this;
    }

    House minutes(long minutes) {
        return passes(Duration.ofMinutes(minutes));
    }

    private Optional<DueItem> next(Instant end) {
        return IntStream.range(0, store.dueShards())
                .boxed()
                .flatMap(shard -> store.dueUntil(shard, end).stream())
                .filter(item -> item.due().worker() == Due.Worker.INJECT)
                .min(Comparator.comparing(item -> item.wakeAt().orElseThrow()));
    }

    /** The drill is over and scored. */
    Drill scored(String id, String scorecard) {
        trainer("POST", "/api/v1/drills/" + id + "/commands")
                .body("{\"command\":\"stop\"}")
                .send();
        passes(Duration.ZERO);
        store.keepScorecard(id, scorecard, 1_000);
        return store.drill(id).orElseThrow();
    }

    // ---- people

    String trainerToken() {
        return tokenOf(links.trainer("ines"));
    }

    String leaderToken() {
        return tokenOf(links.leader("olga"));
    }

    String responderToken(String drill, String member) {
        return tokenOf(links.responder(store.drill(drill).orElseThrow(), member));
    }

    String joinToken(String drill) {
        return tokenOf(links.joiner(store.drill(drill).orElseThrow()).url());
    }

    static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    Asking trainer(String method, String path) {
        return ask(method, path).as(trainerToken());
    }

    Asking leader(String method, String path) {
        return ask(method, path).as(leaderToken());
    }

    Asking responder(String drill, String member, String method, String path) {
        return ask(method, path).as(responderToken(drill, member));
    }

    Asking ask(String method, String path) {
        return new Asking(method, path);
    }

    /** All routes, each with the name of the function that has it. */
    Map<String, List<Route>> routes() {
        return Map.of(
                "TrainerFunction",
                        new TrainerRoutes(conducting, links, Optional.of(BASE), library, reports, attachments).routes(),
                "ResponderFunction",
                        Stream.of(
                                        new ResponderRoutes(conducting, attachments).routes(),
                                        new JoinRoutes(store, clock, links, Optional.of(BASE)).routes())
                                .flatMap(List::stream)
                                .toList(),
                "LeaderFunction", new LeaderRoutes(conducting, Optional.of(BASE)).routes());
    }

    /** A request in the making. */
    final class Asking {

        private final String method;
        private final String path;
        private final Map<String, String> headers = new HashMap<>();
        private final List<String> cookies = new ArrayList<>();
        private final Map<String, String> query = new HashMap<>();
        private String body;
        private boolean base64;

        Asking(String method, String path) {
            this.method = method;
            this.path = path;
            if (method.equals("POST")) {
                headers.put("Idempotency-Key", "key-" + numbers.incrementAndGet());
            }
        }

        Asking as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Asking key(String key) {
            return header("Idempotency-Key", key);
        }

        Asking header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Asking query(String name, String value) {
            query.put(name, value);
            return this;
        }

        Asking without(String name) {
            headers.remove(name);
            return this;
        }

        Asking body(String json) {
            body = json;
            return header("Content-Type", "application/json");
        }

        /** As a page's form sends it, from a page of ours. */
        Asking form(String fields) {
            body = fields;
            return header("Content-Type", Form.MEDIA_TYPE).header("Sec-Fetch-Site", "same-origin");
        }

        Asking base64(String encoded) {
            base64 = true;
            return body(encoded);
        }

        Answer send() {
            var response = door().answer(event());
            var answer = new Answer(response.getStatusCode(), headers(response), response.getBody());
            ApiContract.check(method, path, answer);
            return answer;
        }

        private static Map<String, String> headers(APIGatewayV2HTTPResponse response) {
            var headers = new HashMap<>(response.getHeaders());
            if (response.getCookies() != null) {
                headers.put("set-cookie", String.join("\n", response.getCookies()));
            }
            return headers;
        }

        /** As a browser that carries cookies. */
        Asking cookie(String cookie) {
            cookies.add(cookie);
            return this;
        }

        JsonNode json() {
            var answer = send();
            if (answer.status() >= 300) {
                throw new AssertionError("%s %s: %d %s".formatted(method, path, answer.status(), answer.body()));
            }
            return answer.json();
        }

        private Door door() {
            if (path.startsWith("/api/v1/my/")
                    || path.startsWith("/r/")
                    || path.startsWith("/j/")
                    || path.equals("/api/v1/join")
                    || path.startsWith("/assets/")) {
                return responders;
            }
            var leads = path.startsWith("/api/v1/readiness")
                    || path.startsWith("/api/v1/scorecards")
                    || path.startsWith("/api/v1/leader-")
                    || path.startsWith("/l/")
                    || path.equals("/leader");
            return leads ? leaders : trainers;
        }

        private APIGatewayV2HTTPEvent event() {
            var context = RequestContext.builder()
                    .withRequestId("request-" + numbers.incrementAndGet())
                    .withDomainName("gateway.example")
                    .withHttp(RequestContext.Http.builder()
                            .withMethod(method)
                            .withPath(path)
                            .build())
                    .build();
            return APIGatewayV2HTTPEvent.builder()
                    .withRawPath(path)
                    .withHeaders(headers)
                    .withQueryStringParameters(query.isEmpty() ? null : query)
                    .withCookies(cookies.isEmpty() ? null : cookies)
                    .withBody(body)
                    .withIsBase64Encoded(base64)
                    .withRequestContext(context)
                    .build();
        }
    }

    static ObjectNode scorecard(double score, String rating) {
        return (ObjectNode) RecordJson.parse(
                "{\"scorer\":\"test-1\",\"plan\":\"default\",\"plan-version\":2,\"default-plan\":true,\"status\":\"provisional\",\"score\":%s,\"rating\":\"%s\",\"objectives\":[],\"steps\":[]}"
                        .formatted(score, rating));
    }
}
