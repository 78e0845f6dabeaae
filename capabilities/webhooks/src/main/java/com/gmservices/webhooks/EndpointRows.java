package com.gmservices.webhooks;

import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Endpoint.Format;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EndpointRows {

    private final JdbcClient jdbc;

    EndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Endpoint endpoint, byte[] secret, byte @Nullable [] headers) {
        bind("""
                insert into webhooks.endpoint
                    (tenant_id, id, url, description, types, format, secret, headers, header_names, state, revision,
                     created_at)
                values (:tenant, :id, :url, :description, :types, :format, :secret, :headers, :names, 'active', :revision,
                     :created)
                """, endpoint)
                .param("secret", secret)
                .param("headers", headers)
                .param("created", at(endpoint.createdAt()))
                .update();
    }

    /** The newest first. */
    List<Endpoint> all(TenantId tenant) {
        return jdbc.sql("select * from webhooks.endpoint where tenant_id = ? order by id desc")
                .param(tenant.value())
                .query(EndpointRows::toEndpoint)
                .list();
    }

    Optional<Endpoint> find(TenantId tenant, EndpointId id) {
        return jdbc.sql("select * from webhooks.endpoint where tenant_id = ? and id = ?")
                .params(tenant.value(), id.value())
                .query(EndpointRows::toEndpoint)
                .optional();
    }

    /** Whether its revision is still the one before this one. An endpoint that is enabled again starts with a clean sheet. */
    boolean replace(Endpoint endpoint, byte @Nullable [] headers) {
        return bind("""
                update webhooks.endpoint
                set url = :url, description = :description, types = :types, format = :format, headers = :headers,
                    header_names = :names, state = :state, disabled_why = :why, revision = :revision,
                    failing_since = case when state = 'disabled' and :state = 'active' then null else failing_since end,
                    warned_at = case when state = 'disabled' and :state = 'active' then null else warned_at end
                where tenant_id = :tenant and id = :id and revision = :revision - 1
                """, endpoint)
                        .param("headers", headers)
                        .param("state", endpoint.isActive() ? "active" : "disabled")
                        .param(
                                "why",
                                endpoint.disabledWhy() == null
                                        ? null
                                        : endpoint.disabledWhy().code())
                        .update()
                == 1;
    }

    byte @Nullable [] headers(Endpoint endpoint) {
        return jdbc.sql("select headers from webhooks.endpoint where tenant_id = ? and id = ?")
                .params(endpoint.tenant().value(), endpoint.id().value())
                .query((row, index) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    /** The one before signs beside it until then; whoever was the one before that has had its time. */
    void rotate(Endpoint endpoint, byte[] secret, byte[] earlier, Instant until) {
        jdbc.sql("""
                update webhooks.endpoint set secret = ?, earlier_secret = ?, earlier_until = ?, revision = revision + 1
                where tenant_id = ? and id = ?
                """)
                .params(
                        secret,
                        earlier,
                        at(until),
                        endpoint.tenant().value(),
                        endpoint.id().value())
                .update();
    }

    byte[] lockedSecret(Endpoint endpoint) {
        return jdbc.sql("select secret from webhooks.endpoint where tenant_id = ? and id = ? for update")
                .params(endpoint.tenant().value(), endpoint.id().value())
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    /** False when it was disabled before. What was on its way to it is missed. */
    boolean disable(TenantId tenant, EndpointId id, DisabledWhy why) {
        boolean changed =
                jdbc.sql("""
                update webhooks.endpoint set state = 'disabled', disabled_why = ?, revision = revision + 1
                where tenant_id = ? and id = ? and state = 'active'
                """).params(why.code(), tenant.value(), id.value()).update() == 1;
        if (changed) {
            missOutstanding(tenant, id);
        }
        return changed;
    }

    void missOutstanding(TenantId tenant, EndpointId id) {
        jdbc.sql("""
                with gone as (
                    delete from webhooks.outstanding where tenant_id = :tenant and endpoint_id = :id
                    returning message_id)
                update webhooks.delivery d set state = 'missed'
                from gone where d.tenant_id = :tenant and d.message_id = gone.message_id and d.endpoint_id = :id
                """).param("tenant", tenant.value()).param("id", id.value()).update();
    }

    void warned(TenantId tenant, EndpointId id, Instant now) {
        jdbc.sql("update webhooks.endpoint set warned_at = ? where tenant_id = ? and id = ?")
                .params(at(now), tenant.value(), id.value())
                .update();
    }

    void remove(TenantId tenant, EndpointId id) {
        for (String table : List.of("outstanding", "delivery", "attempt")) {
            jdbc.sql("delete from webhooks.%s where tenant_id = ? and endpoint_id = ?".formatted(table))
                    .params(tenant.value(), id.value())
                    .update();
        }
        jdbc.sql("delete from webhooks.endpoint where tenant_id = ? and id = ?")
                .params(tenant.value(), id.value())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, Endpoint endpoint) {
        return jdbc.sql(sql)
                .param("tenant", endpoint.tenant().value())
                .param("id", endpoint.id().value())
                .param("url", endpoint.url().toString())
                .param("description", endpoint.description())
                .param("types", endpoint.types().toArray(String[]::new))
                .param("format", endpoint.format().code())
                .param("names", endpoint.headerNames().toArray(String[]::new))
                .param("revision", endpoint.revision());
    }

    private static Endpoint toEndpoint(ResultSet row, int index) throws SQLException {
        String why = row.getString("disabled_why");
        return new Endpoint(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new EndpointId(row.getObject("id", UUID.class)),
                URI.create(row.getString("url")),
                row.getString("description"),
                Set.of((String[]) row.getArray("types").getArray()),
                Format.of(row.getString("format")),
                List.of((String[]) row.getArray("header_names").getArray()),
                instant(row, "earlier_until"),
                why == null ? null : DisabledWhy.valueOf(why.toUpperCase(Locale.ROOT)),
                instant(row, "failing_since"),
                instant(row, "warned_at"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
