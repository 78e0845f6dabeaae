package com.gmservices.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The places of the current tenant. Each tenant has one from its first day. */
@Service
@Transactional
public class Sites {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public List<Site> all() {
        return jdbc.sql("select * from tenancy.site where tenant_id = ? order by id")
                .param(CurrentTenant.id().value())
                .query(this::toSite)
                .list();
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

    void open(Site site) {
        jdbc.sql("""
                insert into tenancy.site (tenant_id, id, name, address, time_zone, opening_hours)
                values (?, ?, ?, ?::jsonb, ?, ?::jsonb)
                """)
                .params(
                        site.tenant().value(),
                        site.id().value(),
                        site.name(),
                        json.writeValueAsString(site.address()),
                        site.timeZone().getId(),
                        json.writeValueAsString(site.openingHours()))
                .update();
    }

    public Site add(CurrentMember admin, Site site) {
        admin.require("update:tenant");
        open(site);
        return site;
    }

    /** Writes the site if its revision is still the stored one; the answer has the next revision. */
    public Site change(CurrentMember admin, Site site) {
        admin.require("update:tenant");
        int changed = jdbc.sql("""
                update tenancy.site
                set name = ?, address = ?::jsonb, time_zone = ?, opening_hours = ?::jsonb, revision = revision + 1
                where tenant_id = ? and id = ? and revision = ?
                """)
                .params(
                        site.name(),
                        json.writeValueAsString(site.address()),
                        site.timeZone().getId(),
                        json.writeValueAsString(site.openingHours()),
                        admin.tenant().value(),
                        site.id().value(),
                        site.revision())
                .update();
        if (changed == 0) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        return find(site.id()).orElseThrow();
    }

    private Site toSite(ResultSet row, int index) throws SQLException {
        return new Site(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new SiteId(row.getObject("id", UUID.class)),
                row.getString("name"),
                json.readValue(row.getString("address"), Address.class),
                ZoneId.of(row.getString("time_zone")),
                json.readValue(row.getString("opening_hours"), OpeningHours.class),
                row.getInt("revision"));
    }
}
