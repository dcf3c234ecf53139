package dev.muster.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Files in a bucket of Amazon S3. */
public final class S3Blobs implements BlobStore {

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Blobs(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, Blob blob) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(blob.contentType()),
                RequestBody.fromBytes(blob.content()));
    }

    @Override
    public Optional<Blob> get(String key) {
        try {
            return Optional.of(
                    blob(s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        var signed = presigner.presignGetObject(request -> request.signatureDuration(validity)
                .getObjectRequest(object -> object.bucket(bucket).key(key)));
        try {
            return Optional.of(signed.url().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Blob blob(ResponseBytes<GetObjectResponse> object) {
        return new Blob(object.asByteArrayUnsafe(), object.response().contentType());
    }
}
