package dev.muster.start;

import dev.muster.live.Wiring;
import dev.muster.local.LocalCloud;
import dev.muster.web.LinkSigner;

/** Signs people in to the local cloud, with the very keys that its functions check. */
public record LocalSigner(LinkSigner links) {

    public static LocalSigner of(LocalCloud cloud) {
        // Of the functions' environments this one names the address under which people reach Muster.
        return new LocalSigner(new Wiring(cloud.environment("InjectFunction")).links());
    }

    public String trainer(String account) {
        return links.trainer(account);
    }

    public String leader(String account) {
        return links.leader(account);
    }

    /** The bearer token of a trainer. */
    public String trainerToken(String account) {
        return tokenOf(trainer(account));
    }

    /** The bearer token of a link: its last part. */
    public static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
