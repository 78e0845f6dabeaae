package com.gmservices.payments.account;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.TenantId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The least and the most of one payment, as the current tenant has set them for a currency. Other nodes learn of a change
 * within seconds.
 */
@Repository
public class Limits {

    /** In minor units; the table knows it too. */
    private static final long MOST = 99_999_999_999L;

    private final JdbcClient jdbc;
    private final RecentlySeen<TenantId, Map<Currency, Limit>> seen = new RecentlySeen<>(20_000);

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Limit(Money least, Money most) {

        static Limit widest(Currency currency) {
            return new Limit(new Money(1, currency), new Money(MOST, currency));
        }

        boolean isSound() {
            return least.isPositive() && least.compareTo(most) <= 0 && most.amount() <= MOST;
        }
    }

    /** For amounts in the currency, set or not. */
    public Limit of(Currency currency) {
        Map<Currency, Limit> known = seen.get(
                CurrentTenant.id(),
                tenant -> all().stream().collect(Collectors.toMap(it -> it.least.currency(), Function.identity())));
        return known.getOrDefault(currency, Limit.widest(currency));
    }

    @Transactional(readOnly = true)
    List<Limit> all() {
        return jdbc.sql("select * from payments.payment_limit where tenant_id = ? order by currency")
                .param(CurrentTenant.id().value())
                .query((row, index) -> new Limit(
                        Money.of(row.getLong("least"), row.getString("currency")),
                        Money.of(row.getLong("most"), row.getString("currency"))))
                .list();
    }

    void set(Limit limit) {
        jdbc.sql("""
                insert into payments.payment_limit (tenant_id, currency, least, most) values (?, ?, ?, ?)
                on conflict (tenant_id, currency) do update set least = excluded.least, most = excluded.most
                """)
                .params(
                        CurrentTenant.id().value(),
                        limit.least.currency().getCurrencyCode(),
                        limit.least.amount(),
                        limit.most.amount())
                .update();
        seen.forget(CurrentTenant.id());
    }

    void remove(Currency currency) {
        jdbc.sql("delete from payments.payment_limit where tenant_id = ? and currency = ?")
                .params(CurrentTenant.id().value(), currency.getCurrencyCode())
                .update();
        seen.forget(CurrentTenant.id());
    }
}
