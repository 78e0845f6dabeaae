package com.gmservices.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From where a call comes, as far as one can tell people apart by it: whoever has one address of IPv6 has all of its
 * network, which is 64 bits.
 *
 * @param isHere whether that is this machine itself
 */
public record Network(String name, boolean isHere) {

    public static Network of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** What a proxy passes on need not be an address; it is a caller's name like others, and never this machine's. */
    static Network of(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return new Network(network(literal), literal.isLoopbackAddress());
        } catch (IllegalArgumentException noAddress) {
            return new Network(address, false);
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                : address.getHostAddress();
    }
}
