package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobAttachmentsTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsKeptWithItsTypeUnderTheKeyThatRespondersMayRead() {
        var blobs = new FolderBlobs(folder);
        var attachments = new BlobAttachments(blobs);

        attachments.put("d-1", "EXERCISE-a.png", new byte[] {1, 2});

        assertThat(attachments.get("d-1", "EXERCISE-a.png")).hasValue(new byte[] {1, 2});
        assertThat(blobs.get("drills/d-1/attachments/EXERCISE-a.png")
                        .orElseThrow()
                        .contentType())
                .isEqualTo("image/png");
        assertThat(attachments.get("d-2", "EXERCISE-a.png")).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        var attachments = new BlobAttachments(new FolderBlobs(folder));
        assertThatThrownBy(() -> attachments.get("d-1", "../reports/report.html"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> attachments.put("d-1", "a.html", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
