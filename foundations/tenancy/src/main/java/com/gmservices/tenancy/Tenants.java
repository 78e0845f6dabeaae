package com.gmservices.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.money.TaxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of businesses. Other nodes learn of a change within seconds. */
@Service
public class Tenants {

    private static final TypeReference<List<TaxRate>> TAX_RATES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcClient platform;
    private final Sites sites;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<Object, Optional<Tenant>> seen = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Tenants(
            JdbcClient jdbc,
            @PlatformDatabase JdbcClient platform,
            Sites sites,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.sites = sites;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** What settings may change; null leaves a value as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String accent,
            @Nullable Currency currency,
            @Nullable ZoneId timeZone,
            @Nullable String taxNumber,
            @Nullable List<TaxRate> taxRates,
            @Nullable Set<Domain> domains) {}

    /** Founds a business with its first site. To be called with its new id bound as the current tenant. */
    @Transactional
    public Tenant found(TenantId id, NewTenant wish) {
        Instant now = clock.instant();
        var tenant = new Tenant(
                id,
                wish.slug(),
                wish.name(),
                Accent.DEFAULT,
                wish.currency(),
                wish.timeZone(),
                null,
                List.of(),
                wish.domains(),
                Tenant.Status.ACTIVE,
                1,
                now);
        try {
            insert(tenant);
        } catch (DuplicateKeyException e) {
            throw new TenancyRefused.SlugTaken();
        }
        sites.open(new Site(id, SiteId.next(), wish.name(), Address.EMPTY, wish.timeZone(), OpeningHours.OFFICE, 1));
        forgetAfterCommit();
        events.publishEvent(new TenancyEvent.TenantFounded(id));
        return tenant;
    }

    public Optional<Tenant> find(TenantId id) {
        return seen.get(id, key -> one("where id = ?", id.value()));
    }

    public Optional<Tenant> findBySlug(String slug) {
        return seen.get(slug, key -> one("where slug = ?", slug));
    }

    /** The current tenant. */
    public Tenant current() {
        return find(CurrentTenant.id()).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    /** All of these, by whatever order; for a person's list of businesses. */
    public List<Tenant> findAll(List<TenantId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Transactional
    public Tenant change(CurrentMember admin, int revision, Change change) {
        admin.require("update:tenant");
        Tenant before = one("where id = ?", admin.tenant().value()).orElseThrow();
        var after = new Tenant(
                before.id(),
                before.slug(),
                or(change.name(), before.name()),
                or(change.accent(), before.accent()),
                or(change.currency(), before.currency()),
                or(change.timeZone(), before.timeZone()),
                change.taxNumber() == null
                        ? before.taxNumber()
                        : change.taxNumber().isBlank()
                                ? null
                                : change.taxNumber().strip(),
                or(change.taxRates(), before.taxRates()),
                or(change.domains(), before.domains()),
                before.status(),
                revision + 1,
                before.createdAt());
        check(after);
        if (update(after) == 0) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        forgetAfterCommit();
        events.publishEvent(new TenancyEvent.TenantChanged(after.id()));
        return after;
    }

    /** For the operator: all businesses, the newest first. */
    public Page<Tenant> all(Cursor cursor, int limit) {
        return Page.of(
                platform.sql("select * from tenancy.tenant where id < ? order by id desc limit ?")
                        .params(cursor.after(), limit + 1)
                        .query(this::toTenant)
                        .list(),
                limit,
                tenant -> tenant.id().value());
    }

    /** For the operator. Suspending twice is suspending once. */
    public Tenant setStatus(TenantId id, Tenant.Status status) {
        platform.sql("update tenancy.tenant set status = ?, revision = revision + 1 where id = ? and status <> ?")
                .params(status.code(), id.value(), status.code())
                .update();
        seen.invalidateAll();
        return find(id).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    private static void check(Tenant tenant) {
        if (!tenant.accent().matches("#[0-9a-f]{6}")) {
            throw new TenancyRefused.Unfit("/accent", "A colour is written as #rrggbb, such as #0b5cad");
        }
        if (!Accent.carriesWhiteText(tenant.accent())) {
            throw new TenancyRefused.PoorContrast();
        }
        if (tenant.domains().isEmpty()) {
            throw new TenancyRefused.Unfit("/domains", "Choose at least one line of business");
        }
        if (tenant.taxRates().stream().map(TaxRate::code).distinct().count()
                < tenant.taxRates().size()) {
            throw new TenancyRefused.Unfit("/tax_rates", "Each tax needs a code of its own");
        }
    }

    private void insert(Tenant tenant) {
        jdbc.sql("""
                insert into tenancy.tenant (id, slug, name, accent, currency, time_zone, domains, status, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'active', ?)
                """)
                .params(
                        tenant.id().value(),
                        tenant.slug(),
                        tenant.name(),
                        tenant.accent(),
                        tenant.currency().getCurrencyCode(),
                        tenant.timeZone().getId(),
                        codes(tenant.domains()),
                        tenant.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int update(Tenant tenant) {
        return jdbc.sql("""
                update tenancy.tenant
                set name = :name, accent = :accent, currency = :currency, time_zone = :zone, tax_number = :taxNumber,
                    tax_rates = :taxRates::jsonb, domains = :domains, revision = :revision
                where id = :id and revision = :revision - 1
                """)
                .param("name", tenant.name())
                .param("accent", tenant.accent())
                .param("currency", tenant.currency().getCurrencyCode())
                .param("zone", tenant.timeZone().getId())
                .param("taxNumber", tenant.taxNumber())
                .param("taxRates", json.writeValueAsString(tenant.taxRates()))
                .param("domains", codes(tenant.domains()))
                .param("revision", tenant.revision())
                .param("id", tenant.id().value())
                .update();
    }

    private Optional<Tenant> one(String where, Object key) {
        return jdbc.sql("select * from tenancy.tenant " + where)
                .param(key)
                .query(this::toTenant)
                .optional();
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
                Tenant.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String[] codes(Set<Domain> domains) {
        return domains.stream().sorted().map(Domain::code).toArray(String[]::new);
    }

    private static <T> T or(@Nullable T wish, T before) {
        return wish == null ? before : wish;
    }

    /** Also when another thread has read the old row into the cache in the meantime. */
    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seen.invalidateAll();
            }
        });
    }
}
