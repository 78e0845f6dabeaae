package com.gmservices.payments.sandbox;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** With what the sandbox signs its words to a business: made when it has first something to say. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxSecrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SealedColumn sealed;
    private final SecureRandom random = new SecureRandom();

    SandboxSecrets(JdbcClient jdbc, SealedColumn sandboxSecrets) {
        this.jdbc = jdbc;
        this.sealed = sandboxSecrets;
    }

    static SealedColumn column(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "payments.sandbox_secret", "id", "secret");
    }

    byte[] current() {
        return find().orElseGet(() -> {
            make(CurrentTenant.id());
            return find().orElseThrow();
        });
    }

    private Optional<byte[]> find() {
        return jdbc.sql("select id, secret from payments.sandbox_secret where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) ->
                        sealed.open(CurrentTenant.id(), row.getObject("id", UUID.class), row.getBytes("secret")))
                .optional();
    }

    /** Whoever comes second finds that of the first. */
    private void make(TenantId tenant) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into payments.sandbox_secret (tenant_id, id, secret) values (?, ?, ?) on conflict do nothing")
                .params(tenant.value(), id, sealed.seal(tenant, id, secret))
                .update();
    }
}
