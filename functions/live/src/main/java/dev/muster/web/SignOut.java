package dev.muster.web;

import dev.muster.web.Route.Call;
import java.util.Optional;

/** Makes void what a trainer or a leader signed in with. */
final class SignOut {

    /** The value of {@code do} in the form that asks for it. */
    static final String FORM = "sign-out";

    private final Revocations revocations;
    private final Role role;
    private final Optional<String> base;

    /**
     * @param role whose cookie the browser forgets
     * @param base the public URL of the API; empty if it is the address that callers use
     */
    SignOut(Revocations revocations, Role role, Optional<String> base) {
        this.revocations = revocations;
        this.role = role;
        this.base = base;
    }

    /** For the API. */
    Response answer(Call call) {
        Body.read(call.request(), body -> body);
        revocations.ofAccount(call.account().id());
        return Response.empty(204);
    }

    /** For a page's form: the browser forgets the token, too. */
    Response page(Call call) {
        revocations.ofAccount(call.account().id());
        return Pages.signedOut(View.of(call.request())).withCookie(SessionCookie.ended(role, base));
    }
}
