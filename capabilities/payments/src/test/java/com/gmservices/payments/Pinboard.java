package com.gmservices.payments;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people of a business were told. */
final class Pinboard {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Pinboard(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    int told(TenantId tenant, String key) {
        return CurrentTenant.call(
                tenant,
                () -> transactions.execute(
                        status -> jdbc.sql("select count(*) from notifications.notice where tenant_id = ? and key = ?")
                                .params(tenant.value(), key)
                                .query(Integer.class)
                                .single()));
    }
}
