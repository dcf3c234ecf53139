package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What became of the form that was sent last, said at the top of the page.
 *
 * @param kind done, outdated or refused
 * @param flaws what is wrong with what was sent, field by field, as the API says it
 */
public record Notice(String kind, String title, String words, List<String> flaws) {

    static final Notice NONE = new Notice("", "", "", List.of());

    /** What was just done, as the address says to which a form led. */
    static Notice done(Request request) {
        return Optional.ofNullable(request.query().get("done"))
                .map("done."::concat)
                .filter(request.words().keys()::contains)
                .map(key -> new Notice("done", "", request.words().say(key), List.of()))
                .orElse(NONE);
    }

    static Notice of(Problem problem, Words words) {
        var kind = problem.kind() == Problem.Kind.OUTDATED ? "outdated" : "refused";
        var detail = problem.kind() == Problem.Kind.OUTDATED ? words.say("console.outdated") : problem.detail(words);
        return new Notice(kind, problem.title(words), detail, flaws(problem));
    }

    private static List<String> flaws(Problem problem) {
        return StreamSupport.stream(problem.extension("errors").spliterator(), false)
                .map(Notice::flaw)
                .toList();
    }

    private static String flaw(JsonNode flaw) {
        return "%s: %s"
                .formatted(
                        flaw.path("pointer").asText().replaceFirst("^/", ""),
                        flaw.path("detail").asText());
    }

    public boolean isEmpty() {
        return kind.isEmpty();
    }
}
