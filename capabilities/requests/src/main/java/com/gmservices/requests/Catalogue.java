package com.gmservices.requests;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.requests.Offering.Choice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.requests.search.Query;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the current tenant offers. */
@Service
@Transactional
public class Catalogue {

    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final ServiceLines lines;
    private final OfferingWords words;
    private final JsonMapper json;
    private final Clock clock;

    Catalogue(JdbcClient jdbc, Tenants tenants, ServiceLines lines, OfferingWords words, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.lines = lines;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** What somebody writes into an offering; amounts in minor units of the tenant's currency. */
    public record Draft(
            String serviceType,
            String name,
            String description,
            Pricing pricing,
            @Nullable Long price,
            List<DraftChoice> tiers,
            List<DraftChoice> addOns,
            @Nullable Integer durationMinutes,
            boolean active) {}

    public record DraftChoice(String code, String name, long price) {}

    /** Which offerings: of one domain or all, with these words or words like them; inactive ones for staff only. */
    public record Filter(@Nullable Domain domain, @Nullable String words, boolean inactiveToo) {}

    /** In the business's own order. */
    @Transactional(readOnly = true)
    public Page<Offering> list(Filter filter, Cursor cursor, int limit) {
        UUID[] matching = Query.of(filter.words()).map(words::matching).orElse(null);
        List<Offering> rows = jdbc.sql("""
                with last as (
                    select coalesce(
                        (select position from requests.offering where tenant_id = :tenant and id = :after),
                        -2147483648) as position)
                select * from requests.offering
                where tenant_id = :tenant and (active or :inactive)
                  and (position > (select position from last)
                       or position = (select position from last) and id < :after)
                  and (:domain::text is null or domain = :domain)
                  and (:matching::uuid[] is null or id = any (:matching))
                order by position, id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("inactive", filter.inactiveToo())
                .param(
                        "domain",
                        filter.domain() == null ? null : filter.domain().code())
                .param("matching", matching)
                .param("limit", limit + 1)
                .query(this::toOffering)
                .list();
        return Page.of(rows, limit, offering -> offering.id().value());
    }

    @Transactional(readOnly = true)
    public Optional<Offering> find(OfferingId id) {
        return jdbc.sql("select * from requests.offering where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(this::toOffering)
                .optional();
    }

    @Transactional(readOnly = true)
    public Map<OfferingId, Offering> findAll(Collection<OfferingId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from requests.offering where tenant_id = ? and id = any (?)")
                .params(
                        CurrentTenant.id().value(),
                        ids.stream().map(OfferingId::value).toArray(UUID[]::new))
                .query(this::toOffering)
                .list()
                .stream()
                .collect(Collectors.toMap(Offering::id, Function.identity()));
    }

    /** For whoever may order it. */
    @Transactional(readOnly = true)
    public Offering active(OfferingId id) {
        return find(id).filter(Offering::active).orElseThrow(() -> new RequestRefused.NotFound("service"));
    }

    public Offering add(CurrentMember admin, Draft draft) {
        admin.require("update:catalogue");
        Offering offering = offering(OfferingId.next(), draft, 1);
        bind(jdbc.sql("""
                insert into requests.offering
                    (tenant_id, id, domain, service_type, name, description, pricing, price, currency, tiers, add_ons,
                     duration_minutes, active, revision, created_at, position)
                values (:tenant, :id, :domain, :type, :name, :description, :pricing, :price, :currency, :tiers::jsonb,
                        :addOns::jsonb, :duration, :active, :revision, :now,
                        (select coalesce(min(position), 1) - 1 from requests.offering where tenant_id = :tenant))
                """), offering)
                .param("now", offering.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return offering;
    }

    public Offering change(CurrentMember admin, OfferingId id, int revision, Draft draft) {
        admin.require("update:catalogue");
        if (find(id).isEmpty()) {
            throw new RequestRefused.NotFound("service");
        }
        int changed = bind(jdbc.sql("""
                update requests.offering
                set domain = :domain, service_type = :type, name = :name, description = :description,
                    pricing = :pricing, price = :price, currency = :currency, tiers = :tiers::jsonb,
                    add_ons = :addOns::jsonb, duration_minutes = :duration, active = :active, revision = :revision
                where tenant_id = :tenant and id = :id and revision = :revision - 1
                """), offering(id, draft, revision + 1)).update();
        if (changed == 0) {
            throw new RequestRefused.Stale();
        }
        return find(id).orElseThrow();
    }

    /**
     * Puts an offering where another one stands: before it or after it. Of two who put the catalogue in order at once,
     * one waits for the other.
     */
    public void place(CurrentMember admin, OfferingId id, OfferingId other, boolean after) {
        admin.require("update:catalogue");
        List<UUID> order = new ArrayList<>(jdbc.sql("""
                select id from requests.offering where tenant_id = ? order by position, id desc for update
                """)
                .param(CurrentTenant.id().value())
                .query(UUID.class)
                .list());
        if (!order.contains(id.value()) || !order.contains(other.value())) {
            throw new RequestRefused.NotFound("service");
        }
        if (!id.equals(other)) {
            order.remove(id.value());
            order.add(order.indexOf(other.value()) + (after ? 1 : 0), id.value());
            jdbc.sql("""
                    update requests.offering o set position = placed.position
                    from unnest(?::uuid[]) with ordinality as placed (id, position)
                    where o.tenant_id = ? and o.id = placed.id and o.position <> placed.position
                    """)
                    .params(order.toArray(UUID[]::new), CurrentTenant.id().value())
                    .update();
        }
    }

    Set<Proposals.Entry> entries() {
        return jdbc.sql("select service_type, name from requests.offering where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) -> Proposals.Entry.of(row.getString("service_type"), row.getString("name")))
                .set();
    }

    void rate(OfferingId id, int stars) {
        jdbc.sql("""
                update requests.offering set rating_sum = rating_sum + ?, rating_count = rating_count + 1
                where tenant_id = ? and id = ?
                """).params(stars, CurrentTenant.id().value(), id.value()).update();
    }

    private Offering offering(OfferingId id, Draft draft, int revision) {
        Tenant tenant = tenants.current();
        ServiceType type = lines.find(draft.serviceType())
                .orElseThrow(() -> new RequestRefused.Unfit("/service_type", "There is no such type of service"));
        Domain domain = lines.line(type.code()).domain();
        if (!tenant.domains().contains(domain)) {
            throw new RequestRefused.Unfit(
                    "/service_type",
                    "Your business is not in %s: switch it on in the settings".formatted(domain.code()));
        }
        if ((draft.pricing() == Pricing.QUOTE) != (draft.price() == null)) {
            throw new RequestRefused.Unfit(
                    "/price", draft.price() == null ? "Say what it costs" : "What is quoted has no price before");
        }
        return new Offering(
                id,
                domain,
                type.code(),
                draft.name().strip(),
                draft.description().strip(),
                draft.pricing(),
                tenant.currency(),
                draft.price() == null ? null : new Money(draft.price(), tenant.currency()),
                choices(draft.tiers(), tenant.currency(), "/tiers"),
                choices(draft.addOns(), tenant.currency(), "/add_ons"),
                draft.durationMinutes(),
                Rating.of(0, 0),
                draft.active(),
                revision,
                clock.instant());
    }

    private static List<Choice> choices(List<DraftChoice> drafts, Currency currency, String pointer) {
        if (drafts.stream().map(DraftChoice::code).distinct().count() < drafts.size()) {
            throw new RequestRefused.Unfit(pointer, "Each choice needs a code of its own");
        }
        return drafts.stream()
                .map(draft -> new Choice(draft.code(), draft.name(), new Money(draft.price(), currency)))
                .toList();
    }

    private StatementSpec bind(StatementSpec statement, Offering offering) {
        return statement
                .param("tenant", CurrentTenant.id().value())
                .param("id", offering.id().value())
                .param("domain", offering.domain().code())
                .param("type", offering.serviceType())
                .param("name", offering.name())
                .param("description", offering.description())
                .param("pricing", offering.pricing().code())
                .param(
                        "price",
                        offering.price() == null ? null : offering.price().amount())
                .param("currency", offering.currency().getCurrencyCode())
                .param("tiers", json.writeValueAsString(offering.tiers()))
                .param("addOns", json.writeValueAsString(offering.addOns()))
                .param("duration", offering.durationMinutes())
                .param("active", offering.active())
                .param("revision", offering.revision());
    }

    private Offering toOffering(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Long price = row.getObject("price", Long.class);
        return new Offering(
                new OfferingId(row.getObject("id", UUID.class)),
                Domain.of(row.getString("domain")),
                row.getString("service_type"),
                row.getString("name"),
                row.getString("description"),
                Pricing.of(row.getString("pricing")),
                currency,
                price == null ? null : new Money(price, currency),
                json.readValue(row.getString("tiers"), CHOICES),
                json.readValue(row.getString("add_ons"), CHOICES),
                row.getObject("duration_minutes", Integer.class),
                Rating.of(row.getLong("rating_sum"), row.getInt("rating_count")),
                row.getBoolean("active"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
