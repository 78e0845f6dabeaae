package com.gmservices.gateway;

import com.gmservices.limits.Left;
import com.gmservices.limits.Limits;
import com.gmservices.limits.Network;
import com.gmservices.limits.Rate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anybody has proved anything: how much one network may ask in all, so wide that a front desk with twenty people
 * behind one address never meets it, and a flood does. Each node counts for itself: it is itself that it protects.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class AddressLimit extends OncePerRequestFilter {

    private final Limits limits;
    private final FilterAnswers answers;
    private final Rate rate;

    AddressLimit(
            Limits limits,
            FilterAnswers answers,
            @Value("${gm.address-limit.burst:600}") int burst,
            @Value("${gm.address-limit.per-minute:1200}") int perMinute) {
        this.limits = limits;
        this.answers = answers;
        this.rate = new Rate(burst, perMinute, 60 * perMinute);
    }

    /** Assets are sent from memory and kept by browsers; whoever looks after us must be answered. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.equals("/health")
                || path.equals("/ready")
                || limits.isOff(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Left left = limits.takeHere("network " + Network.of(request).name(), rate);
        if (left.free()) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, RateLimits.exceeded(left));
        }
    }
}
