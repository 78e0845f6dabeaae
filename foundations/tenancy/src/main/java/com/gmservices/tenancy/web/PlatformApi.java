package com.gmservices.tenancy.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Platform")
@RestController
@RequestMapping("/api/v1/platform/tenants")
@Allow(Allow.OPERATOR)
class PlatformApi {

    private final Tenants tenants;
    private final Plans plans;

    PlatformApi(Tenants tenants, Plans plans) {
        this.tenants = tenants;
        this.plans = plans;
    }

    record Account(Tenant tenant, Plan plan) {}

    record Agreement(@NotNull @Valid Plan plan) {}

    @Operation(summary = "All businesses, the newest first")
    @GetMapping
    Page<Tenant> list(
            @Schema(description = "A part of the name or of the address")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return tenants.all(q, cursor == null ? Cursor.newest() : cursor, limit);
    }

    @Operation(summary = "A business and its plan")
    @GetMapping("/{id}")
    ResponseEntity<Account> show(@PathVariable UUID id) {
        return answer(new TenantId(id));
    }

    @Operation(
            summary = "Agree on a plan",
            description =
                    "How often each member and each key may call, how much may be stored, and what is paid a month. "
                            + "It holds from the next call on.")
    @PatchMapping("/{id}")
    @StepUp
    ResponseEntity<Account> agree(
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody Agreement agreement) {
        var tenant = new TenantId(id);
        find(tenant);
        plans.agree(tenant, revision.value(), agreement.plan());
        tenants.forget();
        return answer(tenant);
    }

    private ResponseEntity<Account> answer(TenantId id) {
        Tenant tenant = find(id);
        return ResponseEntity.ok()
                .eTag(new Revision(tenant.revision()).tag())
                .body(new Account(tenant, plans.look(id)));
    }

    private Tenant find(TenantId id) {
        return tenants.find(id).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    @Operation(summary = "Shut a business out", description = "Its pages and its API answer 403 until it is resumed.")
    @PostMapping("/{id}/suspend")
    @StepUp
    Tenant suspend(@PathVariable UUID id) {
        return tenants.setStatus(new TenantId(id), Tenant.Status.SUSPENDED);
    }

    @Operation(summary = "Let a suspended business work again")
    @PostMapping("/{id}/resume")
    @StepUp
    Tenant resume(@PathVariable UUID id) {
        return tenants.setStatus(new TenantId(id), Tenant.Status.ACTIVE);
    }
}
