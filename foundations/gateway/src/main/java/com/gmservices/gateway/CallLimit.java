package com.gmservices.gateway;

import com.gmservices.limits.Left;
import com.gmservices.limits.Limits;
import com.gmservices.limits.Network;
import com.gmservices.limits.Rate;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Plan;
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

    private final Limits limits;
    private final Plans plans;
    private final FilterAnswers answers;

    CallLimit(Limits limits, Plans plans, FilterAnswers answers) {
        this.limits = limits;
        this.plans = plans;
        this.answers = answers;
    }

    /** A vendor reports as often as things happen, from addresses that all its customers share; its signature is checked. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/")
                || request.getRequestURI().startsWith("/api/v1/webhooks/in/")
                || limits.isOff(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TenantId> tenant = CurrentTenant.find();
        Rate rate = rate(tenant.map(plans::of).orElseGet(plans::standard));
        Left left = limits.take(caller(request) + tenant.map(id -> " at " + id).orElse(""), rate);
        RateLimits.tell(response, rate, left);
        if (left.free()) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, RateLimits.exceeded(left));
        }
    }

    private static Rate rate(Plan plan) {
        return new Rate(plan.callsBurst(), plan.callsPerMinute(), plan.callsPerHour());
    }

    private static String caller(HttpServletRequest request) {
        Authentication proved = SecurityContextHolder.getContext().getAuthentication();
        return proved == null || proved instanceof AnonymousAuthenticationToken
                ? "stranger " + Network.of(request).name()
                : "caller " + proved.getPrincipal();
    }
}
