package dev.muster.web;

import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.io.Library;
import dev.muster.web.Route.Call;
import java.util.List;
import java.util.NoSuchElementException;

/** The pages on which trainers read scenarios before they schedule one. They change nothing. */
final class ScenarioRoutes {

    private final Library library;

    ScenarioRoutes(Library library) {
        this.library = library;
    }

    List<Route> routes() {
        return List.of(
                page("/scenarios", "openScenarios", this::list),
                page("/scenarios/{scenario}", "openScenario", this::open),
                page("/scenarios/{scenario}/attachments/{file}", "openScenarioAttachment", this::attachment));
    }

    private static Route page(String path, String operationId, Route.Handler handler) {
        return Route.of("GET", path, Role.TRAINER, operationId, handler);
    }

    private Response list(Call call) {
        var view = View.of(call.request());
        return Pages.scenarios(
                view,
                ScenarioList.of(
                        view,
                        library.scenarios().stream().map(library::scenario).toList()));
    }

    private Response open(Call call) {
        try {
            var id = call.request().parameter("scenario");
            var view = View.of(call.request());
            return Pages.scenario(
                    view, ScenarioPage.of(view, library.scenario(id), library.defaultPlan(), library.advice(id)));
        } catch (NoSuchElementException e) {
            throw Problem.notFound();
        }
    }

    private Response attachment(Call call) {
        try {
            var scenario = library.scenario(call.request().parameter("scenario"));
            var name = call.request().parameter("file");
            return scenario.injects().stream()
                    .flatMap(inject -> inject.attachments().stream())
                    .filter(attachment -> attachment.name().equals(name))
                    .findFirst()
                    .map(attachment -> Response.file(
                            AttachmentType.byName(name).orElseThrow(),
                            name,
                            library.attachment(scenario.id(), attachment)))
                    .orElseThrow(Problem::notFound);
        } catch (NoSuchElementException e) {
            throw Problem.notFound();
        }
    }
}
