package dev.muster.cloud;

import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notifier;
import dev.muster.drill.port.WakeQueue;
import dev.muster.notify.Pace;
import dev.muster.notify.SnsNotifier;
import dev.muster.queue.SqsWakeQueue;
import dev.muster.store.BlobStore;
import dev.muster.store.DynamoDrillStore;
import dev.muster.store.FolderBlobs;
import dev.muster.store.S3Blobs;
import dev.muster.store.SigningKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a drill needs from AWS, as the environment of a function names it. Each method makes what it returns: make it once
 * and keep it.
 */
public final class Cloud {

    private final Map<String, String> environment;
    private final AwsClients clients;
    private final InstantSource clock;

    public Cloud(Map<String, String> environment, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.clients = new AwsClients(environment);
        this.clock = clock;
    }

    public DrillStore drills() {
        return new DynamoDrillStore(clients.dynamoDb(), variable("MUSTER_TABLE"));
    }

    public WakeQueue queue() {
        return new SqsWakeQueue(clients.sqs(), variable("MUSTER_DRILL_QUEUE"), variable("MUSTER_DEBRIEF_QUEUE"), clock);
    }

    /** Paced as Amazon delivers e-mail; an emulator delivers at once. */
    public Notifier notifier() {
        var pace = clients.emulated("SNS") ? Pace.none() : Pace.ofEmail();
        return new SnsNotifier(clients.sns(), variable("MUSTER_TOPIC"), pace);
    }

    /** A bucket, or the folder of a {@code file:} address. */
    public BlobStore blobs() {
        var blobs = variable("MUSTER_BLOBS");
        return blobs.startsWith("file:")
                ? new FolderBlobs(Path.of(URI.create(blobs)))
                : new S3Blobs(clients.s3(), clients.s3Presigner(), blobs);
    }

    public SigningKeys signingKeys() {
        return new SigningKeys(clients.secretsManager(), variable("MUSTER_SIGNING_KEYS"), clock);
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("expected the environment variable " + name));
    }
}
