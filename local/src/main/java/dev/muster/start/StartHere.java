package dev.muster.start;

import dev.muster.local.LocalCloud;
import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** What newcomers find at a local cloud: the start page, and for phones in the network an address at which to join. */
public final class StartHere implements AutoCloseable {

    /** The account under which the start page acts; the trainer's sign-in link has the same. */
    public static final String ACCOUNT = "trainer";

    private static final int SECRET_BYTES = 12;

    private final LocalCloud cloud;
    private final Practices practices;
    private final String joinPath;

    private StartHere(LocalCloud cloud, Practices practices, String joinPath) {
        this.cloud = cloud;
        this.practices = practices;
        this.joinPath = joinPath;
    }

    /** @param data where it is noted what was begun */
    public static StartHere open(LocalCloud cloud, Library library, Path data) throws IOException {
        return open(cloud, library, data, 1);
    }

    /** @param haste how many times as fast as people want the drills of the page */
    static StartHere open(LocalCloud cloud, Library library, Path data, double haste) throws IOException {
        var signer = LocalSigner.of(cloud);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var trainer = new MusterApi(http, cloud.loopbackUrl() + "/api/v1", signer.trainerToken(ACCOUNT));
        var practices = new Practices(trainer, library, data.resolve("start.json"), haste);
        var here = new StartHere(cloud, practices, "/join/" + secret());
        here.serve(trainer, signer, new PlanReader(library, Clock.systemDefaultZone()));
        practices.goOn();
        return here;
    }

    private void serve(MusterApi trainer, LocalSigner signer, PlanReader plans) {
        // Relative, so that the browser stays at the name under which it came.
        var leader = "l/" + LocalSigner.tokenOf(signer.leader("leader"));
        var links = new StartContent.Links(leader, cloud.mailboxUrl());
        new StartPage(practices, plans, links, signer).serveOn(cloud);
        new JoinPage(trainer, practices).serveOn(cloud, joinPath);
    }

    /** The start page; this machine alone gets it. */
    public String url() {
        return cloud.loopbackUrl() + "/";
    }

    /** Where phones in the network join the drill that runs, or wait for one. */
    public String joinUrl() {
        return cloud.baseUrl() + joinPath;
    }

    @Override
    public void close() {
        practices.close();
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
