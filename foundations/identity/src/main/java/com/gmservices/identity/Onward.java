package com.gmservices.identity;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** Where people go after signing in: to the page they wanted, to the business they are in, or to their businesses. */
@Component
class Onward {

    private final Members members;
    private final Tenants tenants;

    Onward(Members members, Tenants tenants) {
        this.members = members;
        this.tenants = tenants;
    }

    ModelAndView after(@Nullable String next, IdentityId identity, boolean operator) {
        if (isWithinThisSite(next)) {
            return new ModelAndView(redirect(next, true));
        }
        return CurrentTenant.find().isPresent()
                ? new ModelAndView(redirect("/", true))
                : new ModelAndView(redirect(home(identity, operator), false));
    }

    static ModelAndView to(Tenant tenant) {
        return new ModelAndView(redirect(pathOf(tenant), false));
    }

    /** Where those go on whose password alone is not enough. */
    static ModelAndView toSecondStep(@Nullable String next) {
        String query = next == null ? "" : "?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
        return new ModelAndView(redirect("/sign-in/step" + query, true));
    }

    /** As {@link #isWithinThisSite}; otherwise the front page. */
    static String within(@Nullable String path) {
        return path != null && isWithinThisSite(path) ? path : "/";
    }

    static ModelAndView back(@Nullable String path) {
        return new ModelAndView(redirect(within(path), true));
    }

    private String home(IdentityId identity, boolean operator) {
        List<Member> memberships = members.ofIdentity(identity);
        if (memberships.isEmpty() && operator) {
            return "/operator/tenants";
        }
        Optional<Tenant> only =
                memberships.size() == 1 ? tenants.find(memberships.getFirst().tenant()) : Optional.empty();
        return only.map(Onward::pathOf).orElse("/me/businesses");
    }

    private static String pathOf(Tenant tenant) {
        return "/t/" + tenant.slug() + "/";
    }

    /** A path and nothing else: browsers read {@code //host} and {@code /\host} as another site. */
    private static boolean isWithinThisSite(@Nullable String next) {
        return next != null && next.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }

    private static RedirectView redirect(@Nullable String path, boolean withinContext) {
        var redirect = new RedirectView(path == null ? "/" : path, withinContext);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}
