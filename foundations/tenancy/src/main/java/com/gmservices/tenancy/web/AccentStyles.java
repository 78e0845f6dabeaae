package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The colour of a business as a stylesheet of its own, because pages may not carry styles inside. */
@Hidden
@RestController
class AccentStyles {

    private final Tenants tenants;

    AccentStyles(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A link that names the business's revision need never ask again; any other asks each time. */
    @GetMapping(path = "/accent.css", produces = "text/css")
    @Allow(Allow.VISITORS)
    ResponseEntity<String> show(@RequestParam(name = "v", required = false) @Nullable Integer revision) {
        Tenant tenant = tenants.current();
        boolean isThisRevision = revision != null && revision == tenant.revision();
        return ResponseEntity.ok()
                .cacheControl(
                        isThisRevision
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .eTag("\"" + tenant.accent().substring(1) + "\"")
                .body(":root{--accent:%s}".formatted(tenant.accent()));
    }
}
