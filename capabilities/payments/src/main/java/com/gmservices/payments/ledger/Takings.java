package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each day of the current tenant has brought in, with tax. */
@Repository
public class Takings {

    private final JdbcClient jdbc;

    Takings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one currency on one day of the business's calendar. */
    public record Taking(LocalDate day, Money taken, Money givenBack) {

        public Money net() {
            return taken.minus(givenBack);
        }
    }

    /** Days on which nothing moved are left out. */
    public List<Taking> between(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select day, currency, sum(credits)::bigint as taken, sum(debits)::bigint as given_back
                from payments.ledger_day
                where tenant_id = ? and day between ? and ? and heading in ('revenue', 'tax', 'refunds')
                group by day, currency order by day, currency
                """)
                .params(CurrentTenant.id().value(), first, last)
                .query((row, index) -> new Taking(
                        row.getObject("day", LocalDate.class),
                        Money.of(row.getLong("taken"), row.getString("currency")),
                        Money.of(row.getLong("given_back"), row.getString("currency"))))
                .list();
    }
}
