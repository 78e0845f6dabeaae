package com.gmservices.identity.security;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the tenant of an API call: the one of the token, or the one it names; both must not disagree. */
final class ApiTenant extends OncePerRequestFilter {

    private final Tenants tenants;
    private final Answers answers;

    ApiTenant(Tenants tenants, Answers answers) {
        this.tenants = tenants;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TenantId> tenant;
        try {
            tenant = tenantOf(request);
        } catch (Refusal refusal) {
            answers.refused(request, response, refusal);
            return;
        }
        if (tenant.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            proceed(tenant.get(), request, response, chain);
        }
    }

    private static void proceed(
            TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentTenant.call(tenant, () -> {
                chain.doFilter(request, response);
                return tenant;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<TenantId> tenantOf(HttpServletRequest request) {
        Optional<Tenant> named = named(request);
        Optional<Tenant> issued = issued();
        if (named.isPresent() && issued.isPresent() && !named.equals(issued)) {
            throw new AccessRefused.TenantMismatch();
        }
        Optional<Tenant> tenant = named.or(() -> issued);
        if (tenant.filter(Tenant::isActive).isEmpty() && tenant.isPresent()) {
            throw new AccessRefused.TenantSuspended();
        }
        return tenant.map(Tenant::id);
    }

    private Optional<Tenant> named(HttpServletRequest request) {
        String slug = request.getHeader("X-Tenant");
        if (slug != null) {
            return Optional.of(tenants.findBySlug(slug).orElseThrow(AccessRefused.NoSuchTenant::new));
        }
        return CurrentTenant.find().flatMap(tenants::find);
    }

    private Optional<Tenant> issued() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case SignedIn signedIn -> signedIn.tenant().flatMap(tenants::find);
            case KeyHolder key -> tenants.find(key.tenant());
            case null, default -> Optional.empty();
        };
    }
}
