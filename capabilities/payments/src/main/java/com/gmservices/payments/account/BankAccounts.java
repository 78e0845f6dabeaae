package com.gmservices.payments.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.payments.gateway.Banks.Bank;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bank accounts of the current tenant. One that is in use no more stays, for what was paid out into it. */
@Repository
public class BankAccounts {

    private final JdbcClient jdbc;
    private final SealedColumn numbers;

    BankAccounts(JdbcClient jdbc, SealedColumn bankAccountNumbers) {
        this.jdbc = jdbc;
        this.numbers = bankAccountNumbers;
    }

    public static SealedColumn column(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "payments.bank_account", "id", "number");
    }

    /** Those in use. */
    @Transactional(readOnly = true)
    List<BankAccount> of(String gateway) {
        return jdbc.sql("""
                select * from payments.bank_account where tenant_id = ? and gateway = ? and until is null order by currency
                """)
                .params(CurrentTenant.id().value(), gateway)
                .query(BankAccounts::toAccount)
                .list();
    }

    /** Instead of the one that was in use. */
    void use(BankAccount account, String number) {
        end(account.gateway(), account.currency(), account.since());
        jdbc.sql("""
                insert into payments.bank_account
                  (tenant_id, id, gateway, currency, bank, bank_name, number, ending, holder, since)
                values (:tenant, :id, :gateway, :currency, :bank, :name, :number, :ending, :holder, :since)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", account.id())
                .param("gateway", account.gateway())
                .param("currency", account.currency().getCurrencyCode())
                .param("bank", account.bank().code())
                .param("name", account.bank().name())
                .param("number", numbers.seal(CurrentTenant.id(), account.id(), number.getBytes(UTF_8)))
                .param("ending", account.ending())
                .param("holder", account.holder())
                .param("since", utc(account.since()))
                .update();
    }

    /** False when none was in use. */
    boolean end(String gateway, Currency currency, Instant now) {
        return jdbc.sql("""
                update payments.bank_account set until = greatest(since, ?)
                where tenant_id = ? and gateway = ? and currency = ? and until is null
                """)
                        .params(utc(now), CurrentTenant.id().value(), gateway, currency.getCurrencyCode())
                        .update()
                == 1;
    }

    /** All of them in full, by their ids: for the business's own books. */
    @Transactional(readOnly = true)
    public Map<UUID, String> numbers() {
        record Sealed(UUID id, byte[] number) {}
        return jdbc
                .sql("select id, number from payments.bank_account where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Sealed::id, it -> new String(numbers.open(CurrentTenant.id(), it.id, it.number), UTF_8)));
    }

    private static BankAccount toAccount(ResultSet row, int index) throws SQLException {
        return new BankAccount(
                row.getObject("id", UUID.class),
                row.getString("gateway"),
                Currency.getInstance(row.getString("currency")),
                new Bank(row.getString("bank"), row.getString("bank_name")),
                row.getString("ending"),
                row.getString("holder"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
