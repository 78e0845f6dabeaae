package com.gmservices.tenancy;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Which plan each business has. Other nodes learn of a change within seconds. */
@Service
public class Plans {

    private final JdbcClient jdbc;
    private final JdbcClient platform;
    private final PlanSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final RecentlySeen<TenantId, Plan> seen = new RecentlySeen<>(20_000);

    Plans(
            JdbcClient jdbc,
            @PlatformDatabase JdbcClient platform,
            PlanSettings settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
    }

    /** What holds for whoever has agreed on nothing else, and for calls that belong to no business. */
    public Plan standard() {
        return settings.standard();
    }

    /** Of the current tenant: others' plans are not to be seen. */
    public Plan of(TenantId tenant) {
        return seen.get(tenant, key -> agreed(key).orElseGet(this::standard));
    }

    /** For the operator: holds from the next call on. The revision is that of the business. */
    public Plan agree(TenantId tenant, int revision, Plan plan) {
        Money fee = plan.monthlyFee();
        int agreed = platform.sql("""
                with seen as (
                    update tenancy.tenant set revision = revision + 1
                    where id = :tenant and revision = :revision returning id)
                insert into tenancy.plan
                    (tenant_id, name, calls_per_minute, calls_burst, calls_per_hour, storage_bytes, fee, fee_currency,
                     payment_basis_points, sms_day, sms_country_day)
                select id, :name, :minute, :burst, :hour, :storage, :fee, :currency, :share, :smsDay, :smsCountryDay
                from seen
                on conflict (tenant_id) do update
                set name = excluded.name, calls_per_minute = excluded.calls_per_minute, calls_burst = excluded.calls_burst,
                    calls_per_hour = excluded.calls_per_hour, storage_bytes = excluded.storage_bytes, fee = excluded.fee,
                    fee_currency = excluded.fee_currency, payment_basis_points = excluded.payment_basis_points,
                    sms_day = excluded.sms_day, sms_country_day = excluded.sms_country_day
                """)
                .param("tenant", tenant.value())
                .param("revision", revision)
                .param("name", plan.name().strip())
                .param("minute", plan.callsPerMinute())
                .param("burst", plan.callsBurst())
                .param("hour", plan.callsPerHour())
                .param("storage", plan.storageBytes())
                .param("fee", fee == null ? null : fee.amount())
                .param("currency", fee == null ? null : fee.currency().getCurrencyCode())
                .param("share", plan.paymentBasisPoints())
                .param("smsDay", plan.smsDay())
                .param("smsCountryDay", plan.smsCountryDay())
                .update();
        if (agreed == 0) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        seen.forget(tenant);
        CurrentTenant.run(
                tenant,
                () -> transactions.executeWithoutResult(
                        transaction -> events.publishEvent(new TenancyEvent.PlanAgreed(tenant))));
        return plan;
    }

    /** For the operator, of any business. */
    public Plan look(TenantId tenant) {
        return platform.sql("select * from tenancy.plan where tenant_id = ?")
                .param(tenant.value())
                .query((row, index) -> toPlan(row))
                .optional()
                .orElseGet(this::standard);
    }

    /** In a transaction, for it is there that the tenant is bound; only when nobody looked within seconds. */
    private Optional<Plan> agreed(TenantId tenant) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> jdbc.sql("select * from tenancy.plan where tenant_id = ?")
                        .param(tenant.value())
                        .query((row, index) -> toPlan(row))
                        .optional()));
    }

    private static Plan toPlan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString("name"),
                row.getInt("calls_per_minute"),
                row.getInt("calls_burst"),
                row.getInt("calls_per_hour"),
                row.getLong("storage_bytes"),
                fee(row),
                row.getInt("payment_basis_points"),
                row.getBigDecimal("sms_day"),
                row.getBigDecimal("sms_country_day"));
    }

    private static @Nullable Money fee(ResultSet row) throws SQLException {
        String currency = row.getString("fee_currency");
        return currency == null ? null : Money.of(row.getLong("fee"), currency);
    }
}
