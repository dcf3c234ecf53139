package dev.muster.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services that Muster needs a few operations of: SNS, Secrets Manager and S3, spoken well enough for the SDK's own
 * clients, on loopback only. What is not spoken is refused with the service's own kind of error, never half done.
 */
final class LocalServices implements AutoCloseable {

    /** One service; the exchange is closed by the caller. */
    interface Service {
        void serve(HttpExchange exchange) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);

    private final HttpServer server;

    private LocalServices(HttpServer server) {
        this.server = server;
    }

    static LocalServices start(ExecutorService threads, Service notifications, Service secrets, Service blobs)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        // The SDK's clients of the query protocol post to the root, whatever path an endpoint has.
        server.createContext("/", exchange -> guarded(exchange, notifications));
        server.createContext("/secretsmanager", exchange -> guarded(exchange, secrets));
        server.createContext("/s3", exchange -> guarded(exchange, blobs));
        server.start();
        return new LocalServices(server);
    }

    /** Where the SDK finds a service: {@code secretsmanager}, {@code s3}, or SNS at the root. */
    String endpoint(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void guarded(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            service.serve(exchange);
        } catch (RuntimeException e) {
            LOG.error(exchange.getRequestMethod() + " " + exchange.getRequestURI(), e);
            send(exchange, 500, "text/plain", "");
        }
    }
}
