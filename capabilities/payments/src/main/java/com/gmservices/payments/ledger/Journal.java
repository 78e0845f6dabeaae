package com.gmservices.payments.ledger;

import com.gmservices.payments.ledger.Turnover.Line;
import com.gmservices.payments.ledger.Turnover.Sum;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries of the current tenant, in one statement: others wait behind them for its accounts. */
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

    /**
     * With its postings, and what they add to the day by the tenant's clock. The accounts are locked in the order of
     * their addresses and the day's headings after them. False when its source was booked before.
     */
    boolean write(Head entry, List<Line> lines, LocalDate day, Turnover turnover) {
        Collection<Sum> sums = turnover.byAddress().values();
        Map<Heading, Sum> headings = turnover.byHeading();
        return jdbc.sql("""
                with entry as (
                    insert into payments.ledger_entry
                        (tenant_id, id, type, source, payment, reverses, note, actor, at)
                    values (:tenant, :id, :type, :source, :payment, :reverses, :note, :actor, :at)
                    on conflict do nothing returning id),
                unsealed as (
                    insert into payments.ledger_unsealed (tenant_id, id) select :tenant, id from entry),
                account as (
                    insert into payments.ledger_account as a
                        (tenant_id, address, currency, heading, debits, credits, postings)
                    select :tenant, address, :currency, heading, debits, credits, postings
                    from entry cross join unnest(:addresses, :headings, :debits, :credits, :postings)
                        as t (address, heading, debits, credits, postings)
                    order by address
                    on conflict (tenant_id, address, currency) do update
                    set debits = a.debits + excluded.debits, credits = a.credits + excluded.credits,
                        postings = a.postings + excluded.postings
                    returning address, postings, debits - credits as balance),
                posting as (
                    insert into payments.ledger_posting
                        (tenant_id, entry, line, currency, debit, credit, amount, debit_number, debit_balance,
                         credit_number, credit_balance, at)
                    select :tenant, :id, line, :currency, debit, credit, amount,
                        d.postings - debit_postings, d.balance - debit_added,
                        c.postings - credit_postings, c.balance - credit_added, :at
                    from unnest(:lines, :debited, :credited, :amounts, :debitPostings, :debitAdded, :creditPostings,
                                :creditAdded)
                        as t (line, debit, credit, amount, debit_postings, debit_added, credit_postings, credit_added)
                    join account d on d.address = debit
                    join account c on c.address = credit
                    returning line)
                insert into payments.ledger_day as d (tenant_id, day, heading, currency, debits, credits)
                select :tenant, :day, heading, :currency, debits, credits
                from unnest(:dayHeadings, :dayDebits, :dayCredits) as t (heading, debits, credits)
                where (select count(*) from posting) > 0
                order by heading
                on conflict (tenant_id, day, heading, currency) do update
                set debits = d.debits + excluded.debits, credits = d.credits + excluded.credits
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
                        .param("headings", texts(sums, it -> it.heading().code()))
                        .param("debits", numbers(sums, Sum::debits))
                        .param("credits", numbers(sums, Sum::credits))
                        .param("postings", numbers(sums, Sum::postings))
                        .param(
                                "lines",
                                IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                        .param(
                                "debited",
                                texts(lines, it -> it.posting().debit().address()))
                        .param(
                                "credited",
                                texts(lines, it -> it.posting().credit().address()))
                        .param(
                                "amounts",
                                numbers(lines, it -> it.posting().amount().amount()))
                        .param("debitPostings", numbers(lines, it -> it.debit().postings()))
                        .param("debitAdded", numbers(lines, it -> it.debit().balance()))
                        .param(
                                "creditPostings",
                                numbers(lines, it -> it.credit().postings()))
                        .param("creditAdded", numbers(lines, it -> it.credit().balance()))
                        .param("day", day)
                        .param("dayHeadings", texts(headings.keySet(), Heading::code))
                        .param("dayDebits", numbers(headings.values(), Sum::debits))
                        .param("dayCredits", numbers(headings.values(), Sum::credits))
                        .update()
                > 0;
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }
}
