package com.gmservices.identity.security;

import com.gmservices.tenancy.CurrentTenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows programs by the API key that they send where others send an access token. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEGINNING = "Bearer gm_";

    private final KeyRing keys;
    private final Answers answers;

    ApiKeyFilter(KeyRing keys, Answers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    static boolean brings(HttpServletRequest request) {
        return key(request) != null;
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length())
                ? header.substring("Bearer ".length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key == null || Calls.isAuth(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<KeyHolder> holder =
                keys.tenantOf(key).flatMap(tenant -> CurrentTenant.call(tenant, () -> keys.find(key)));
        if (holder.isEmpty()) {
            keys.refused(key);
            answers.unauthenticated(
                    request,
                    response,
                    new BadCredentialsException("The API key was revoked, has expired, or never was"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(holder.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
