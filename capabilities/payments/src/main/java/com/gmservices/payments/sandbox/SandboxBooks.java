package com.gmservices.payments.sandbox;

import com.gmservices.database.Ids;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's charges as it would show them to a business, and the mistakes that can be planted among them. */
@Component
@Transactional
class SandboxBooks {

    private static final long PLANTED = 4_999;
    private static final long DIFFERENCE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What has taken money, the newest first. */
    List<SandboxCharge> newest(int limit) {
        return jdbc.sql("""
                select * from payments.sandbox_charge where tenant_id = ? and captured_at is not null
                order by captured_at desc limit ?
                """)
                .params(CurrentTenant.id().value(), limit)
                .query(SandboxVendor::toCharge)
                .list();
    }

    /** A charge of which nobody here has ever heard. */
    Money plantCharge(Currency currency) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into payments.sandbox_charge (tenant_id, id, token, currency, amount, captured, captured_at,
                  description, return_to, status, created_at)
                values (:tenant, :id, '', :currency, :amount, :amount, :now, '', '', 'captured', :now)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", Ids.next())
                .param("currency", currency.getCurrencyCode())
                .param("amount", PLANTED)
                .param("now", now)
                .update();
        return new Money(PLANTED, currency);
    }

    /** The statement says another amount than what was taken; told again, the right one. */
    void plantDifference(UUID charge) {
        jdbc.sql("""
                update payments.sandbox_charge set stated = case when stated is null then captured + ? end
                where tenant_id = ? and id = ? and captured is not null
                """).params(DIFFERENCE, CurrentTenant.id().value(), charge).update();
    }
}
