package dev.muster.store;

import dev.muster.drill.port.Attachments;
import dev.muster.scenario.AttachmentType;
import java.util.Optional;

/** Attachments as blobs. */
public final class BlobAttachments implements Attachments {

    private final BlobStore blobs;

    public BlobAttachments(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public void put(String drill, String name, byte[] content) {
        var type = AttachmentType.byName(name)
                .orElseThrow(() -> new IllegalArgumentException("no attachment has such a name: " + name));
        blobs.put(Blob.attachmentKey(drill, name), new Blob(content, type.mediaType()));
    }

    @Override
    public Optional<byte[]> get(String drill, String name) {
        return blobs.get(Blob.attachmentKey(drill, name)).map(Blob::content);
    }
}
