package com.gmservices.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where and with what somebody calls, as they say. */
public record Origin(String userAgent, String address) {

    private static final Origin UNKNOWN = new Origin("", "");

    public Origin(@Nullable String userAgent, @Nullable String address) {
        this.userAgent = printable(userAgent, 300);
        this.address = printable(address, 60);
    }

    static Origin of(HttpServletRequest request) {
        return new Origin(request.getHeader("User-Agent"), request.getRemoteAddr());
    }

    /** Of the call that the current thread works on. */
    public static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? of(call.getRequest())
                : UNKNOWN;
    }

    private static String printable(@Nullable String text, int most) {
        String printable =
                text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.substring(0, Math.min(most, printable.length()));
    }
}
