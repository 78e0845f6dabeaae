package com.gmservices.gateway;

import com.gmservices.gateway.Buckets.Left;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How often each member, each key and each stranger's network may call the API, by the plan of the business. */
@Component
@Order(-10)
class CallLimit extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Plans plans;
    private final FilterAnswers answers;

    CallLimit(RateLimits limits, Plans plans, FilterAnswers answers) {
        this.limits = limits;
        this.plans = plans;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/") || limits.isOff(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TenantId> tenant = CurrentTenant.find();
        CallRate rate = CallRate.of(tenant.map(plans::of).orElseGet(plans::standard));
        Left left = limits.take(caller(request) + tenant.map(id -> " at " + id).orElse(""), rate);
        RateLimits.tell(response, rate, left);
        if (left.free()) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, RateLimits.exceeded(left));
        }
    }

    private static String caller(HttpServletRequest request) {
        Authentication proved = SecurityContextHolder.getContext().getAuthentication();
        return proved == null || proved instanceof AnonymousAuthenticationToken
                ? "stranger " + RateLimits.network(request)
                : "caller " + proved.getPrincipal();
    }
}
