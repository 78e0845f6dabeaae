package com.gmservices.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many calls this node works on at once. Threads are virtual and keep nobody out, and each call takes memory: of those
 * that come in a storm, most are better told at once to come again than kept until there is no memory for any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class Crowd extends OncePerRequestFilter {

    private final FilterAnswers answers;
    private final Semaphore room;

    Crowd(FilterAnswers answers, @Value("${gm.calls-at-once:400}") int most) {
        this.answers = answers;
        this.room = new Semaphore(most);
    }

    /** Whoever looks after us must be answered; and a page that listens for hours has its own bound, and is no work. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/health") || path.equals("/ready") || path.endsWith("/live");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquire()) {
            answers.refuse(request, response, full());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }

    private static ErrorResponseException full() {
        var refused = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        refused.setDetail("Too many calls at once: try again in a moment");
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return refused;
    }
}
