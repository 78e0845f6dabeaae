package com.gmservices.payments.inbox;

import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the current tenant's gateways have sent, raw. */
@Repository
class Notices {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Untold(String gateway, Concern about) {}

    /** False for what was sent before. */
    boolean keep(UUID id, String gateway, Notice notice, byte[] body, Instant now) {
        return jdbc.sql("""
                insert into payments.gateway_notice (tenant_id, id, gateway, notice, type, about, body, received_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
                """)
                        .params(
                                CurrentTenant.id().value(),
                                id,
                                gateway,
                                notice.id(),
                                notice.type(),
                                json.writerFor(Concern.class).writeValueAsString(notice.about()),
                                body,
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void keepRefused(UUID id, String gateway, String why, byte[] body, Instant now) {
        jdbc.sql("""
                insert into payments.gateway_notice (tenant_id, id, gateway, refused, body, received_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(CurrentTenant.id().value(), id, gateway, why, body, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long refusedSince(Instant from) {
        return jdbc.sql("""
                select count(*) from payments.gateway_notice
                where tenant_id = ? and received_at >= ? and refused is not null
                """)
                .params(CurrentTenant.id().value(), from.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Empty when it is worked already, or forgotten. */
    Optional<Untold> find(UUID id) {
        return jdbc.sql("""
                select gateway, about from payments.gateway_notice
                where tenant_id = ? and id = ? and worked_at is null and about is not null
                """)
                .params(CurrentTenant.id().value(), id)
                .query((row, index) ->
                        new Untold(row.getString("gateway"), json.readValue(row.getString("about"), Concern.class)))
                .optional();
    }

    void worked(UUID id, Instant now) {
        jdbc.sql("update payments.gateway_notice set worked_at = ? where tenant_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), CurrentTenant.id().value(), id)
                .update();
    }
}
