package dev.muster.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.stream.Stream;

/** The address under which phones in the same network find this machine. */
final class LanAddress {

    /** Of the networks that are kept for documents: nobody is there, and the way to it is the way out. */
    private static final InetSocketAddress OUTSIDE = new InetSocketAddress("198.51.100.1", 9);

    private LanAddress() {}

    /** @throws Finding if this machine has no private IPv4 address */
    static InetAddress find() {
        try {
            // A machine with containers has several; phones are where the way out is.
            return Stream.concat(Stream.of(onTheWayOut()), all())
                    .filter(address -> address.isSiteLocalAddress() && address.getAddress().length == 4)
                    .findFirst()
                    .orElseThrow(() -> new Finding(
                            "muster: --lan found no address of a local network on this machine. Is it connected?"));
        } catch (IOException e) {
            throw new Finding("muster: --lan could not read this machine's addresses: " + e.getMessage());
        }
    }

    /** Of a socket without a connection; nothing is sent. */
    private static InetAddress onTheWayOut() {
        try (var socket = new DatagramSocket()) {
            socket.connect(OUTSIDE);
            return socket.getLocalAddress();
        } catch (IOException noWayOut) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static Stream<InetAddress> all() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
    }
}
