package dev.muster.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.drill.port.DrillStore;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells who holds a token. It counts only if it is signed with one of our keys by the one algorithm that we use, has not
 * expired, names a role, and was not revoked since it was issued. Whatever is missing, the answer is the same.
 */
final class SignIn {

    /** A token that we made is much shorter. */
    private static final int MAX_TOKEN = 2_048;

    /** How far the clocks of the machines that issue and verify may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final Keyring keys;
    private final DrillStore store;
    private final Clock clock;

    SignIn(Keyring keys, DrillStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    /** What a token of ours says of whoever holds it; whether it was revoked is not known yet. */
    record Signed(Role role, JWTClaimsSet claims) {}

    /**
     * Looks at the token alone and reads nothing: a door that does not take this role needs no right to read what tells
     * whether such a token still counts.
     *
     * @throws Problem 401, whatever is wrong with the token
     */
    Signed signed(String token) {
        return verified(token)
                .flatMap(claims -> role(claims).map(role -> new Signed(role, claims)))
                .orElseThrow(Problem::unauthorized);
    }

    /** @throws Problem 401, if the token names nobody, or was revoked */
    Caller caller(Signed signed) {
        return known(signed.role(), signed.claims()).orElseThrow(Problem::unauthorized);
    }

    private Optional<JWTClaimsSet> verified(String token) {
        if (token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
                return Optional.empty();
            }
            var key = keys.byKid(header.getKeyID());
            if (key.isEmpty() || !jwt.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            return Optional.of(jwt.getJWTClaimsSet()).filter(this::isOfNow);
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isOfNow(JWTClaimsSet claims) {
        var now = clock.instant();
        return claims.getIssueTime() != null
                && claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && issued(claims).isBefore(now.plus(CLOCK_SKEW));
    }

    private Optional<Caller> known(Role role, JWTClaimsSet claims) {
        return switch (role) {
            case RESPONDER -> responder(claims);
            case JOINER -> joiner(claims);
            case TRAINER, LEADER -> account(claims);
        };
    }

    private static Optional<Role> role(JWTClaimsSet claims) {
        return text(claims, Token.ROLE).flatMap(label -> Arrays.stream(Role.values())
                .filter(role -> role.label().equals(label))
                .findFirst());
    }

    private Optional<Caller> account(JWTClaimsSet claims) {
        return text(claims, Token.ACCOUNT)
                .filter(account -> !revoked(store.linksRevokedBefore(account), claims))
                .map(account -> new Caller.Account(account));
    }

    private Optional<Caller> joiner(JWTClaimsSet claims) {
        return text(claims, Token.DRILL)
                .filter(drill -> store.drill(drill).isPresent())
                .filter(drill -> !revoked(store.joinLinksRevokedBefore(drill), claims))
                .map(Caller.Joiner::new);
    }

    /** The member's own line of the roster says whether the link still counts. */
    private Optional<Caller> responder(JWTClaimsSet claims) {
        var drill = text(claims, Token.DRILL);
        var member = text(claims, Token.MEMBER);
        if (drill.isEmpty() || member.isEmpty()) {
            return Optional.empty();
        }
        return store.participant(drill.get(), member.get())
                .filter(participant -> !revoked(participant.revokedBefore(), claims))
                .map(participant -> new Caller.Responder(drill.get(), participant.member()));
    }

    /** A token counts whole seconds: one that was issued in the second of the revocation is void, too. */
    private static boolean revoked(Optional<Instant> before, JWTClaimsSet claims) {
        return before.filter(moment -> issued(claims).isBefore(moment)).isPresent();
    }

    private static Instant issued(JWTClaimsSet claims) {
        return claims.getIssueTime().toInstant();
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
