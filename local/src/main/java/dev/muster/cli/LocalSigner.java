package dev.muster.cli;

import dev.muster.live.Wiring;
import dev.muster.local.LocalCloud;
import dev.muster.web.LinkSigner;

/** Signs people in to the local cloud, with the very keys that its functions check. */
record LocalSigner(LinkSigner links) {

    static LocalSigner of(LocalCloud cloud) {
        // Of the functions' environments this one names the address under which people reach Muster.
        return new LocalSigner(new Wiring(cloud.environment("InjectFunction")).links());
    }

    String trainer(String account) {
        return links.trainer(account);
    }

    String leader(String account) {
        return links.leader(account);
    }

    /** The bearer token of a trainer. */
    String trainerToken(String account) {
        return tokenOf(trainer(account));
    }

    /** The bearer token of a link: its last part. */
    static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
