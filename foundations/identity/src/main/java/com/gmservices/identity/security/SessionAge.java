package com.gmservices.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** However busy somebody is, they sign in once a week; a session that rests ends earlier ({@link SessionConfiguration}). */
final class SessionAge extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofDays(7);

    private final Clock clock;

    SessionAge(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isTooOld(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(HttpSession session) {
        return Visit.of(session::getAttribute)
                .filter(visit -> visit.begun().plus(LONGEST).isBefore(clock.instant()))
                .isPresent();
    }
}
