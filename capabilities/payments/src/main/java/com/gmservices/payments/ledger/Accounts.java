package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of the current tenant and how they stand. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param balance as its heading reads it: what has grown is above zero */
    record Balance(Account account, Money balance, long postings) {

        String address() {
            return account.address();
        }
    }

    /** One for each currency in which anything was booked. */
    List<Balance> find(Account account) {
        return jdbc.sql("select * from payments.ledger_account where tenant_id = ? and address = ? order by currency")
                .params(CurrentTenant.id().value(), account.address())
                .query(Accounts::toBalance)
                .list();
    }

    Optional<Balance> find(Account account, String currency) {
        return find(account).stream()
                .filter(it -> it.balance.currency().getCurrencyCode().equals(currency))
                .findFirst();
    }

    /** In the order of their addresses; customers one by one, those with a balance first asked for by their heading. */
    List<Balance> list(@Nullable Heading heading, String after, int limit) {
        return jdbc.sql("""
                select * from payments.ledger_account
                where tenant_id = :tenant and (:heading::text is null or heading = :heading)
                  and address || ' ' || currency > :after
                order by address || ' ' || currency limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("heading", heading == null ? null : heading.code())
                .param("after", after)
                .param("limit", limit)
                .query(Accounts::toBalance)
                .list();
    }

    private static Balance toBalance(ResultSet row, int index) throws SQLException {
        Account account = Account.at(row.getString("address"));
        long balance = row.getLong("debits") - row.getLong("credits");
        return new Balance(
                account, Money.of(account.heading().read(balance), row.getString("currency")), row.getLong("postings"));
    }
}
