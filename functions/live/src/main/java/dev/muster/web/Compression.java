package dev.muster.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Packs what goes over a phone's line: the gateway does not. */
final class Compression {

    /** Below this many characters packing saves less than it costs. */
    private static final int WORTH_IT = 1_400;

    private Compression() {}

    /** Whether the caller can unpack it, and it is text that is long enough to gain by it. */
    static boolean fits(Request request, Response response) {
        return !response.base64()
                && response.body().length() >= WORTH_IT
                && request.header("accept-encoding")
                        .filter(Compression::acceptsGzip)
                        .isPresent();
    }

    private static boolean acceptsGzip(String encodings) {
        for (var one : encodings.split(",")) {
            var parts = one.strip().split(";", 2);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    static Response of(Response response) {
        var packed = Base64.getEncoder().encodeToString(packed(response.body()));
        var vary = response.headers().getOrDefault("vary", "");
        var told = response.with("content-encoding", "gzip")
                .with("vary", vary.isEmpty() ? "accept-encoding" : vary + ", accept-encoding");
        return new Response(told.status(), told.headers(), packed, true);
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
