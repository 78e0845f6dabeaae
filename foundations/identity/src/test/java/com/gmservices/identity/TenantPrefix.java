package com.gmservices.identity;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands in for the gateway, which stands to our right. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TenantPrefix extends OncePerRequestFilter {

    private final Tenants tenants;

    TenantPrefix(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] parts = request.getRequestURI().split("/", 4);
        if (parts.length < 4 || !parts[1].equals("t")) {
            chain.doFilter(request, response);
            return;
        }
        var inside = new Inside(request, "/t/" + parts[2], "/" + parts[3]);
        CurrentTenant.call(tenants.findBySlug(parts[2]).orElseThrow().id(), () -> {
            try {
                chain.doFilter(inside, response);
                return true;
            } catch (ServletException e) {
                throw new IOException(e);
            }
        });
    }

    private static final class Inside extends HttpServletRequestWrapper {

        private final String prefix;
        private final String path;

        Inside(HttpServletRequest request, String prefix, String path) {
            super(request);
            this.prefix = prefix;
            this.path = path;
        }

        @Override
        public String getContextPath() {
            return prefix;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
