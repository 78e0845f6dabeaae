package com.gmservices.outbound;

import com.gmservices.database.CannotStart;
import com.gmservices.database.Deployment;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where calls may go: to public addresses by https, and in development also to receivers on this machine that
 * {@code GM_OUTBOUND_ALLOW} names as {@code host:port}, apart by commas, by http too.
 */
@Component
class Destinations {

    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:0[xX]\\p{XDigit}*|\\d+)\\.?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    private final Set<String> allowed;
    private final Lookup lookup;

    /** The name service. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    @Autowired
    Destinations(@Value("${gm.outbound.allow:}") String allowed, Deployment deployment) {
        this(allowed, deployment.isProduction(), InetAddress::getAllByName);
    }

    Destinations(String allowed, boolean production, Lookup lookup) {
        this.allowed = Arrays.stream(allowed.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(receiver -> !receiver.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.lookup = lookup;
        if (production && !this.allowed.isEmpty()) {
            throw new CannotStart("GM_OUTBOUND_ALLOW is for development: production calls public addresses only.");
        }
    }

    void check(URI uri) throws AddressRefused {
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new AddressRefused("An address is written https://host/path");
        }
        if (NUMBER.matcher(uri.getHost()).matches()
                && !IPV4.matcher(uri.getHost()).matches()) {
            // 0177.0.0.1 is 127.0.0.1 to some and 177.0.0.1 to Java: what is read in two ways is not called.
            throw new AddressRefused("%s is not an address as it is written".formatted(uri.getHost()));
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !isAllowed(uri)) {
            throw new AddressRefused("Only https is called");
        }
    }

    /** What it resolves to at this moment; these very addresses are to be called, and none that is asked for later. */
    InetAddress[] addresses(URI uri, String host) throws UnknownHostException {
        InetAddress[] addresses = found(host);
        boolean here = isAllowed(uri);
        for (InetAddress address : addresses) {
            if (!Reachable.isPublic(address) && !(here && address.isLoopbackAddress())) {
                throw new AddressRefused("%s is not a public address".formatted(host));
            }
        }
        return addresses;
    }

    private InetAddress[] found(String host) throws UnknownHostException {
        try {
            return lookup.find(host);
        } catch (IllegalArgumentException e) {
            throw new AddressRefused("%s is not a host".formatted(host));
        }
    }

    private boolean isAllowed(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return allowed.contains("%s:%d".formatted(uri.getHost().toLowerCase(Locale.ROOT), port));
    }
}
