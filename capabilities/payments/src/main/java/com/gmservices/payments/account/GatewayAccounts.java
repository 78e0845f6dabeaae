package com.gmservices.payments.account;

import com.gmservices.payments.gateway.Accounts;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup.Check;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of the current tenant, by gateway. Other nodes learn of a change within seconds. */
@Repository
public class GatewayAccounts implements Accounts {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final SealedColumn sealed;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final RecentlySeen<TenantId, Map<String, Row>> seen = new RecentlySeen<>(20_000);

    GatewayAccounts(
            JdbcClient jdbc, SealedColumn gatewayCredentials, JsonMapper json, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.sealed = gatewayCredentials;
        this.json = json;
        this.transactions = transactions;
    }

    public static SealedColumn column(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "payments.gateway_account", "id", "credentials");
    }

    private record Row(GatewayAccount account, byte[] sealed) {}

    public Map<String, GatewayAccount> all() {
        return rows().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().account));
    }

    @Override
    public Credentials of(String gateway) {
        return find(gateway)
                .orElseThrow(
                        () -> new IllegalStateException("%s was never set up for this business".formatted(gateway)));
    }

    /** Empty when the business has never set it up. */
    public Optional<Credentials> find(String gateway) {
        return Optional.ofNullable(rows().get(gateway))
                .map(row -> new Credentials(
                        row.account.live(),
                        json.readValue(sealed.open(CurrentTenant.id(), row.account.id(), row.sealed), VALUES)));
    }

    /** @return false when somebody else has changed it since it was read, or has set it up first */
    @Transactional
    boolean save(GatewayAccount account, Credentials credentials, Instant now) {
        TenantId tenant = CurrentTenant.id();
        int saved = jdbc.sql("""
                insert into payments.gateway_account as a
                  (tenant_id, id, gateway, live, enabled, credentials, currencies, place, changed_at)
                select :tenant, :id, :gateway, :live, :enabled, :credentials, :currencies,
                  (select coalesce(max(place), 0) + 1 from payments.gateway_account where tenant_id = :tenant), :now
                on conflict (tenant_id, gateway) do update
                set live = excluded.live, enabled = excluded.enabled, credentials = excluded.credentials,
                    currencies = excluded.currencies, revision = a.revision + 1, changed_at = excluded.changed_at,
                    checked_at = null, checked_as = null, problem = null
                where a.id = excluded.id and a.revision = :revision
                """)
                .param("tenant", tenant.value())
                .param("id", account.id())
                .param("gateway", account.gateway())
                .param("live", account.live())
                .param("enabled", account.enabled())
                .param("credentials", sealed.seal(tenant, account.id(), json.writeValueAsBytes(credentials.values())))
                .param(
                        "currencies",
                        account.currencies().stream()
                                .map(Currency::getCurrencyCode)
                                .sorted()
                                .toArray(String[]::new))
                .param("revision", account.revision())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        seen.forget(tenant);
        return saved == 1;
    }

    @Transactional
    void checked(GatewayAccount account, Check check, Instant now) {
        jdbc.sql("""
                update payments.gateway_account set checked_at = :now, checked_as = :as, problem = :problem
                where tenant_id = :tenant and id = :id and revision = :revision
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("as", check instanceof Check.Fine(String as) ? as : null)
                .param("problem", check instanceof Check.Wrong(String sentence) ? sentence : null)
                .param("tenant", CurrentTenant.id().value())
                .param("id", account.id())
                .param("revision", account.revision())
                .update();
        seen.forget(CurrentTenant.id());
    }

    /** Puts the gateway before all others of the business. */
    @Transactional
    void prefer(GatewayAccount account) {
        jdbc.sql("""
                update payments.gateway_account set place =
                  (select min(place) - 1 from payments.gateway_account where tenant_id = :tenant)
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", account.id())
                .update();
        seen.forget(CurrentTenant.id());
    }

    private Map<String, Row> rows() {
        return seen.get(CurrentTenant.id(), this::read);
    }

    private Map<String, Row> read(TenantId tenant) {
        return transactions.execute(status -> jdbc
                .sql("select * from payments.gateway_account where tenant_id = ?")
                .param(tenant.value())
                .query(GatewayAccounts::toRow)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.account.gateway(), Function.identity())));
    }

    private static Row toRow(ResultSet row, int index) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Row(
                new GatewayAccount(
                        row.getObject("id", UUID.class),
                        row.getString("gateway"),
                        row.getBoolean("live"),
                        row.getBoolean("enabled"),
                        currencies((String[]) row.getArray("currencies").getArray()),
                        row.getInt("place"),
                        checked == null ? null : checked.toInstant(),
                        row.getString("checked_as"),
                        row.getString("problem"),
                        row.getInt("revision")),
                row.getBytes("credentials"));
    }

    private static Set<Currency> currencies(String[] codes) {
        return Stream.of(codes).map(Currency::getInstance).collect(Collectors.toSet());
    }
}
