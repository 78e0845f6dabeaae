package com.gmservices.payments.ledger;

import com.gmservices.database.CommitWrites;
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
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries of the current tenant, in one statement: others wait behind them for its accounts. */
@Repository
class Journal {

    private static final String WRITE = """
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
            """;

    private final JdbcClient jdbc;
    private final CommitWrites writes;

    Journal(JdbcClient jdbc, CommitWrites writes) {
        this.jdbc = jdbc;
        this.writes = writes;
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
        return jdbc.sql(WRITE).paramSource(values(entry, lines, day, turnover)).update() > 0;
    }

    /** The same with the commit, whether or not its source was booked before. */
    void writeWithCommit(Head entry, List<Line> lines, LocalDate day, Turnover turnover) {
        writes.add(WRITE, values(entry, lines, day, turnover));
    }

    private static SqlParameterSource values(Head entry, List<Line> lines, LocalDate day, Turnover turnover) {
        Collection<Sum> sums = turnover.byAddress().values();
        Map<Heading, Sum> headings = turnover.byHeading();
        return new MapSqlParameterSource()
                .addValue("tenant", CurrentTenant.id().value())
                .addValue("id", entry.id.value())
                .addValue("type", entry.fact.type().code())
                .addValue("source", entry.fact.source())
                .addValue("payment", entry.fact.payment())
                .addValue("reverses", entry.reverses == null ? null : entry.reverses.value())
                .addValue("note", entry.note)
                .addValue("actor", entry.actor)
                .addValue("at", entry.at.atOffset(ZoneOffset.UTC))
                .addValue("currency", turnover.currency().getCurrencyCode())
                .addValue("addresses", turnover.byAddress().keySet().toArray(String[]::new))
                .addValue("headings", texts(sums, it -> it.heading().code()))
                .addValue("debits", numbers(sums, Sum::debits))
                .addValue("credits", numbers(sums, Sum::credits))
                .addValue("postings", numbers(sums, Sum::postings))
                .addValue(
                        "lines", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .addValue("debited", texts(lines, it -> it.posting().debit().address()))
                .addValue("credited", texts(lines, it -> it.posting().credit().address()))
                .addValue("amounts", numbers(lines, it -> it.posting().amount().amount()))
                .addValue("debitPostings", numbers(lines, it -> it.debit().postings()))
                .addValue("debitAdded", numbers(lines, it -> it.debit().balance()))
                .addValue("creditPostings", numbers(lines, it -> it.credit().postings()))
                .addValue("creditAdded", numbers(lines, it -> it.credit().balance()))
                .addValue("day", day)
                .addValue("dayHeadings", texts(headings.keySet(), Heading::code))
                .addValue("dayDebits", numbers(headings.values(), Sum::debits))
                .addValue("dayCredits", numbers(headings.values(), Sum::credits));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }
}
