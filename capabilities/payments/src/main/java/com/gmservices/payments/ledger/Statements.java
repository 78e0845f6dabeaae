package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has brought an account of the current tenant to its balance, the newest first. */
@Repository
class Statements {

    static final long NEWEST = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param number counts the account's postings from its first
     * @param change what it brought, and the balance since, both as the account's heading reads them
     */
    record Line(
            long number,
            EntryId entry,
            Fact.Type type,
            @Nullable UUID payment,
            Account other,
            Money change,
            Money balance,
            Instant at) {}

    /** @param before the number of the last line seen */
    List<Line> find(Account account, String currency, long before, int limit) {
        return jdbc.sql("""
                with lines as (
                    (select entry, credit as other, amount as change, debit_number as number, debit_balance as balance
                     from payments.ledger_posting
                     where tenant_id = :tenant and debit = :address and currency = :currency and debit_number < :before
                     order by debit_number desc limit :limit)
                    union all
                    (select entry, debit, -amount, credit_number, credit_balance from payments.ledger_posting
                     where tenant_id = :tenant and credit = :address and currency = :currency and credit_number < :before
                     order by credit_number desc limit :limit)
                    order by number desc limit :limit)
                select l.*, e.type, e.payment, e.at from lines l
                join payments.ledger_entry e on e.tenant_id = :tenant and e.id = l.entry
                order by l.number desc
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("address", account.address())
                .param("currency", currency)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> toLine(account.heading(), currency, row))
                .list();
    }

    private static Line toLine(Heading heading, String currency, ResultSet row) throws SQLException {
        return new Line(
                row.getLong("number"),
                new EntryId(row.getObject("entry", UUID.class)),
                Fact.Type.of(row.getString("type")),
                row.getObject("payment", UUID.class),
                Account.at(row.getString("other")),
                Money.of(heading.read(row.getLong("change")), currency),
                Money.of(heading.read(row.getLong("balance")), currency),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
