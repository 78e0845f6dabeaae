package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.payments.ledger.Turnover.Sum;
import com.gmservices.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    void add(LocalDate day, Turnover turnover) {
        Map<String, long[]> sums = new TreeMap<>();
        for (Sum sum : turnover.byAddress().values()) {
            long[] both = sums.computeIfAbsent(sum.heading().code(), code -> new long[2]);
            both[0] = Math.addExact(both[0], sum.debits());
            both[1] = Math.addExact(both[1], sum.credits());
        }
        jdbc.sql("""
                insert into payments.ledger_day as d (tenant_id, day, heading, currency, debits, credits)
                select :tenant, :day, heading, :currency, debits, credits
                from unnest(:headings, :debits, :credits) as t (heading, debits, credits) order by heading
                on conflict (tenant_id, day, heading, currency) do update
                set debits = d.debits + excluded.debits, credits = d.credits + excluded.credits
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("day", day)
                .param("currency", turnover.currency().getCurrencyCode())
                .param("headings", sums.keySet().toArray(String[]::new))
                .param("debits", sums.values().stream().map(it -> it[0]).toArray(Long[]::new))
                .param("credits", sums.values().stream().map(it -> it[1]).toArray(Long[]::new))
                .update();
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
