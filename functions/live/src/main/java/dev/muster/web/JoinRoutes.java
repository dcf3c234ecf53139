package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.JoinDrill;
import dev.muster.drill.respond.Recorded;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Behind a drill's join link, which may hang on a wall: say who you are, and get the link that is yours. */
final class JoinRoutes {

    private final DrillStore store;
    private final JoinDrill joinDrill;
    private final LinkSigner links;
    private final Optional<String> base;

    /** @param base the public URL of the API; empty if it is the address that the caller used */
    JoinRoutes(DrillStore store, Clock clock, LinkSigner links, Optional<String> base) {
        this.store = store;
        this.joinDrill = new JoinDrill(store, clock);
        this.links = links;
        this.base = base;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v1/join", Role.JOINER, "readJoin", this::readJoin),
                Route.of("POST", "/api/v1/join", Role.JOINER, "join", this::join),
                Route.of("GET", "/j/{token}", Role.JOINER, "openJoinLink", this::openLink),
                Route.of("POST", "/j/{token}", Role.JOINER, "sendJoinForm", this::takeForm));
    }

    /** Who may be chosen, and which roles a substitute may take; no address of anybody. */
    private Response readJoin(Call call) {
        var drill = drill(call);
        var json = instance.objectNode();
        json.put("drill", drill.id()).put("title", drill.title());
        json.put("state", drill.state().label());
        var members = json.putArray("members");
        store.roster(drill.id()).participants().forEach(participant -> {
            var one = members.addObject()
                    .put("id", participant.id())
                    .put("name", participant.member().name());
            participant.member().roles().forEach(one.putArray("roles")::add);
            participant.member().deputyFor().forEach(one.putArray("deputyFor")::add);
        });
        var roles = json.putArray("roles");
        store.plan(drill.id())
                .roles()
                .forEach(role -> roles.addObject().put("id", role.id()).put("name", role.name()));
        return Response.json(200, json).tagged(json);
    }

    /** The browser keeps the link, so that whoever leaves the device comes back to it. */
    private Response openLink(Call call) {
        var token = call.request().parameter("token");
        var drill = drill(call);
        var page = JoinPage.of(drill, store.roster(drill.id()), store.plan(drill.id()), token);
        return Pages.join(page, View.of(call.request())).withCookie(SessionCookie.of(Role.JOINER, token, base));
    }

    /** The same as the API's route; the browser goes on to the page of whoever came in. */
    private Response takeForm(Call call) {
        var url = arrived(call).path("url").asText();
        return Response.seeOther("../r/" + url.substring(url.lastIndexOf('/') + 1));
    }

    private Response join(Call call) {
        return Response.json(200, arrived(call));
    }

    private ObjectNode arrived(Call call) {
        var key = call.request().key();
        var arrival = Body.read(call.request(), Arrival::read);
        var drill = drill(call);
        return switch (recorded(drill, key, arrival)) {
            case Recorded.Accepted accepted ->
                welcome(call, drill, (DrillEvent.Attendance) accepted.entry().event());
            case Recorded.Refused refused -> throw Problem.of(Answering.kind(refused.because()), refused.why());
        };
    }

    private Recorded recorded(Drill drill, String key, Arrival arrival) {
        return switch (arrival) {
            case Arrival.OfMember it -> joinDrill.join(drill.id(), it.member());
            case Arrival.OfSubstitute it -> joinDrill.substitute(drill.id(), key, it.substitute());
        };
    }

    private ObjectNode welcome(Call call, Drill drill, DrillEvent.Attendance event) {
        var url = links.under(base.orElse(call.request().origin())).responder(drill, event.member());
        return instance.objectNode().put("member", event.member()).put("url", url);
    }

    /** Who somebody says to be. */
    private sealed interface Arrival {
        record OfMember(String member) implements Arrival {}

        record OfSubstitute(JoinDrill.Substitute substitute) implements Arrival {}

        static Arrival read(Body body) {
            return body.optionalId("member")
                    .<Arrival>map(OfMember::new)
                    .orElseGet(() -> new OfSubstitute(new JoinDrill.Substitute(
                            body.text("name", JoinDrill.MAX_NAME), body.id("role"), body.optionalId("insteadOf"))));
        }
    }

    private Drill drill(Call call) {
        return store.drill(call.joiner().drill()).orElseThrow(Problem::notFound);
    }
}
