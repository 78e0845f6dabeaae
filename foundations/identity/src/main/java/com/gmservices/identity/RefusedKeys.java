package com.gmservices.identity;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down keys that open nothing: at the business whose they were, and all others at the platform. */
@Component
class RefusedKeys {

    private final ApiKeyRows rows;
    private final Tenants tenants;
    private final SignInTrail trail;
    private final TransactionTemplate transactions;

    RefusedKeys(ApiKeyRows rows, Tenants tenants, SignInTrail trail, TransactionTemplate transactions) {
        this.rows = rows;
        this.tenants = tenants;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** @param named the business that the key says it is for, which is anybody's word */
    void note(Optional<TenantId> named, byte[] hash) {
        Optional<TenantId> tenant = named.filter(it -> tenants.find(it).isPresent());
        trail.keyRefused(
                tenant,
                tenant.flatMap(it -> everMade(it, hash)).map(UUID::toString).orElse("unknown"));
    }

    private Optional<UUID> everMade(TenantId tenant, byte[] hash) {
        return CurrentTenant.call(tenant, () -> transactions.execute(status -> rows.idOf(tenant, hash)));
    }
}
