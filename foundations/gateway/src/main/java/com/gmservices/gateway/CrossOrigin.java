package com.gmservices.gateway;

import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets scripts of the web sites that a business names read what the API answers for it (CORS, https://fetch.spec.whatwg.org):
 * calls that name the business in {@code X-Tenant}, never with cookies. A browser that asks beforehand does not say for
 * which business it will call; it is told yes for a site that any has named, and each call is then looked at by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 17)
class CrossOrigin extends OncePerRequestFilter {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String ASKED =
            "Authorization, Content-Type, Accept, X-Tenant, If-Match, If-None-Match, Idempotency-Key, X-Request-Id";
    private static final String TOLD =
            "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    private final Tenants tenants;
    private final FilterAnswers answers;

    CrossOrigin(Tenants tenants, FilterAnswers answers) {
        this.tenants = tenants;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (CorsUtils.isPreFlightRequest(request)) {
            beforehand(request, response);
            return;
        }
        if (CorsUtils.isCorsRequest(request)) {
            tenant(request)
                    .filter(tenant -> tenant.allowedOrigins().contains(origin(request)))
                    .ifPresent(tenant -> {
                        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin(request));
                        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, TOLD);
                    });
        }
        chain.doFilter(request, response);
    }

    private void beforehand(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (!tenants.isOriginOfSome(origin(request))) {
            answers.refuse(request, response, new UnknownOrigin());
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin(request));
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private Optional<Tenant> tenant(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Tenant")).flatMap(tenants::findBySlug);
    }

    private static String origin(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN);
    }

    private static final class UnknownOrigin extends Refusal {
        UnknownOrigin() {
            super(Category.FORBIDDEN, "origin-not-allowed", "No business has named this web site");
        }
    }
}
