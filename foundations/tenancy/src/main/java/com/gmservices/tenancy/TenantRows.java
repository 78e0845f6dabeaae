package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.money.TaxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TenantRows {

    private static final TypeReference<List<TaxRate>> TAX_RATES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcClient platform;
    private final JsonMapper json;

    TenantRows(JdbcClient jdbc, @PlatformDatabase JdbcClient platform, JsonMapper json) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.json = json;
    }

    Optional<Tenant> find(TenantId id) {
        return jdbc.sql("select * from tenancy.tenant where id = ?")
                .param(id.value())
                .query(this::toTenant)
                .optional();
    }

    Optional<Tenant> findBySlug(String slug) {
        return jdbc.sql("select * from tenancy.tenant where slug = ?")
                .param(slug)
                .query(this::toTenant)
                .optional();
    }

    boolean isOriginOfSome(String origin) {
        return jdbc.sql(
                        "select exists (select 1 from tenancy.tenant where allowed_origins @> array[?]::text[] and status = 'active')")
                .param(origin)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    /** As the platform: the app sees every tenant too, but this is the operator's list and goes the operator's way. */
    List<Tenant> newest(String words, Cursor cursor, int limit) {
        return platform.sql("""
                select * from tenancy.tenant
                where id < :after
                  and (:words = '' or strpos(lower(name), lower(:words)) > 0 or strpos(slug, lower(:words)) > 0)
                order by id desc limit :limit
                """)
                .param("after", cursor.after())
                .param("words", words)
                .param("limit", limit)
                .query(this::toTenant)
                .list();
    }

    /** The app has no right to write this column. */
    boolean replaceStatus(TenantId id, Tenant.Status status) {
        return platform.sql(
                                "update tenancy.tenant set status = ?, revision = revision + 1 where id = ? and status <> ?")
                        .params(status.code(), id.value(), status.code())
                        .update()
                == 1;
    }

    boolean replaceClosing(TenantId id, @Nullable Instant at) {
        return platform.sql("""
                        update tenancy.tenant set closes_at = :at::timestamptz, revision = revision + 1
                        where id = :id and closes_at is distinct from :at::timestamptz
                        """)
                        .param("id", id.value())
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void insert(Tenant tenant) {
        bind("""
                insert into tenancy.tenant
                    (id, slug, name, accent, currency, time_zone, tax_number, tax_rates, domains, status, created_at)
                values (:id, :slug, :name, :accent, :currency, :zone, :taxNumber, :taxRates::jsonb, :domains, :status, :created)
                """, tenant).update();
    }

    /** Compare and set: false when the stored revision is not the one before. */
    boolean replace(Tenant tenant) {
        return bind("""
                update tenancy.tenant
                set name = :name, accent = :accent, currency = :currency, time_zone = :zone, tax_number = :taxNumber,
                    tax_rates = :taxRates::jsonb, domains = :domains,
                    second_factor_required = :secondFactor, allowed_origins = :origins, revision = :revision
                where id = :id and revision = :revision - 1
                """, tenant).update() == 1;
    }

    private JdbcClient.StatementSpec bind(String sql, Tenant tenant) {
        return jdbc.sql(sql)
                .param("id", tenant.id().value())
                .param("slug", tenant.slug())
                .param("name", tenant.name())
                .param("accent", tenant.accent())
                .param("currency", tenant.currency().getCurrencyCode())
                .param("zone", tenant.timeZone().getId())
                .param("taxNumber", tenant.taxNumber())
                .param("taxRates", json.writeValueAsString(tenant.taxRates()))
                .param("domains", codes(tenant.domains()))
                .param("secondFactor", tenant.secondFactorRequired())
                .param("origins", tenant.allowedOrigins().toArray(String[]::new))
                .param("status", tenant.status().code())
                .param("revision", tenant.revision())
                .param("created", tenant.createdAt().atOffset(ZoneOffset.UTC));
    }

    private Tenant toTenant(ResultSet row, int index) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("accent"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("time_zone")),
                row.getString("tax_number"),
                json.readValue(row.getString("tax_rates"), TAX_RATES),
                Stream.of((String[]) row.getArray("domains").getArray())
                        .map(Domain::of)
                        .collect(Collectors.toSet()),
                row.getBoolean("second_factor_required"),
                Set.of((String[]) row.getArray("allowed_origins").getArray()),
                Tenant.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closes_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static String[] codes(Set<Domain> domains) {
        return domains.stream().sorted().map(Domain::code).toArray(String[]::new);
    }
}
