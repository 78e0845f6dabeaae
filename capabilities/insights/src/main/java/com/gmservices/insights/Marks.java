package com.gmservices.insights;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators of the current tenant have ticked themselves, because nothing else tells it. */
@Repository
class Marks {

    enum Mark {
        ALONE,
        SHARED,
        HIDDEN
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Marks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<Mark> all() {
        return jdbc.sql("select name from insights.mark where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) -> Mark.valueOf(row.getString("name")))
                .set();
    }

    void set(CurrentMember admin, Mark mark) {
        jdbc.sql("""
                insert into insights.mark (tenant_id, name, by_member, at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        admin.tenant().value(),
                        mark.name(),
                        admin.id().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(CurrentMember admin, Mark mark) {
        jdbc.sql("delete from insights.mark where tenant_id = ? and name = ?")
                .params(admin.tenant().value(), mark.name())
                .update();
    }
}
