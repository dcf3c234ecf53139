package dev.muster.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.web.Problem.Flaw;
import dev.muster.web.Route.Call;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The form in which a trainer schedules a drill: what the API takes, but that its start is read in the team's zone. */
final class ScheduleForm {

    private static final String VARIABLES = "variables";

    private final Form form;
    private final Library library;

    private ScheduleForm(Form form, Library library) {
        this.form = form;
        this.library = library;
    }

    /** The call as the API would be asked. */
    static Call asCall(Call call, Library library) {
        var form = Form.of(call.request());
        var key = call.request().key();
        return new Call(call.request().withJson(new ScheduleForm(form, library).json(), key), call.caller());
    }

    private ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        for (var name : List.of("scenario", "team", "plan")) {
            form.one(name).ifPresent(value -> json.put(name, value));
        }
        json.put("startsAt", startsAt());
        form.one("speed").ifPresent(value -> json.put("speed", speed(value)));
        form.fields().keySet().stream()
                .filter(name -> name.startsWith(VARIABLES + "."))
                .forEach(name -> form.one(name).ifPresent(value -> json.withObject("/" + VARIABLES)
                        .put(name.substring(VARIABLES.length() + 1), value.strip())));
        return json;
    }

    private String startsAt() {
        if (!form.one("when").orElse("now").equals("at")) {
            return "now";
        }
        var local = form.one("startsAt").orElse("");
        try {
            return LocalDateTime.parse(local)
                    .atZone(zone().orElse(ZoneId.of("Z")))
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            throw flaw(
                    "startsAt", "expected a date and a time such as 2026-01-31T12:00, found \"%s\"".formatted(local));
        }
    }

    /** That of the team; empty if there is no such team, which is said elsewhere. */
    private Optional<ZoneId> zone() {
        try {
            return form.one("team").map(library::team).map(team -> team.zone());
        } catch (NoSuchElementException | InvalidDocument e) {
            return Optional.empty();
        }
    }

    private static double speed(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw flaw("speed", "expected %s, found \"%s\"".formatted(Scheduling.A_SPEED, value));
        }
    }

    private static Problem flaw(String field, String detail) {
        return Problem.invalid(List.of(new Flaw("/" + field, detail)));
    }
}
