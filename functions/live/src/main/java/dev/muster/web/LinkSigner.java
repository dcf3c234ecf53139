package dev.muster.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.drill.Drill;
import dev.muster.drill.port.Links;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/**
 * Makes signed links: whoever holds one is signed in. The token is the link's last path segment, and the bearer token of
 * the API. It names a role and, for a responder, one drill; it expires, and it can be revoked.
 */
public final class LinkSigner implements Links {

    /** How long a responder's link and a join link outlive the planned end of the drill. */
    static final Duration AFTER_THE_DRILL = Duration.ofDays(1);

    /** How long a trainer's or a leader's link lives. */
    static final Duration ACCOUNT_LINK = Duration.ofDays(30);

    private final Keyring keys;
    private final String base;
    private final Clock clock;

    /** @param base the public URL of the API, without a slash at its end */
    public LinkSigner(Keyring keys, String base, Clock clock) {
        this.keys = keys;
        this.base = base;
        this.clock = clock;
    }

    /** The same signer for callers who reach the API under another address. */
    LinkSigner under(String otherBase) {
        return new LinkSigner(keys, otherBase, clock);
    }

    /** The same signer for links that count as issued at this moment. */
    LinkSigner at(Instant moment) {
        return new LinkSigner(keys, base, Clock.fixed(moment, ZoneOffset.UTC));
    }

    /**
     * A link by which anybody may come into one drill.
     *
     * @param expiresAt from when on it lets nobody in
     */
    record JoinLink(String url, Instant expiresAt) {}

    JoinLink joiner(Drill drill) {
        var expires = expiry(drill);
        var claims = claims(Role.JOINER, clock.instant(), expires).claim(Token.DRILL, drill.id());
        return new JoinLink(base + "/j/" + signed(claims), expires);
    }

    @Override
    public String responder(Drill drill, String member) {
        var claims = claims(Role.RESPONDER, clock.instant(), expiry(drill))
                .claim(Token.DRILL, drill.id())
                .claim(Token.MEMBER, member);
        return base + "/r/" + signed(claims);
    }

    private Instant expiry(Drill drill) {
        var now = clock.instant();
        var plannedEnd = drill.clock().wallTimeOf(drill.length());
        return (plannedEnd.isAfter(now) ? plannedEnd : now).plus(AFTER_THE_DRILL);
    }

    /** A link that lets this account schedule and conduct drills. */
    public String trainer(String account) {
        return base + "/t/" + signed(account(Role.TRAINER, account));
    }

    /** A link that lets this account read what was released, and set or lift the hold. */
    public String leader(String account) {
        return base + "/l/" + signed(account(Role.LEADER, account));
    }

    /** The cookie by which the browser of a trainer goes from page to page, as after the sign-in link. */
    public String trainerCookie(String account) {
        return SessionCookie.of(Role.TRAINER, signed(account(Role.TRAINER, account)), Optional.of(base));
    }

    private JWTClaimsSet.Builder account(Role role, String account) {
        var now = clock.instant();
        return claims(role, now, now.plus(ACCOUNT_LINK)).claim(Token.ACCOUNT, account);
    }

    private static JWTClaimsSet.Builder claims(Role role, Instant issued, Instant expires) {
        return new JWTClaimsSet.Builder()
                .claim(Token.ROLE, role.label())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.kid()).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the key " + key.kid(), e);
        }
        return token.serialize();
    }
}
