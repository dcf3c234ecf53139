package dev.muster.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Where the local cloud answers: at loopback, for this machine, and if it is told to at one more address, for others in the
 * network. Both serve the API; which pages beside it others get is said page by page.
 */
final class Fronts implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Front here;
    private final Optional<Front> network;

    private Fronts(Front here, Optional<Front> network) {
        this.here = here;
        this.network = network;
    }

    /**
     * Takes the port at each address; nothing is served yet.
     *
     * @param others the address at which others find this machine; empty if they do not
     * @param port 0 = a free one
     */
    static Fronts open(Optional<InetAddress> others, int port) throws IOException {
        var here = Front.open(InetAddress.getLoopbackAddress(), port);
        try {
            return new Fronts(here, others.isEmpty() ? Optional.empty() : Optional.of(here.again(others.get())));
        } catch (IOException e) {
            here.close();
            throw e;
        }
    }

    /** The root for this machine, without a closing slash. */
    String here() {
        return here.url();
    }

    /** The root under which everybody who is served reaches it, without a closing slash. */
    String everywhere() {
        return network.orElse(here).url();
    }

    /** Serves a page at exactly this path, to this machine alone. */
    void serveHere(String path, HttpHandler page) {
        here.pages.put(path, page);
    }

    /** Serves a page at exactly this path, to everybody who is served. */
    void serveEverywhere(String path, HttpHandler page) {
        serveHere(path, page);
        network.ifPresent(front -> front.pages.put(path, page));
    }

    /** @param api whatever is no page */
    void start(HttpHandler api, Executor threads) {
        here.start(api, threads);
        network.ifPresent(front -> front.start(api, threads));
    }

    @Override
    public void close() {
        network.ifPresent(Front::close);
        here.close();
    }

    private record Front(HttpServer server, Map<String, HttpHandler> pages) {

        static Front open(InetAddress address, int port) throws IOException {
            try {
                return new Front(
                        HttpServer.create(new InetSocketAddress(address, port), BACKLOG), new ConcurrentHashMap<>());
            } catch (BindException e) {
                throw new IOException("port %d: %s".formatted(port, e.getMessage()), e);
            }
        }

        Front again(InetAddress address) throws IOException {
            return open(address, server.getAddress().getPort());
        }

        String url() {
            var address = server.getAddress().getAddress();
            var host = address.getHostAddress();
            return "http://" + (address.getAddress().length == 4 ? host : "[" + host + "]") + ":"
                    + server.getAddress().getPort();
        }

        void start(HttpHandler api, Executor threads) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> handler(exchange, api).handle(exchange));
            server.start();
        }

        private HttpHandler handler(HttpExchange exchange, HttpHandler api) {
            return pages.getOrDefault(exchange.getRequestURI().getPath(), api);
        }

        void close() {
            server.stop(0);
        }
    }
}
