package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The least and the most of one payment, as the current tenant has set them for a currency. */
@Repository
class Limits {

    /** In minor units; the table knows it too. */
    private static final long MOST = 99_999_999_999L;

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Limit(Money least, Money most) {

        static Limit widest(Currency currency) {
            return new Limit(new Money(1, currency), new Money(MOST, currency));
        }
    }

    void check(Money amount) {
        Limit limit = find(amount.currency()).orElseGet(() -> Limit.widest(amount.currency()));
        if (amount.compareTo(limit.least) < 0) {
            throw new PaymentRefused.Unfit("/amount", "One payment is at least %s here".formatted(limit.least));
        }
        if (amount.compareTo(limit.most) > 0) {
            throw new PaymentRefused.Unfit("/amount", "One payment takes at most %s here".formatted(limit.most));
        }
    }

    Optional<Limit> find(Currency currency) {
        return jdbc.sql("select * from payments.payment_limit where tenant_id = ? and currency = ?")
                .params(CurrentTenant.id().value(), currency.getCurrencyCode())
                .query((row, index) ->
                        new Limit(new Money(row.getLong("least"), currency), new Money(row.getLong("most"), currency)))
                .optional();
    }

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
    }

    void remove(Currency currency) {
        jdbc.sql("delete from payments.payment_limit where tenant_id = ? and currency = ?")
                .params(CurrentTenant.id().value(), currency.getCurrencyCode())
                .update();
    }
}
