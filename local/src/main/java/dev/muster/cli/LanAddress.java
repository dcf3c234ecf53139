package dev.muster.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** The address under which phones in the same network find this machine. */
final class LanAddress {

    private LanAddress() {}

    /** @throws Finding if this machine has no private IPv4 address */
    static InetAddress find() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.isSiteLocalAddress() && address.getAddress().length == 4)
                    .findFirst()
                    .orElseThrow(() -> new Finding(
                            "muster: --lan found no address of a local network on this machine. Is it connected?"));
        } catch (SocketException e) {
            throw new Finding("muster: --lan could not read this machine's addresses: " + e.getMessage());
        }
    }
}
