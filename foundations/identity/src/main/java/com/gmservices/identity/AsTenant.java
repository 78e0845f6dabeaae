package com.gmservices.identity;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works for a tenant that becomes known only on the way: one that is being founded, one to which an invitation leads.
 * A transaction that has begun is told so; one that begins learns it by itself.
 */
@Component
class AsTenant {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AsTenant(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    <T> T call(TenantId tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> transactions.execute(status -> within(status, tenant, work)));
    }

    private <T> T within(TransactionStatus transaction, TenantId tenant, Supplier<T> work) {
        if (transaction.isNewTransaction()) {
            return work.get();
        }
        String before = jdbc.sql("select coalesce(current_setting('gm.tenant_id', true), '') as tenant")
                .query((row, index) -> row.getString("tenant"))
                .single();
        bind(tenant.toString());
        T result = work.get();
        bind(before);
        return result;
    }

    private void bind(String tenant) {
        jdbc.sql("select set_config('gm.tenant_id', ?, true)")
                .param(tenant)
                .query((row, index) -> "")
                .single();
    }
}
