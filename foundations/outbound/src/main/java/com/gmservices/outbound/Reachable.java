package com.gmservices.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Addresses of the public Internet, as IANA's special-purpose registries leave them. Java turns IPv4-mapped IPv6
 * addresses into what they map before anybody sees them.
 */
final class Reachable {

    private static final List<Block> NOT_PUBLIC = Block.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // IETF protocols (Teredo and others), documentation, 6to4.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of IPv6 that is handed out as global unicast: private, local, translated and multicast ones lie outside. */
    private static final Block GLOBAL = Block.of("2000::/3");

    private Reachable() {}

    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL.holds(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private record Block(byte[] start, int bits) {

        static List<Block> all(String... blocks) {
            return List.of(blocks).stream().map(Block::of).toList();
        }

        static Block of(String text) {
            try {
                int slash = text.indexOf('/');
                return new Block(
                        InetAddress.getByName(text.substring(0, slash)).getAddress(),
                        Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
