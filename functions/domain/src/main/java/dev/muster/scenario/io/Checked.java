package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document that was checked against its schema and read, as far as it could be.
 *
 * @param value what the document says; it may be there in spite of problems, so that rules find more of them
 * @param problems what is wrong; rules add to it
 */
record Checked<T>(Document document, Optional<T> value, List<Problem> problems) {

    static Checked<Plan> plan(Document document) {
        return of(document, DocumentKind.PLAN, PlanFormat::read);
    }

    static Checked<Scenario> scenario(Document document) {
        return of(document, DocumentKind.SCENARIO, ScenarioFormat::read);
    }

    static Checked<Team> team(Document document) {
        return of(document, DocumentKind.TEAM, TeamFormat::read);
    }

    static Checked<Responses> responses(Document document) {
        return of(document, DocumentKind.RESPONSES, ResponsesFormat::read);
    }

    private static <T> Checked<T> of(Document document, DocumentKind kind, Function<JsonNode, T> reading) {
        var problems = new ArrayList<>(document.flaws());
        SchemaCheck.check(document, kind, problems);
        try {
            return new Checked<>(document, Optional.of(reading.apply(document.root())), problems);
        } catch (Unreadable e) {
            // The schema has mostly said it already, and better.
            if (problems.isEmpty()) {
                problems.add(problem(document, e));
            }
            return new Checked<>(document, Optional.empty(), problems);
        }
    }

    static Problem problem(Document document, Unreadable unreadable) {
        return Problem.at(document.file(), document.placeOf(unreadable.pointer()), unreadable.flaw());
    }

    /** The place from which rules look at the document. */
    Spot root() {
        return new Spot(document, problems);
    }

    /** @throws InvalidDocument if there is any error */
    T orThrow() {
        var errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidDocument(errors);
        }
        return value.orElseThrow();
    }
}
