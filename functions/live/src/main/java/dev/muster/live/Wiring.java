package dev.muster.live;

import dev.muster.cloud.Cloud;
import dev.muster.cloud.Log;
import dev.muster.drill.conduct.CarryOut;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.FindDue;
import dev.muster.scenario.io.Library;
import dev.muster.store.BlobAttachments;
import dev.muster.store.BlobReports;
import dev.muster.store.SigningKeys;
import dev.muster.web.Door;
import dev.muster.web.Keyring;
import dev.muster.web.LinkSigner;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a function together from its environment. Each function makes one when it starts and takes what it needs; what an
 * environment lacks is named when it is needed first.
 */
public final class Wiring {

    private static final String BASE_URL = "MUSTER_BASE_URL";

    private final Map<String, String> environment;
    private final Clock clock;
    private final Cloud cloud;

    public Wiring(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.clock = Clock.systemUTC();
        this.cloud = new Cloud(environment, clock);
    }

    /** The environment of a function that has the process to itself, as in Lambda: its log is ours to shape. */
    static Map<String, String> ofThisProcess() {
        Log.asBareLines();
        return System.getenv();
    }

    /**
     * Makes links that this environment's doors let in.
     *
     * @throws IllegalArgumentException if the environment does not say under which address people reach us
     */
    public LinkSigner links() {
        return links(keyring());
    }

    FindDue findDue() {
        return new FindDue(cloud.drills(), cloud.queue(), clock);
    }

    CarryOut carryOut() {
        return new CarryOut(conducting(links()));
    }

    Clock clock() {
        return clock;
    }

    Door doorForTrainers() {
        var keys = keyring();
        var links = new LinkSigner(keys, base().orElse(""), clock);
        var blobs = cloud.blobs();
        return Door.forTrainers(
                conducting(links),
                keys,
                base(),
                Library.onClassPath(),
                new BlobReports(blobs),
                new BlobAttachments(blobs));
    }

    Door doorForResponders() {
        var keys = keyring();
        var links = new LinkSigner(keys, base().orElse(""), clock);
        return Door.forResponders(conducting(links), keys, base(), new BlobAttachments(cloud.blobs()));
    }

    Door doorForLeaders() {
        var keys = keyring();
        return Door.forLeaders(conducting(new LinkSigner(keys, base().orElse(""), clock)), keys, base());
    }

    private LinkSigner links(Keyring keys) {
        return new LinkSigner(
                keys,
                base().orElseThrow(() -> new IllegalArgumentException("expected the environment variable " + BASE_URL)),
                clock);
    }

    private Conducting conducting(LinkSigner links) {
        return new Conducting(cloud.drills(), cloud.queue(), cloud.notifier(), links, clock);
    }

    /** The doors do without: the gateway cannot be named in the environment of the functions that it names. */
    private Optional<String> base() {
        return Optional.ofNullable(environment.get(BASE_URL))
                .filter(url -> !url.isBlank())
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    private Keyring keyring() {
        var keys = cloud.signingKeys();
        return new Keyring() {
            @Override
            public Key current() {
                return key(keys.current());
            }

            @Override
            public Optional<Key> byKid(String kid) {
                return keys.byId(kid).map(Wiring::key);
            }
        };
    }

    private static Keyring.Key key(SigningKeys.Key key) {
        return new Keyring.Key(key.kid(), key.bytes());
    }
}
