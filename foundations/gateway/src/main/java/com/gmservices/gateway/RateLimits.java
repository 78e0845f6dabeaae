package com.gmservices.gateway;

import com.gmservices.gateway.Buckets.Left;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Counts calls and says so in the fields of draft-ietf-httpapi-ratelimit-headers. {@code GM_RATE_LIMITS=off} counts
 * nothing that comes from this machine itself; what comes from elsewhere is always counted.
 */
@Component
class RateLimits {

    private final Buckets buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME);
    private final boolean offHere;

    RateLimits(@Value("${gm.rate-limits:on}") String limits) {
        this.offHere = limits.equals("off");
    }

    boolean isOff(HttpServletRequest request) {
        return offHere && address(request).isLoopbackAddress();
    }

    Left take(String caller, CallRate rate) {
        return buckets.take(caller, rate);
    }

    /** Answered with 429. */
    static ErrorResponseException exceeded(Left left) {
        var refused = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        refused.setDetail("Too many calls: wait %d s".formatted(seconds(left.pause())));
        refused.getHeaders().set("Retry-After", String.valueOf(seconds(left.pause())));
        return refused;
    }

    static void tell(HttpServletResponse response, CallRate rate, Left left) {
        response.setHeader(
                "RateLimit-Policy",
                "\"minute\";q=%d;w=60, \"hour\";q=%d;w=3600".formatted(rate.perMinute(), rate.perHour()));
        long full = Math.ceilDiv((rate.burst() - left.minute()) * 60, rate.perMinute());
        long fullHour = Math.ceilDiv((rate.perHour() - left.hour()) * 3600, rate.perHour());
        response.setHeader(
                "RateLimit",
                "\"minute\";r=%d;t=%d, \"hour\";r=%d;t=%d".formatted(left.minute(), full, left.hour(), fullHour));
    }

    /** Whoever has one address of IPv6 has all of its network, which is 64 bits. */
    static String network(HttpServletRequest request) {
        InetAddress address = address(request);
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                : address.getHostAddress();
    }

    private static InetAddress address(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("A peer without an address: " + request.getRemoteAddr(), e);
        }
    }

    private static long seconds(Duration wait) {
        return Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
    }
}
