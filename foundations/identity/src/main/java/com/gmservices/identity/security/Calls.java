package com.gmservices.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** What a call is after: a program's answer, a page, or a piece of the page that somebody has before them. */
public final class Calls {

    private Calls() {}

    public static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/") && !path(request).startsWith("/api/docs");
    }

    static boolean isAuth(HttpServletRequest request) {
        return path(request).startsWith("/api/v1/auth/");
    }

    /** What concerns a person's account, and the making of keys, is for people who have signed in themselves. */
    static boolean isForPeople(HttpServletRequest request) {
        return path(request).matches("/api/v1/(auth|me|api-keys)(/.*)?");
    }

    public static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Where to sign in, and come back to the page that was wanted, or from which a form was sent. */
    static String signIn(HttpServletRequest request) {
        String wanted = wanted(request);
        boolean halfWay = WebSession.step(request).isPresent();
        String signIn = request.getContextPath() + (halfWay ? "/sign-in/step" : "/sign-in");
        return wanted == null ? signIn : signIn + "?next=" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
    }

    /** Where to prove once more who one is, and come back, within the context path. */
    public static String stepUp(HttpServletRequest request) {
        String wanted = wanted(request);
        return wanted == null ? "/step-up" : "/step-up?next=" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
    }

    private static @Nullable String wanted(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && !isHtmx(request)) {
            String query = request.getQueryString();
            return query == null ? path(request) : path(request) + "?" + query;
        }
        String page = request.getHeader(isHtmx(request) ? "HX-Current-URL" : "Referer");
        return page == null ? null : within(request.getContextPath(), page);
    }

    private static @Nullable String within(String context, String page) {
        try {
            URI uri = URI.create(page);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith(context + "/")) {
                return null;
            }
            String local = path.substring(context.length());
            return uri.getRawQuery() == null ? local : local + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    public static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
