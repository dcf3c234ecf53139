package dev.muster.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.muster.cloud.Log;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.port.Attachments;
import dev.muster.drill.port.Reports;
import dev.muster.scenario.io.Library;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One function's door to the API: turns the gateway's event into a request, and the response into the gateway's. */
public final class Door {

    private final Router router;

    private Door(List<Route> routes, Keyring keys, Conducting conducting) {
        this(routes, new SignIn(keys, conducting.store(), conducting.clock()), conducting.clock());
    }

    private Door(List<Route> routes, SignIn signIn, Clock clock) {
        this.router = new Router(routes, signIn, clock);
    }

    /** @param base the public URL of the API; empty if it is the address that callers use */
    public static Door forTrainers(
            Conducting conducting,
            Keyring keys,
            Optional<String> base,
            Library library,
            Reports reports,
            Attachments attachments) {
        var links = new LinkSigner(keys, base.orElse(""), conducting.clock());
        var routes = new TrainerRoutes(conducting, links, base, library, reports, attachments).routes();
        return new Door(routes, keys, conducting);
    }

    /** @param base the public URL of the API; empty if it is the address that callers use */
    public static Door forResponders(
            Conducting conducting, Keyring keys, Optional<String> base, Attachments attachments) {
        var links = new LinkSigner(keys, base.orElse(""), conducting.clock());
        var join = new JoinRoutes(conducting.store(), conducting.clock(), links, base);
        var routes = Stream.of(new ResponderRoutes(conducting, attachments).routes(), join.routes())
                .flatMap(List::stream)
                .toList();
        return new Door(routes, keys, conducting);
    }

    /** @param base the public URL of the API; empty if it is the address that callers use */
    public static Door forLeaders(Conducting conducting, Keyring keys, Optional<String> base) {
        return new Door(new LeaderRoutes(conducting, base).routes(), keys, conducting);
    }

    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        var request = request(event);
        var response = router.answer(request);
        if (Compression.fits(request, response)) {
            response = Compression.of(response);
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(response.withoutCookie())
                .withCookies(response.cookie().map(List::of).orElse(null))
                .withBody(response.body())
                .withIsBase64Encoded(response.base64())
                .build();
    }

    private static Request request(APIGatewayV2HTTPEvent event) {
        var context = event.getRequestContext();
        return new Request(
                Optional.ofNullable(context.getRequestId()).filter(Log::isId).orElseGet(() -> UUID.randomUUID()
                        .toString()),
                context.getHttp().getMethod(),
                Optional.ofNullable(event.getRawPath()).orElse("/"),
                Map.of(),
                Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()),
                headers(event),
                event.getBody(),
                event.getIsBase64Encoded(),
                "https://" + context.getDomainName());
    }

    /** The gateway hands over cookies apart from the other headers. */
    private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        var headers = new HashMap<>(lowerCased(event.getHeaders()));
        if (event.getCookies() != null) {
            headers.put("cookie", String.join("; ", event.getCookies()));
        }
        return headers;
    }

    private static Map<String, String> lowerCased(Map<String, String> headers) {
        var lower = new HashMap<String, String>();
        Optional.ofNullable(headers).orElse(Map.of()).forEach((name, value) -> {
            if (value != null) {
                lower.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return Map.copyOf(lower);
    }
}
