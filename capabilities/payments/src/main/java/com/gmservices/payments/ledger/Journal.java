package com.gmservices.payments.ledger;

import com.gmservices.payments.ledger.Turnover.Settled;
import com.gmservices.payments.ledger.Turnover.Standing;
import com.gmservices.payments.ledger.Turnover.Sum;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries of the current tenant, in as few statements as can be: others wait behind them for its accounts. */
@Repository
class Journal {

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry without its postings.
     *
     * @param reverses the entry that was wrong, why, and who says so; null for what has happened to money
     */
    record Head(
            EntryId id,
            Fact fact,
            @Nullable EntryId reverses,
            @Nullable String note,
            @Nullable UUID actor,
            Instant at) {}

    /** How its accounts stand since. They are locked, in their order. Empty when its source was booked before. */
    Map<String, Standing> open(Head entry, Turnover turnover) {
        Collection<Sum> sums = turnover.byAddress().values();
        var standings = new HashMap<String, Standing>();
        jdbc.sql("""
                with entry as (
                    insert into payments.ledger_entry
                        (tenant_id, id, type, source, payment, reverses, note, actor, at)
                    values (:tenant, :id, :type, :source, :payment, :reverses, :note, :actor, :at)
                    on conflict do nothing returning id),
                unsealed as (
                    insert into payments.ledger_unsealed (tenant_id, id) select :tenant, id from entry)
                insert into payments.ledger_account as a
                    (tenant_id, address, currency, heading, debits, credits, postings)
                select :tenant, address, :currency, heading, debits, credits, postings
                from entry cross join unnest(:addresses, :headings, :debits, :credits, :postings)
                    as t (address, heading, debits, credits, postings)
                order by address
                on conflict (tenant_id, address, currency) do update
                set debits = a.debits + excluded.debits, credits = a.credits + excluded.credits,
                    postings = a.postings + excluded.postings
                returning address, postings, debits - credits as balance
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", entry.id.value())
                .param("type", entry.fact.type().code())
                .param("source", entry.fact.source())
                .param("payment", entry.fact.payment())
                .param("reverses", entry.reverses == null ? null : entry.reverses.value())
                .param("note", entry.note)
                .param("actor", entry.actor)
                .param("at", entry.at.atOffset(ZoneOffset.UTC))
                .param("currency", turnover.currency().getCurrencyCode())
                .param("addresses", turnover.byAddress().keySet().toArray(String[]::new))
                .param("headings", sums.stream().map(it -> it.heading().code()).toArray(String[]::new))
                .param("debits", sums.stream().map(Sum::debits).toArray(Long[]::new))
                .param("credits", sums.stream().map(Sum::credits).toArray(Long[]::new))
                .param("postings", sums.stream().map(it -> (long) it.postings()).toArray(Long[]::new))
                .query((row, index) -> standings.put(
                        row.getString("address"), new Standing(row.getLong("postings"), row.getLong("balance"))))
                .list();
        return standings;
    }

    /** Its postings, and what they add to the day by the tenant's clock. */
    void post(Head entry, List<Settled> postings, LocalDate day, Turnover turnover) {
        Map<Heading, Sum> headings = turnover.byHeading();
        jdbc.sql("""
                with day as (
                    insert into payments.ledger_day as d (tenant_id, day, heading, currency, debits, credits)
                    select :tenant, :day, heading, :currency, debits, credits
                    from unnest(:headings, :dayDebits, :dayCredits) as t (heading, debits, credits) order by heading
                    on conflict (tenant_id, day, heading, currency) do update
                    set debits = d.debits + excluded.debits, credits = d.credits + excluded.credits)
                insert into payments.ledger_posting
                    (tenant_id, entry, line, currency, debit, credit, amount, debit_number, debit_balance,
                     credit_number, credit_balance, at)
                select :tenant, :entry, line, :currency, debit, credit, amount, debit_number, debit_balance,
                    credit_number, credit_balance, :at
                from unnest(:lines, :debits, :credits, :amounts, :debitNumbers, :debitBalances, :creditNumbers,
                            :creditBalances) as t (line, debit, credit, amount, debit_number, debit_balance,
                                                   credit_number, credit_balance)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("day", day)
                .param("currency", turnover.currency().getCurrencyCode())
                .param("headings", headings.keySet().stream().map(Heading::code).toArray(String[]::new))
                .param("dayDebits", headings.values().stream().map(Sum::debits).toArray(Long[]::new))
                .param(
                        "dayCredits",
                        headings.values().stream().map(Sum::credits).toArray(Long[]::new))
                .param("entry", entry.id.value())
                .param(
                        "lines",
                        IntStream.rangeClosed(1, postings.size()).boxed().toArray(Integer[]::new))
                .param("debits", texts(postings, it -> it.posting().debit().address()))
                .param("credits", texts(postings, it -> it.posting().credit().address()))
                .param("amounts", numbers(postings, it -> it.posting().amount().amount()))
                .param("debitNumbers", numbers(postings, it -> it.debit().number()))
                .param("debitBalances", numbers(postings, it -> it.debit().balance()))
                .param("creditNumbers", numbers(postings, it -> it.credit().number()))
                .param("creditBalances", numbers(postings, it -> it.credit().balance()))
                .param("at", entry.at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Settled> postings, Function<Settled, String> part) {
        return postings.stream().map(part).toArray(String[]::new);
    }

    private static Long[] numbers(List<Settled> postings, Function<Settled, Long> part) {
        return postings.stream().map(part).toArray(Long[]::new);
    }
}
