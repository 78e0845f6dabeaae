package com.gmservices.identity.security;

import com.gmservices.identity.Caller;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells templates who is looking ({@code currentIdentity}, {@code currentMember}, {@code currentTenant}; each is absent
 * when there is none) and the logs for whom they are written, by ids alone. Request attributes rather than a model,
 * because error pages want them too. The logs' ids stay until the call's own line is written, last of all.
 */
final class CallerContext extends OncePerRequestFilter {

    private final Caller caller;
    private final Tenants tenants;

    CallerContext(Caller caller, Tenants tenants) {
        this.caller = caller;
        this.tenants = tenants;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CurrentTenant.find().flatMap(tenants::find).ifPresent(tenant -> {
            request.setAttribute("currentTenant", tenant);
            MDC.put("tenant", tenant.id().toString());
        });
        caller.identity().ifPresent(identity -> request.setAttribute("currentIdentity", identity));
        caller.member().ifPresent(member -> {
            request.setAttribute("currentMember", member);
            MDC.put("member", member.id().toString());
        });
        chain.doFilter(request, response);
    }
}
