package dev.muster.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** Links that let nobody in. The house has the drills d-first and d-second. */
final class WrongLinks {

    private final House house;

    WrongLinks(House house) {
        this.house = house;
    }

    /** No door looks further: not signed by us, not of now, or of no role that there is. */
    List<String> everywhere() {
        return List.of(
                "garbage",
                "a.b.c",
                "x".repeat(3_000),
                forged(),
                unsigned(),
                byAnotherAlgorithm(),
                withAnothersClaims(),
                signed(trainer().expirationTime(in(Duration.ofSeconds(-1)))),
                signed(trainer().issueTime(in(Duration.ofHours(1)))),
                signed(new JWTClaimsSet.Builder().claim("role", "trainer").claim("account", "ines")),
                signed(claims().claim("role", "director").claim("account", "ines")),
                signed(claims().claim("account", "ines")));
    }

    /** Signed by us for this role, but it names nobody, or was revoked. */
    List<String> noLonger(Role role) {
        return switch (role) {
            case TRAINER, LEADER -> List.of(revokedAccount(role), signed(claims().claim("role", role.label())));
            case JOINER ->
                List.of(
                        revokedJoinLink(),
                        signed(claims().claim("role", "joiner")),
                        signed(claims().claim("role", "joiner").claim("drill", "d-none")));
            case RESPONDER ->
                List.of(
                        revokedMember(),
                        responder("d-none", "m-ana"),
                        responder("d-first", "m-nobody"),
                        responder(7, "m-ana"),
                        signed(claims().claim("role", "responder").claim("drill", "d-first")));
        };
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issueTime(in(Duration.ZERO)).expirationTime(in(Duration.ofHours(1)));
    }

    private JWTClaimsSet.Builder trainer() {
        return claims().claim("role", "trainer").claim("account", "ines");
    }

    private String responder(Object drill, String member) {
        return signed(claims().claim("role", "responder").claim("drill", drill).claim("member", member));
    }

    private Date in(Duration time) {
        return Date.from(house.clock.instant().plus(time));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return signed(JWSAlgorithm.HS256, house.keys.current().secret(), claims);
    }

    private String signed(JWSAlgorithm algorithm, byte[] secret, JWTClaimsSet.Builder claims) {
        try {
            var header = new JWSHeader.Builder(algorithm)
                    .keyID(house.keys.current().kid())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private String forged() {
        return House.tokenOf(new LinkSigner(TestKeys.forged("k1"), House.BASE, house.clock).trainer("ines"));
    }

    private String unsigned() {
        return new PlainJWT(trainer().build()).serialize();
    }

    private String byAnotherAlgorithm() {
        return signed(JWSAlgorithm.HS512, new byte[64], trainer());
    }

    /** What a trainer's link says under what a responder's link is signed with. */
    private String withAnothersClaims() {
        var parts = house.responderToken("d-first", "m-ana").split("\\.");
        var other = house.trainerToken().split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    private String revokedAccount(Role role) {
        house.store.revokeLinks("gone", house.clock.instant().plusSeconds(1));
        return signed(claims().claim("role", role.label()).claim("account", "gone"));
    }

    private String revokedJoinLink() {
        house.store.revokeJoinLinks("d-second", house.clock.instant().plusSeconds(1));
        return house.joinToken("d-second");
    }

    private String revokedMember() {
        house.store.revokeLink("d-second", "m-jens", house.clock.instant().plusSeconds(1));
        return house.responderToken("d-second", "m-jens");
    }
}
