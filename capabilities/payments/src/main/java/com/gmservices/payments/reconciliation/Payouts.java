package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.account.BankAccount;
import com.gmservices.payments.ledger.EntryId;
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
import org.springframework.transaction.annotation.Transactional;

/** What gateways have paid out to the current tenant's bank, as it stands in the books. */
@Repository
class Payouts {

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reference what the gateway calls it
     * @param into the account that was named for the gateway's payouts at the time; null when there was none
     */
    record Payout(
            MovementId id,
            String gateway,
            String reference,
            Money amount,
            Money fee,
            Instant at,
            EntryId entry,
            @Nullable Into into) {}

    /** @param number masked */
    record Into(UUID account, String bank, String number, String holder) {

        @Override
        public String toString() {
            return bank + " " + number;
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Payout> list(Cursor cursor, int limit) {
        List<Payout> rows = jdbc.sql("""
                select m.*, e.id as entry, b.id as account, b.bank_name, b.ending, b.holder from payments.movement m
                join payments.ledger_entry e
                  on e.tenant_id = m.tenant_id and e.type = 'settlement' and e.source = m.id
                left join payments.bank_account b
                  on b.tenant_id = m.tenant_id and b.gateway = m.gateway and b.currency = m.currency
                  and b.since <= m.at and (b.until is null or b.until > m.at)
                where m.tenant_id = :tenant and m.kind = 'payout' and m.id < :after
                order by m.id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("limit", limit + 1)
                .query(Payouts::toPayout)
                .list();
        return Page.of(rows, limit, payout -> payout.id().value());
    }

    private static Payout toPayout(ResultSet row, int index) throws SQLException {
        return new Payout(
                new MovementId(row.getObject("id", UUID.class)),
                row.getString("gateway"),
                row.getString("reference"),
                Money.of(row.getLong("gross"), row.getString("currency")),
                Money.of(row.getLong("fee"), row.getString("currency")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new EntryId(row.getObject("entry", UUID.class)),
                into(row));
    }

    private static @Nullable Into into(ResultSet row) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        return account == null
                ? null
                : new Into(
                        account,
                        row.getString("bank_name"),
                        BankAccount.masked(row.getString("ending")),
                        row.getString("holder"));
    }
}
