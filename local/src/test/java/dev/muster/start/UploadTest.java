package dev.muster.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadTest {

    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @Test
    void theFileIsFoundAmongTheFieldsByteForByte() {
        var content = "a\r\n--xy\u0000\u00ff";
        var body = "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--xyz\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\""
                + new String("C:\\x\\Plän.csv".getBytes(UTF_8), ISO_8859_1)
                + "\"\r\n\r\n" + content + "\r\n--xyz--\r\n";

        var upload = Upload.in(TYPE, body.getBytes(ISO_8859_1)).orElseThrow();

        assertThat(upload.name()).isEqualTo("Plän.csv");
        assertThat(upload.content()).isEqualTo(content.getBytes(ISO_8859_1));
    }

    @Test
    void whatIsNoSuchFormHoldsNoFile() {
        assertThat(Upload.in("text/plain", new byte[0])).isEmpty();
        assertThat(Upload.in(TYPE, new byte[0])).isEmpty();
        assertThat(Upload.in(TYPE, "--xyz".getBytes(UTF_8))).isEmpty();
        assertThat(Upload.in(TYPE, "--xyz\r\nfilename=\"a\"\r\n\r\ncut".getBytes(UTF_8)))
                .isEmpty();
        assertThat(Upload.in(TYPE, "--xyz\r\nfilename=\"\"\r\n\r\n\r\n--xyz--".getBytes(UTF_8)))
                .isEmpty();
    }
}
