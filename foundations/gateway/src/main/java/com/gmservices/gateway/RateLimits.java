package com.gmservices.gateway;

import com.gmservices.limits.Left;
import com.gmservices.limits.Rate;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What is said of limits: in the fields of draft-ietf-httpapi-ratelimit-headers, and when one is exceeded. */
final class RateLimits {

    private RateLimits() {}

    /** Answered with 429. */
    static ErrorResponseException exceeded(Left left) {
        var refused = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        refused.setDetail("Too many calls: wait %d s".formatted(seconds(left.pause())));
        refused.getHeaders().set("Retry-After", String.valueOf(seconds(left.pause())));
        return refused;
    }

    static void tell(HttpServletResponse response, Rate rate, Left left) {
        response.setHeader(
                "RateLimit-Policy",
                "\"minute\";q=%d;w=60, \"hour\";q=%d;w=3600".formatted(rate.perMinute(), rate.perHour()));
        long full = Math.ceilDiv((rate.burst() - left.minute()) * 60, rate.perMinute());
        long fullHour = Math.ceilDiv((rate.perHour() - left.hour()) * 3600, rate.perHour());
        response.setHeader(
                "RateLimit",
                "\"minute\";r=%d;t=%d, \"hour\";r=%d;t=%d".formatted(left.minute(), full, left.hour(), fullHour));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
    }
}
