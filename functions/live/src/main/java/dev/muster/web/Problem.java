package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a request is not answered as asked: thrown where it is noticed, sent as RFC 9457 problem details. */
final class Problem extends RuntimeException {

    /** The kinds of problem; each has its own {@code type} in the answer. */
    enum Kind {
        MALFORMED(400),
        INVALID(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        OUTDATED(409),
        REFUSED(409),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        UNACCEPTABLE(422),
        UNEXPECTED(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** The problem's type, a name that programs may rely on. */
        String type() {
            return "urn:problem:muster:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One thing that is wrong in a body.
     *
     * @param pointer where, as a JSON pointer; empty means the body as a whole
     * @param detail what was expected, what was found, in English
     * @param refusal the same for people, in their own language; empty if only the English words say it
     */
    record Flaw(String pointer, String detail, Optional<Refusal> refusal) {

        Flaw(String pointer, String detail) {
            this(pointer, detail, Optional.empty());
        }

        /** What people meet on pages, too, and read in their own language. */
        Flaw(String pointer, Refusal refusal) {
            this(pointer, Words.ENGLISH.say(refusal), Optional.of(refusal));
        }
    }

    private final transient Kind kind;
    private final transient Optional<Refusal> refusal;
    private final transient List<Flaw> flaws;
    private final transient ObjectNode extensions = JsonNodeFactory.instance.objectNode();

    private Problem(Kind kind, String detail, Optional<Refusal> refusal, List<Flaw> flaws) {
        super(detail, null, false, false);
        this.kind = kind;
        this.refusal = refusal;
        this.flaws = flaws;
    }

    /** @param detail in English: for programs, and for whoever writes them */
    static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, Optional.empty(), List.of());
    }

    /** What people meet on pages, too, and read in their own language. */
    static Problem of(Kind kind, Refusal refusal) {
        return of(kind, refusal, List.of());
    }

    private static Problem of(Kind kind, Refusal refusal, List<Flaw> flaws) {
        return new Problem(kind, Words.ENGLISH.say(refusal), Optional.of(refusal), flaws);
    }

    static Problem invalid(List<Flaw> flaws) {
        var problem = of(Kind.INVALID, new Refusal("flawed", List.of(flaws.size())), List.copyOf(flaws));
        var errors = problem.extensions.putArray("errors");
        flaws.forEach(flaw -> errors.addObject().put("pointer", flaw.pointer()).put("detail", flaw.detail()));
        return problem;
    }

    /** The same answer whatever is wrong with a link: who forges one learns nothing. */
    static Problem unauthorized() {
        return of(Kind.UNAUTHORIZED, new Refusal("link", List.of()));
    }

    /** The same answer whether a thing does not exist or is somebody else's. */
    static Problem notFound() {
        return of(Kind.NOT_FOUND, new Refusal("nothing-here", List.of()));
    }

    /** What a form asks for is nothing that its page does. */
    static Problem unknownForm() {
        return of(Kind.MALFORMED, new Refusal("unknown-form", List.of()));
    }

    /** Adds a member to the answer. */
    Problem with(String name, JsonNode value) {
        extensions.set(name, value);
        return this;
    }

    Kind kind() {
        return kind;
    }

    /** What is wrong with what was sent, thing by thing; none if that is not why. */
    List<Flaw> flaws() {
        return flaws;
    }

    String title(Words words) {
        return words.say("problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String detail(Words words) {
        return refusal.map(words::say).orElseGet(this::getMessage);
    }

    /** All that a person on a page is told: why, and whom to call where that matters. */
    List<String> reasons(Words words) {
        var contact = extensions.path("realContact").asText();
        return contact.isEmpty() ? List.of(detail(words)) : List.of(detail(words), contact);
    }

    /** @param instance what names this one request in the log */
    Response asResponse(String instance, Words words) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", kind.type()).put("title", title(words)).put("status", kind.status());
        body.put("detail", detail(words)).put("instance", instance);
        refusal.ifPresent(it -> body.put("code", it.code()));
        body.setAll(extensions);
        var response = Response.json(kind.status(), body).as("application/problem+json");
        return kind == Kind.UNAUTHORIZED ? response.with("www-authenticate", "Bearer") : response;
    }
}
