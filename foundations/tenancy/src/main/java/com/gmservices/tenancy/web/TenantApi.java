package com.gmservices.tenancy.web;

import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Business")
@RestController
@RequestMapping("/api/v1/tenant")
class TenantApi {

    private final Tenants tenants;
    private final Plans plans;

    TenantApi(Tenants tenants, Plans plans) {
        this.tenants = tenants;
        this.plans = plans;
    }

    @Operation(summary = "The plan of the business", description = "What it has agreed with the platform's operator.")
    @GetMapping("/plan")
    @Allow(Allow.MEMBERS)
    Plan plan() {
        return plans.of(tenants.current().id());
    }

    @Operation(summary = "The business itself")
    @GetMapping
    @Allow(Allow.MEMBERS)
    ResponseEntity<Tenant> show() {
        return answer(tenants.current());
    }

    @Operation(
            summary = "Change settings",
            description =
                    "What is left out stays. `tax_number: null` removes it; tax rates are replaced as a whole, and so are "
                            + "`allowed_origins`: the web sites, such as https://shop.example, whose scripts may call the API. "
                            + "Those name the business in X-Tenant with each call and bring a token; cookies are not taken.")
    @PatchMapping
    @Allow("update:tenant")
    ResponseEntity<Tenant> change(
            CurrentMember admin,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody Tenants.Change change) {
        return answer(tenants.change(admin, revision.value(), change));
    }

    private static ResponseEntity<Tenant> answer(Tenant tenant) {
        return ResponseEntity.ok().eTag(new Revision(tenant.revision()).tag()).body(tenant);
    }
}
