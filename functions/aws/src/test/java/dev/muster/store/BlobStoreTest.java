package dev.muster.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cloud.AwsClients;
import dev.muster.cloud.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobStoreTest {

    private static final String KEY = Blob.reportKey("d-1", "report.html");
    private static final String MISSING = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";

    /** How S3's protocol wraps a body without TLS. */
    private static final Pattern CHUNKED =
            Pattern.compile("(?s)^\\p{XDigit}+;chunk-signature=\\p{XDigit}+\r\n(.*)\r\n0;.*");

    @TempDir
    private Path folder;

    @Test
    void aFolderGivesBackWhatWasPutLast() {
        assertKeepsFiles(new FolderBlobs(folder));
        assertThat(new FolderBlobs(folder).link(KEY, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void aBucketGivesBackWhatWasPutLastAndLinksToIt() {
        Map<String, String> objects = new ConcurrentHashMap<>();
        try (var endpoint = new Endpoint(request -> bucket(objects, request))) {
            var clients = new AwsClients(endpoint.environment());
            var blobs = new S3Blobs(clients.s3(), clients.s3Presigner(), "muster");

            assertKeepsFiles(blobs);

            assertThat(objects).containsOnlyKeys("/muster/" + KEY);
            assertThat(blobs.link(KEY, Duration.ofMinutes(5))).hasValueSatisfying(link -> assertThat(link.toString())
                    .startsWith(endpoint.url() + "/muster/" + KEY)
                    .contains("X-Amz-Expires=300"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", ".hidden", "a b", "a\u0000"})
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> Blob.attachmentKey("d-1", name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Blob.reportKey(name, "report.html")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderKeepsNothingOutsideItself() {
        assertThatThrownBy(() -> new FolderBlobs(folder).get("../secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertKeepsFiles(BlobStore blobs) {
        assertThat(blobs.get(KEY)).isEmpty();
        blobs.put(KEY, blob("first"));
        blobs.put(KEY, blob("zweite Fassung"));

        assertThat(blobs.get(KEY)).hasValueSatisfying(found -> {
            assertThat(new String(found.content(), UTF_8)).isEqualTo("zweite Fassung");
            assertThat(found.contentType()).isEqualTo("text/html");
        });
    }

    private static Blob blob(String words) {
        return new Blob(words.getBytes(UTF_8), "text/html");
    }

    private static Endpoint.Answer bucket(Map<String, String> objects, Endpoint.Request request) {
        var path = request.uri().getPath();
        if (request.method().equals("PUT")) {
            objects.put(path, CHUNKED.matcher(request.body()).replaceFirst("$1"));
            return Endpoint.Answer.xml("");
        }
        return objects.containsKey(path)
                ? new Endpoint.Answer(200, "text/html", objects.get(path))
                : new Endpoint.Answer(404, "application/xml", MISSING);
    }
}
