package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final House house = new House();

    @Test
    void whatAPageUsesIsThereForAnybodyAndMayBeKeptForGood() {
        var answer = house.ask("GET", "/" + Assets.address("page.css")).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/css");
        assertThat(answer.header("cache-control")).contains("immutable");
        assertThat(house.ask("GET", "/" + Assets.address(Assets.HTMX)).send().body())
                .contains("htmx");
    }

    @Test
    void anotherVersionOrAnotherFileIsNotThere() {
        assertThat(house.ask("GET", "/assets/0000000000000000/page.css").send().status())
                .isEqualTo(404);
        var address = "/" + Assets.address("page.css").replace("page.css", "words_en.properties");
        assertThat(house.ask("GET", address).send().status()).isEqualTo(404);
    }

    @Test
    void textGoesOutPackedToWhoeverCanUnpackIt() throws IOException {
        var path = "/" + Assets.address(Assets.HTMX);
        var plain = house.ask("GET", path).send();
        var packed = house.ask("GET", path)
                .header("Accept-Encoding", "br, gzip;q=0.8")
                .send();
        assertThat(packed.header("content-encoding")).isEqualTo("gzip");
        assertThat(packed.header("vary")).contains("accept-encoding");
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body().length()).isLessThan(plain.body().length() / 2);
        assertThat(house.ask("GET", path)
                        .header("Accept-Encoding", "gzip;q=0")
                        .send()
                        .headers())
                .doesNotContainKey("content-encoding");
    }

    private static String unpacked(String body) throws IOException {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(body)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
