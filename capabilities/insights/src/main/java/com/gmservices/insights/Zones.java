package com.gmservices.insights;

import com.gmservices.tenancy.CurrentTenant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** In which zone the current tenant's days were last counted from the beginning. */
@Repository
class Zones {

    private final JdbcClient jdbc;

    Zones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<ZoneId> find() {
        return jdbc.sql("select zone from insights.zone where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) -> ZoneId.of(row.getString("zone")))
                .optional();
    }

    void keep(ZoneId zone) {
        jdbc.sql("""
                insert into insights.zone (tenant_id, zone) values (?, ?)
                on conflict (tenant_id) do update set zone = excluded.zone
                """).params(CurrentTenant.id().value(), zone.getId()).update();
    }
}
