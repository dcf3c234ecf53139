package dev.muster.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * S3, as far as PutObject, GetObject and HeadObject with path-style addresses. An object is a file whose path is its
 * key, so that a report can be opened from the folder; its content type stands in a folder beside it.
 */
final class BlobService implements LocalServices.Service {

    private static final int LARGEST = 64 << 20;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Set<String> buckets;
    private final Path objects;
    private final Path types;

    /** S3 would answer with this error. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        Refused(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    BlobService(Set<String> buckets, Path folder) throws IOException {
        this.buckets = Set.copyOf(buckets);
        this.objects = Files.createDirectories(folder.resolve("blobs")).toRealPath();
        this.types = Files.createDirectories(folder.resolve("blob-types")).toRealPath();
    }

    @Override
    public void serve(HttpExchange exchange) throws IOException {
        try {
            refuseSubresources(exchange);
            var key = keyOf(exchange);
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, key);
                case "GET" -> get(exchange, key, true);
                case "HEAD" -> get(exchange, key, false);
                default -> throw unknown(exchange.getRequestMethod());
            }
        } catch (Refused e) {
            refuse(exchange, e);
        }
    }

    private synchronized void put(HttpExchange exchange, String key) throws IOException, Refused {
        var headers = exchange.getRequestHeaders();
        if (headers.containsKey("X-Amz-Copy-Source")) {
            throw unknown("CopyObject");
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Refused(400, "EntityTooLarge", "The local S3 takes objects up to 64 MiB");
        }
        var content = decoded(exchange, body);
        var file = within(objects, key);
        if ("*".equals(headers.getFirst("If-None-Match")) && Files.exists(file)) {
            throw new Refused(412, "PreconditionFailed", "There is an object with the key " + key);
        }
        var type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("application/octet-stream");
        write(within(types, key), type.getBytes(StandardCharsets.UTF_8));
        write(file, content);
        exchange.getResponseHeaders().set("ETag", etag(content));
        exchange.sendResponseHeaders(200, -1);
    }

    private static byte[] decoded(HttpExchange exchange, byte[] body) throws Refused {
        var headers = exchange.getRequestHeaders();
        var sums = Optional.ofNullable(headers.getFirst("X-Amz-Content-Sha256")).orElse("");
        if (!sums.startsWith("STREAMING-")) {
            return body;
        }
        try {
            return AwsChunks.decode(body);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "IncompleteBody", e.getMessage());
        }
    }

    private void get(HttpExchange exchange, String key, boolean withContent) throws IOException, Refused {
        if (exchange.getRequestHeaders().containsKey("Range")) {
            throw unknown("Range");
        }
        var file = within(objects, key);
        if (!Files.isRegularFile(file)) {
            throw new Refused(404, "NoSuchKey", "The specified key does not exist.");
        }
        var content = Files.readAllBytes(file);
        var headers = exchange.getResponseHeaders();
        var type = within(types, key);
        headers.set("Content-Type", Files.exists(type) ? Files.readString(type) : "application/octet-stream");
        headers.set("ETag", etag(content));
        headers.set("Last-Modified", HTTP_DATE.format(lastModified(file)));
        if (withContent && content.length > 0) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        } else {
            headers.set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Instant lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** Sub-resources such as {@code ?acl} are other operations; a signature's parameters are not. */
    private static void refuseSubresources(HttpExchange exchange) throws Refused {
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return;
        }
        for (var pair : query.split("&")) {
            if (!pair.startsWith("x-id=") && !pair.startsWith("X-Amz-")) {
                throw unknown("?" + pair);
            }
        }
    }

    private String keyOf(HttpExchange exchange) throws Refused {
        var path = exchange.getRequestURI().getRawPath();
        var parts = path.split("/", 4);
        if (parts.length < 4 || parts[3].isEmpty()) {
            throw unknown("an operation on a bucket");
        }
        if (!buckets.contains(parts[2])) {
            throw new Refused(404, "NoSuchBucket", "The specified bucket does not exist: " + parts[2]);
        }
        return URLDecoder.decode(parts[3].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The file of a key; keys that would leave the folder, or that no file system takes, are refused. */
    private static Path within(Path folder, String key) throws Refused {
        for (var segment : key.split("/", -1)) {
            var plain = !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
            if (!plain || segment.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':')) {
                throw new Refused(400, "InvalidArgument", "The local S3 cannot keep an object with the key " + key);
            }
        }
        return folder.resolve(key);
    }

    /** Writes beside the place and moves, so that nobody reads half an object. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), ".", ".new");
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String etag(byte[] content) {
        try {
            return '"'
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused unknown(String what) {
        return new Refused(
                501, "NotImplemented", "The local S3 knows PutObject, GetObject and HeadObject, not " + what);
    }

    private static void refuse(HttpExchange exchange, Refused refused) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(refused.status, -1);
            return;
        }
        LocalServices.send(
                exchange,
                refused.status,
                "application/xml",
                "<Error><Code>" + refused.code + "</Code><Message>" + Escaped.xml(refused.getMessage())
                        + "</Message></Error>");
    }
}
