package com.gmservices.gateway;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages of a business live under {@code /t/{slug}}: the prefix becomes the context path, so that controllers do not
 * see it and links follow it, and the business is bound for the rest of the call. Its root is the page {@code /home}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TenantPath extends OncePerRequestFilter {

    private static final Pattern PATH = Pattern.compile("(/t/([a-z0-9-]{1,40}))(/.*)?");

    private final Tenants tenants;
    private final FilterAnswers answers;

    TenantPath(Tenants tenants, FilterAnswers answers) {
        this.tenants = tenants;
        this.answers = answers;
    }

    /** The error page of a business links to its own pages. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        Matcher path = PATH.matcher(
                failed && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                        ? uri
                        : request.getRequestURI());
        if (!path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Tenant> tenant = tenants.findBySlug(path.group(2));
        if (failed) {
            chain.doFilter(
                    tenant.isEmpty() ? request : new Inside(request, path.group(1), request.getRequestURI()), response);
        } else if (tenant.isEmpty()) {
            answers.refuse(request, response, new TenancyRefused.NotFound("business"));
        } else if (!tenant.get().isActive()) {
            answers.refuse(request, response, new Suspended());
        } else if (path.group(3) == null) {
            response.sendRedirect(path.group(1) + "/");
        } else {
            var inside = new Inside(request, path.group(1), path.group(3).equals("/") ? "/home" : path.group(3));
            CurrentTenant.call(tenant.get().id(), () -> pass(chain, inside, response));
        }
    }

    private static boolean pass(FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (ServletException e) {
            throw new IOException(e);
        }
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

        @Override
        public String getRequestURI() {
            return prefix + path;
        }
    }

    private static final class Suspended extends Refusal {
        Suspended() {
            super(Category.FORBIDDEN, "tenant-suspended", "This business is closed for the time being");
        }
    }
}
