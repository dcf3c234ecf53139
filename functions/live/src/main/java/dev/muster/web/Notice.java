package dev.muster.web;

import java.util.List;
import java.util.Optional;

/**
 * What became of the form that was sent last, said at the top of the page.
 *
 * @param kind done, outdated or refused
 * @param flaws what is wrong with what was sent, field by field
 */
public record Notice(String kind, String title, String words, List<Flaw> flaws) {

    /**
     * @param field which field it is about
     * @param english whether the words are English, whatever the page's language
     */
    public record Flaw(String field, String words, boolean english) {}

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
        return new Notice(
                kind,
                problem.title(words),
                detail,
                problem.flaws().stream().map(flaw -> flaw(flaw, words)).toList());
    }

    private static Flaw flaw(Problem.Flaw flaw, Words words) {
        return new Flaw(
                flaw.pointer().replaceFirst("^/", ""),
                flaw.refusal().map(words::say).orElse(flaw.detail()),
                flaw.refusal().isEmpty());
    }

    public boolean isEmpty() {
        return kind.isEmpty();
    }
}
