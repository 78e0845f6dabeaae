package com.gmservices.tenancy;

import com.gmservices.database.CannotStart;
import com.gmservices.database.Deployment;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of pages for mails and other places outside a request; {@code GM_BASE_URL} is their only source. */
@Component
public class Links {

    private final String base;

    Links(
            @Value("${gm.base-url:#{null}}") @Nullable String base,
            @Value("${gm.port:${server.port:8000}}") int port,
            Deployment deployment) {
        if (base == null && deployment.isProduction()) {
            throw new CannotStart(
                    "In production GM_BASE_URL has to say under which address people reach the site, such as https://services.example.com.");
        }
        if (base != null && deployment.isProduction() && !isSecure(base)) {
            throw new CannotStart(
                    "In production GM_BASE_URL begins with https://: what people send and get, cookies too, must not be read on the way (deploy/nginx).");
        }
        this.base = base == null ? "http://localhost:" + port : base.replaceAll("/+$", "");
    }

    private static boolean isSecure(String base) {
        try {
            URI uri = URI.create(base);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A page of the platform: {@code /sign-in}. */
    public URI platform(String path) {
        return URI.create(base + path);
    }

    /** A page of a business: {@code /requests/…} becomes {@code https://host/t/slug/requests/…}. */
    public URI tenant(Tenant tenant, String path) {
        return URI.create(base + "/t/" + tenant.slug() + path);
    }
}
