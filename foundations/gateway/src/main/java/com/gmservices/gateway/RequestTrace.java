package com.gmservices.gateway;

import com.gmservices.database.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each call an id, in the log, in the answer's {@code X-Request-Id} and on error pages, and logs how it went. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestTrace extends OncePerRequestFilter {

    static final String ID = "gm.request-id";

    private static final Logger log = LoggerFactory.getLogger("access");
    private static final String HEADER = "X-Request-Id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        long start = System.nanoTime();
        request.setAttribute(ID, id);
        name(request, response);
        MDC.put("request", id);
        try {
            chain.doFilter(request, response);
        } finally {
            if (isWorthALine(request)) {
                log.info(
                        "{} {} {} {} ms",
                        request.getMethod(),
                        route(request),
                        response.getStatus(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            MDC.clear();
        }
    }

    static void name(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HEADER, String.valueOf(request.getAttribute(ID)));
    }

    private static String id(@Nullable String wish) {
        return wish != null && wish.matches("[A-Za-z0-9-]{8,64}")
                ? wish
                : Ids.next().toString();
    }

    /** The pattern, not the address: an address may hold the secret of a link. */
    private static Object route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern;
    }

    private static boolean isWorthALine(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/assets/")
                && !path.startsWith("/webjars/")
                && !path.equals("/ready")
                && !"/live".equals(route(request));
    }
}
