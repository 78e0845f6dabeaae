package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The places of the current tenant. Each tenant has one from its first day. */
@Service
@Transactional
public class Sites {

    static final int MOST_SPECIAL_DAYS = 200;

    private static final TypeReference<List<SpecialDay>> SPECIAL_DAYS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Sites(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** What may be said of a site; null leaves a value as it is. */
    public record Change(
            @Size(max = 120) @Nullable String name,
            @Valid @Nullable Address address,
            @Nullable ZoneId timeZone,
            @Nullable OpeningHours openingHours,
            @Size(max = MOST_SPECIAL_DAYS) @Nullable List<@Valid @NotNull SpecialDay> specialDays) {

        public Change {
            name = name == null ? null : name.strip();
        }

        private Site on(Site site) {
            return new Site(
                    site.tenant(),
                    site.id(),
                    Objects.requireNonNullElse(name, site.name()),
                    Objects.requireNonNullElse(address, site.address()),
                    Objects.requireNonNullElse(timeZone, site.timeZone()),
                    Objects.requireNonNullElse(openingHours, site.openingHours())
                            .with(Objects.requireNonNullElse(
                                    specialDays, site.openingHours().specialDays())),
                    site.revision());
        }
    }

    @Transactional(readOnly = true)
    public List<Site> all() {
        return jdbc.sql("select * from tenancy.site where tenant_id = ? order by id")
                .param(CurrentTenant.id().value())
                .query(this::toSite)
                .list();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Site> list(Cursor cursor, int limit) {
        List<Site> rows = jdbc.sql("select * from tenancy.site where tenant_id = ? and id < ? order by id desc limit ?")
                .params(CurrentTenant.id().value(), cursor.after(), limit + 1)
                .query(this::toSite)
                .list();
        return Page.of(rows, limit, site -> site.id().value());
    }

    @Transactional(readOnly = true)
    public Optional<Site> find(SiteId id) {
        return jdbc.sql("select * from tenancy.site where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(this::toSite)
                .optional();
    }

    /** The oldest one, which serves whoever names none. */
    @Transactional(readOnly = true)
    public Site first() {
        return jdbc.sql("select * from tenancy.site where tenant_id = ? order by id limit 1")
                .param(CurrentTenant.id().value())
                .query(this::toSite)
                .single();
    }

    /** What is not said of the new site is as at the first one, but for name and address. */
    public Site add(CurrentMember admin, Change said) {
        admin.require("update:tenant");
        Site first = first();
        Site site = said.on(
                new Site(admin.tenant(), SiteId.next(), "", Address.EMPTY, first.timeZone(), first.openingHours(), 1));
        check(site, said);
        open(site);
        events.publishEvent(new TenancyEvent.SiteAdded(site.tenant(), site.id()));
        return site;
    }

    void open(Site site) {
        bind("""
                insert into tenancy.site (tenant_id, id, name, address, time_zone, opening_hours, special_days)
                values (:tenant, :id, :name, :address::jsonb, :zone, :hours::jsonb, :specialDays::jsonb)
                """, site).update();
    }

    /** If the revision is still the stored one; the answer has the next. */
    public Site change(CurrentMember admin, SiteId id, int revision, Change change) {
        admin.require("update:tenant");
        Site site = change.on(find(id).orElseThrow(() -> new TenancyRefused.NotFound("site")));
        check(site, change);
        int changed = bind("""
                update tenancy.site
                set name = :name, address = :address::jsonb, time_zone = :zone, opening_hours = :hours::jsonb,
                    special_days = :specialDays::jsonb, revision = revision + 1
                where tenant_id = :tenant and id = :id and revision = :revision
                """, site).param("revision", revision).update();
        if (changed == 0) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        events.publishEvent(new TenancyEvent.SiteChanged(site.tenant(), id));
        return find(id).orElseThrow();
    }

    private static void check(Site site, Change said) {
        var wrong = new Faults();
        wrong.unless(!site.name().isEmpty(), "/name", "A site has a name");
        if (said.specialDays() != null) {
            checkSpecialDays(said.specialDays(), wrong);
        }
        wrong.check();
    }

    private static void checkSpecialDays(List<SpecialDay> days, Faults wrong) {
        var seen = new HashSet<LocalDate>();
        for (int at = 0; at < days.size(); at++) {
            LocalDate date = days.get(at).date();
            String pointer = "/special_days/%d/date".formatted(at);
            wrong.unless(seen.add(date), pointer, "Each date stands here once");
            wrong.unless(date.getYear() >= 2000 && date.getYear() < 2100, pointer, "A date lies between 2000 and 2099");
        }
    }

    private JdbcClient.StatementSpec bind(String sql, Site site) {
        return jdbc.sql(sql)
                .param("tenant", site.tenant().value())
                .param("id", site.id().value())
                .param("name", site.name())
                .param("address", json.writeValueAsString(site.address()))
                .param("zone", site.timeZone().getId())
                .param("hours", json.writeValueAsString(site.openingHours()))
                .param(
                        "specialDays",
                        json.writeValueAsString(site.openingHours().specialDays()));
    }

    private Site toSite(ResultSet row, int index) throws SQLException {
        return new Site(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new SiteId(row.getObject("id", UUID.class)),
                row.getString("name"),
                json.readValue(row.getString("address"), Address.class),
                ZoneId.of(row.getString("time_zone")),
                json.readValue(row.getString("opening_hours"), OpeningHours.class)
                        .with(json.readValue(row.getString("special_days"), SPECIAL_DAYS)),
                row.getInt("revision"));
    }
}
