package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.TaxRate;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The register of businesses. Other nodes learn of a change within seconds. */
@Service
public class Tenants {

    private final TenantRows rows;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RecentlySeen<Object, Optional<Tenant>> seen = new RecentlySeen<>(20_000);
    private final RecentlySeen<String, Boolean> origins = new RecentlySeen<>(2_000);

    Tenants(
            TenantRows rows,
            Sites sites,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What settings may change; null leaves a value as it is, and an empty tax number removes it. */
    public record Change(
            @Size(max = 120) @Nullable String name,
            @Nullable String accent,
            @Nullable Currency currency,
            @Nullable ZoneId timeZone,

            @JsonDeserialize(using = Removable.class) @Size(max = 40) @Nullable
            String taxNumber,

            @Size(max = 20) @Nullable List<@NotNull TaxRate> taxRates,
            @Nullable Set<@NotNull Domain> domains,
            @Nullable Boolean secondFactorRequired,

            @Schema(example = "[\"https://shop.example\"]", description = "Web sites whose scripts may call the API")
            @Size(max = 20)
            @Nullable
            Set<@NotNull String> allowedOrigins) {

        public Change {
            name = name == null ? null : name.strip();
            accent = accent == null ? null : accent.strip().toLowerCase(Locale.ROOT);
            taxNumber = taxNumber == null ? null : taxNumber.strip();
        }
    }

    /** Founds a business with its first site. To be called with its new id bound as the current tenant. */
    @Transactional
    public Tenant found(TenantId id, NewTenant wish) {
        var tenant = new Tenant(
                id,
                wish.slug(),
                wish.name().strip(),
                Accent.DEFAULT,
                wish.currency(),
                wish.timeZone(),
                null,
                List.of(),
                wish.domains(),
                false,
                Set.of(),
                Tenant.Status.ACTIVE,
                1,
                clock.instant());
        check(tenant);
        try {
            rows.insert(tenant);
        } catch (DuplicateKeyException e) {
            throw new TenancyRefused.SlugTaken();
        }
        sites.open(Site.first(tenant));
        AfterTransaction.run(this::forget);
        events.publishEvent(new TenancyEvent.TenantFounded(id));
        return tenant;
    }

    public Optional<Tenant> find(TenantId id) {
        return seen.get(id, key -> rows.find(id));
    }

    public Optional<Tenant> findBySlug(String slug) {
        return seen.get(slug, key -> rows.findBySlug(slug));
    }

    /** Whether scripts of that web site may call the API for some business at all. */
    public boolean isOriginOfSome(String origin) {
        return origins.get(origin, rows::isOriginOfSome);
    }

    /** The current tenant. */
    public Tenant current() {
        return find(CurrentTenant.id()).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    /** The current tenant as it is in this transaction, past what was looked up before. */
    public Optional<Tenant> stored() {
        return rows.find(CurrentTenant.id());
    }

    /** All of these, by whatever order; for a person's list of businesses. */
    public List<Tenant> findAll(List<TenantId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Transactional
    public Tenant change(CurrentMember admin, int revision, Change change) {
        admin.require("update:tenant");
        Tenant before = rows.find(admin.tenant()).orElseThrow();
        var after = new Tenant(
                before.id(),
                before.slug(),
                or(change.name(), before.name()),
                or(change.accent(), before.accent()),
                or(change.currency(), before.currency()),
                or(change.timeZone(), before.timeZone()),
                emptyToNull(change.taxNumber() == null ? before.taxNumber() : change.taxNumber()),
                or(change.taxRates(), before.taxRates()),
                or(change.domains(), before.domains()),
                or(change.secondFactorRequired(), before.secondFactorRequired()),
                or(change.allowedOrigins(), before.allowedOrigins()),
                before.status(),
                revision + 1,
                before.createdAt(),
                before.closesAt());
        check(after);
        if (!rows.replace(after)) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        AfterTransaction.run(this::forget);
        events.publishEvent(new TenancyEvent.TenantChanged(after.id()));
        return after;
    }

    /** For the operator: all businesses whose name or address contains the words, the newest first. */
    public Page<Tenant> all(String words, Cursor cursor, int limit) {
        return Page.of(
                rows.newest(words.strip(), cursor, limit + 1),
                limit,
                tenant -> tenant.id().value());
    }

    /** For the operator. Suspending twice is suspending once. */
    public Tenant setStatus(TenantId id, Tenant.Status status) {
        CurrentTenant.run(
                id,
                () -> transactions.executeWithoutResult(transaction -> {
                    if (rows.replaceStatus(id, status)) {
                        events.publishEvent(new TenancyEvent.TenantStatusChanged(id, status));
                    }
                }));
        forget();
        return find(id).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    /**
     * From now on its team reads and nobody else comes in, until it is gone at that time; null lets it live on.
     * Announced once.
     */
    public Tenant setClosing(TenantId id, @Nullable Instant at) {
        CurrentTenant.run(
                id,
                () -> transactions.executeWithoutResult(transaction -> {
                    if (rows.replaceClosing(id, at)) {
                        events.publishEvent(
                                at == null ? new TenancyEvent.TenantKept(id) : new TenancyEvent.TenantClosing(id, at));
                    }
                }));
        seen.forgetAll();
        return find(id).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    /** What was changed beside this register. */
    public void forget() {
        seen.forgetAll();
        origins.forgetAll();
    }

    private static void check(Tenant tenant) {
        var wrong = new Faults();
        wrong.unless(!tenant.name().isEmpty(), "/name", "A business has a name");
        wrong.unless(tenant.currency().getDefaultFractionDigits() >= 0, "/currency", "Nobody pays in this currency");
        wrong.unless(!tenant.domains().isEmpty(), "/domains", "Choose at least one line of business");
        wrong.unless(
                tenant.taxRates().stream().map(TaxRate::code).distinct().count()
                        == tenant.taxRates().size(),
                "/tax_rates",
                "Each tax needs a code of its own");
        boolean isColour = Accent.isColour(tenant.accent());
        wrong.unless(isColour, "/accent", "A colour is written as #rrggbb, such as #0b5cad");
        tenant.allowedOrigins().stream()
                .filter(origin -> !Origin.isOne(origin))
                .forEach(origin -> wrong.unless(
                        false,
                        "/allowed_origins",
                        "%s is no web site's origin, such as https://shop.example".formatted(origin)));
        wrong.check();
        if (!Accent.carriesWhiteText(tenant.accent())) {
            throw new TenancyRefused.PoorContrast(tenant.accent());
        }
    }

    private static <T> T or(@Nullable T wish, T before) {
        return Objects.requireNonNullElse(wish, before);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
