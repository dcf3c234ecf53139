package dev.muster.store;

import dev.muster.drill.port.Reports;
import java.util.Optional;

/** Reports as blobs, under the keys from which the doors serve them. */
public final class BlobReports implements Reports {

    private final BlobStore blobs;

    public BlobReports(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public void put(String drill, String name, byte[] content) {
        blobs.put(Blob.reportKey(drill, name), new Blob(content, contentType(name)));
    }

    @Override
    public Optional<byte[]> get(String drill, String name) {
        return blobs.get(Blob.reportKey(drill, name)).map(Blob::content);
    }

    private static String contentType(String name) {
        return name.endsWith(".html") ? "text/html; charset=utf-8" : "application/octet-stream";
    }
}
