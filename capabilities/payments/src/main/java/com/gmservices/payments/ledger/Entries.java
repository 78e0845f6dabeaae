package com.gmservices.payments.ledger;

import com.gmservices.audit.Chained;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the current tenant; added to, never changed. */
@Repository
class Entries {

    /** An entry's line holds its postings too, so that nobody changes an amount unseen. */
    static final Chained CHAIN = new Chained("ledger", "payments.ledger_", """
            (select e.*, (select string_agg(concat_ws(' ', p.line, p.debit, p.credit, p.amount, p.currency,
                                                      p.debit_number, p.debit_balance, p.credit_number,
                                                      p.credit_balance), ';' order by p.line)
                          from payments.ledger_posting p where p.tenant_id = e.tenant_id and p.entry = e.id) as postings
             from payments.ledger_entry e)""", Entries::toLine);

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Entry> find(EntryId id) {
        return read("e.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    Optional<Entry> find(Fact.Type type, UUID source) {
        return read("e.type = :type and e.source = :source", Map.of("type", type.code(), "source", source)).stream()
                .findFirst();
    }

    /**
     * The newest first.
     *
     * @param payment null for all
     */
    List<Entry> list(@Nullable UUID payment, UUID before, int limit) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("payment", payment);
        values.put("before", before);
        values.put("limit", limit);
        return read("""
                e.id in (select id from payments.ledger_entry
                         where tenant_id = :tenant and id < :before and (:payment::uuid is null or payment = :payment)
                         order by id desc limit :limit)
                """, values);
    }

    /** Debits less credits. */
    long booked(UUID payment, Heading heading) {
        return jdbc.sql("""
                select coalesce(sum(case when split_part(p.debit, ':', 1) = :heading then p.amount else 0 end
                                  - case when split_part(p.credit, ':', 1) = :heading then p.amount else 0 end), 0)
                from payments.ledger_entry e
                join payments.ledger_posting p on p.tenant_id = e.tenant_id and p.entry = e.id
                where e.tenant_id = :tenant and e.payment = :payment
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("payment", payment)
                .param("heading", heading.code())
                .query(Long.class)
                .single();
    }

    private List<Entry> read(String which, Map<String, ? extends @Nullable Object> values) {
        return jdbc
                .sql("""
                        select e.*, r.id as reversed_by, p.line, p.debit, p.credit, p.amount, p.currency
                        from payments.ledger_entry e
                        join payments.ledger_posting p on p.tenant_id = e.tenant_id and p.entry = e.id
                        left join payments.ledger_entry r on r.tenant_id = e.tenant_id and r.reverses = e.id
                        where e.tenant_id = :tenant and %s order by e.id desc, p.line
                        """.formatted(which))
                .param("tenant", CurrentTenant.id().value())
                .params(values)
                .query((row, index) -> new Row(toEntry(row), toPosting(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.entry.id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Row::joined)
                .toList();
    }

    private record Row(Entry entry, Posting posting) {

        private static Entry joined(List<Row> rows) {
            Entry entry = rows.getFirst().entry;
            return new Entry(
                    entry.id(),
                    entry.type(),
                    entry.source(),
                    entry.payment(),
                    entry.reverses(),
                    entry.reversedBy(),
                    entry.note(),
                    entry.at(),
                    rows.stream().map(Row::posting).toList());
        }
    }

    private static Entry toEntry(ResultSet row) throws SQLException {
        return new Entry(
                new EntryId(row.getObject("id", UUID.class)),
                Fact.Type.of(row.getString("type")),
                row.getObject("source", UUID.class),
                row.getObject("payment", UUID.class),
                toId(row.getObject("reverses", UUID.class)),
                toId(row.getObject("reversed_by", UUID.class)),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static Posting toPosting(ResultSet row) throws SQLException {
        return new Posting(
                Account.at(row.getString("debit")),
                Account.at(row.getString("credit")),
                Money.of(row.getLong("amount"), row.getString("currency")));
    }

    private static @Nullable EntryId toId(@Nullable UUID id) {
        return id == null ? null : new EntryId(id);
    }

    private static Chained.Line toLine(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Chained.Line(
                id,
                Chained.bytes(
                        "ledger",
                        row.getString("tenant_id"),
                        id,
                        row.getString("type"),
                        row.getString("source"),
                        row.getString("payment"),
                        row.getString("reverses"),
                        row.getString("note"),
                        row.getString("actor"),
                        at.getEpochSecond(),
                        at.getNano(),
                        row.getString("postings")));
    }
}
