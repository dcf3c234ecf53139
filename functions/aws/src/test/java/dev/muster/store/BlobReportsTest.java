package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.port.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobReportsTest {

    @TempDir
    private Path folder;

    @Test
    void aReportIsKeptUnderTheKeyFromWhichTheDoorsServeIt() {
        var blobs = new FolderBlobs(folder);
        var reports = new BlobReports(blobs);

        reports.put("d-1", Reports.AFTER_ACTION, "older".getBytes(StandardCharsets.UTF_8));
        reports.put("d-1", Reports.AFTER_ACTION, "newer".getBytes(StandardCharsets.UTF_8));

        assertThat(reports.get("d-1", Reports.AFTER_ACTION)).hasValue("newer".getBytes(StandardCharsets.UTF_8));
        assertThat(blobs.get(Blob.reportKey("d-1", "report.html")).orElseThrow().contentType())
                .isEqualTo("text/html; charset=utf-8");
        assertThat(reports.get("d-2", Reports.AFTER_ACTION)).isEmpty();
    }
}
