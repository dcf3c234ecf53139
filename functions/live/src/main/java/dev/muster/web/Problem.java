package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Refusal;
import java.util.List;

/** Why a request is not answered as asked: thrown where it is noticed, sent as RFC 9457 problem details. */
final class Problem extends RuntimeException {

    /** The kinds of problem; each has its own {@code type} in the answer. */
    enum Kind {
        MALFORMED(400, "The request cannot be read"),
        INVALID(400, "The request is not valid"),
        UNAUTHORIZED(401, "This link does not let you in"),
        FORBIDDEN(403, "You may not do this"),
        NOT_FOUND(404, "There is nothing here for you"),
        METHOD_NOT_ALLOWED(405, "This is done in another way"),
        OUTDATED(409, "The drill has changed since you looked"),
        REFUSED(409, "The drill does not allow this now"),
        TOO_LARGE(413, "The request is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The request is not JSON"),
        UNACCEPTABLE(422, "The request makes no sense as it is"),
        UNEXPECTED(500, "Something went wrong");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        String title() {
            return title;
        }

        /** The problem's type, a name that programs may rely on. */
        String type() {
            return "urn:problem:muster:"
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One thing that is wrong in a body.
     *
     * @param pointer where, as a JSON pointer; empty means the body as a whole
     * @param detail what was expected, what was found
     */
    record Flaw(String pointer, String detail) {}

    private final transient Kind kind;
    private final transient ObjectNode extensions = JsonNodeFactory.instance.objectNode();

    private Problem(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail);
    }

    /** What the rules of a drill do not allow, with the refusal's code as a name that programs may rely on. */
    static Problem of(Kind kind, Refusal refusal) {
        return of(kind, Words.ENGLISH.say(refusal)).with("code", JsonNodeFactory.instance.textNode(refusal.code()));
    }

    static Problem invalid(List<Flaw> flaws) {
        var detail =
                flaws.size() == 1 ? "One thing is not as expected." : flaws.size() + " things are not as expected.";
        var problem = of(Kind.INVALID, detail);
        var errors = problem.extensions.putArray("errors");
        flaws.forEach(flaw -> errors.addObject().put("pointer", flaw.pointer()).put("detail", flaw.detail()));
        return problem;
    }

    /** The same answer whatever is wrong with a link: who forges one learns nothing. */
    static Problem unauthorized() {
        return of(
                Kind.UNAUTHORIZED,
                "The link is not valid, has expired or was revoked. Ask your trainer for a new one.");
    }

    /** The same answer whether a thing does not exist or is somebody else's. */
    static Problem notFound() {
        return of(Kind.NOT_FOUND, "Check the address: what it names does not exist, or not for you.");
    }

    /** Adds a member to the answer. */
    Problem with(String name, JsonNode value) {
        extensions.set(name, value);
        return this;
    }

    Kind kind() {
        return kind;
    }

    /** @param instance what names this one request in the log */
    Response asResponse(String instance) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", kind.type()).put("title", kind.title()).put("status", kind.status());
        body.put("detail", getMessage()).put("instance", instance);
        body.setAll(extensions);
        var response = Response.json(kind.status(), body).as("application/problem+json");
        return kind == Kind.UNAUTHORIZED ? response.with("www-authenticate", "Bearer") : response;
    }
}
