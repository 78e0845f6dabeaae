package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each day of the current tenant, by its own clock, has added under each heading. */
@Repository
class Days {

    private final JdbcClient jdbc;

    Days(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of a trial balance: one side is zero. */
    record Total(Heading heading, Money debit, Money credit) {

        static Total of(Heading heading, long balance, String currency) {
            return new Total(
                    heading, Money.of(Math.max(balance, 0), currency), Money.of(Math.max(-balance, 0), currency));
        }
    }

    /** How everything stood at the end of a day: by currency, and in it in the order of the headings. */
    List<Total> until(LocalDate day) {
        return jdbc.sql("""
                select heading, currency, sum(debits - credits)::bigint as balance from payments.ledger_day
                where tenant_id = ? and day <= ? group by heading, currency
                """)
                .params(CurrentTenant.id().value(), day)
                .query((row, index) -> Total.of(
                        Heading.of(row.getString("heading")), row.getLong("balance"), row.getString("currency")))
                .list();
    }
}
