package com.gmservices.webhooks;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has become of messages, for those who look. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nextAt when it is tried next; null when it is not */
    record Delivery(
            Message message,
            DeliveryState state,
            int attempts,
            @Nullable Integer lastStatus,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt) {}

    record Attempt(
            UUID id,
            int number,
            Instant at,
            int millis,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable String answer) {

        public boolean isGood() {
            return status != null && status >= 200 && status < 300;
        }
    }

    /** Attempts in an hour. */
    record Hour(Instant start, int good, int bad) {}

    static void insert(JdbcClient jdbc, List<Message> messages) {
        jdbc.sql("""
                insert into webhooks.message (tenant_id, id, type, subject, at, data)
                select * from unnest(:tenants::uuid[], :ids::uuid[], :types::text[], :subjects::uuid[],
                                     :at::timestamptz[], :data::text[])
                on conflict do nothing
                """)
                .param(
                        "tenants",
                        messages.stream().map(one -> one.tenant().value()).toArray(UUID[]::new))
                .param("ids", messages.stream().map(Message::id).toArray(UUID[]::new))
                .param("types", messages.stream().map(Message::type).toArray(String[]::new))
                .param("subjects", messages.stream().map(Message::subject).toArray(UUID[]::new))
                .param("at", messages.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param("data", messages.stream().map(Message::data).toArray(String[]::new))
                .update();
    }

    private static final String DELIVERY = """
            select m.*, d.state, d.attempts, d.last_status, d.last_at, o.due_at
            from webhooks.delivery d
            join webhooks.message m on m.tenant_id = d.tenant_id and m.id = d.message_id
            left join webhooks.outstanding o
                on o.tenant_id = d.tenant_id and o.endpoint_id = d.endpoint_id and o.message_id = d.message_id
            where d.tenant_id = :tenant and d.endpoint_id = :endpoint
            """;

    /** The newest first. */
    Page<Delivery> list(Endpoint endpoint, @Nullable DeliveryState state, Cursor cursor, int limit) {
        List<Delivery> rows = of(endpoint, DELIVERY + """
                  and d.message_id < :cursor and (:state::text is null or d.state = :state)
                order by d.message_id desc limit :limit
                """)
                .param("cursor", cursor.after())
                .param("state", state == null ? null : state.code())
                .param("limit", limit + 1)
                .query(Deliveries::toDelivery)
                .list();
        return Page.of(rows, limit, delivery -> delivery.message().id());
    }

    Optional<Delivery> find(Endpoint endpoint, UUID message) {
        return of(endpoint, DELIVERY + " and d.message_id = :message")
                .param("message", message)
                .query(Deliveries::toDelivery)
                .optional();
    }

    /** The newest first. */
    List<Attempt> attempts(Endpoint endpoint, UUID message, int limit) {
        return of(endpoint, """
                select * from webhooks.attempt
                where tenant_id = :tenant and endpoint_id = :endpoint and message_id = :message
                order by id desc limit :limit
                """)
                .param("message", message)
                .param("limit", limit)
                .query((row, index) -> new Attempt(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("millis"),
                        row.getObject("status", Integer.class),
                        row.getString("failure"),
                        row.getString("answer")))
                .list();
    }

    /** Of each of the hours up to now. */
    List<Hour> hours(Endpoint endpoint, Instant from, Instant now) {
        return of(endpoint, """
                select hour, count(a.id) filter (where a.status between 200 and 299)::int as good,
                       count(a.id) filter (where a.status is null or a.status not between 200 and 299)::int as bad
                from generate_series(date_trunc('hour', :from::timestamptz), :now::timestamptz, interval '1 hour') hour
                left join webhooks.attempt a
                    on a.tenant_id = :tenant and a.endpoint_id = :endpoint and a.id >= :oldest
                   and a.at >= hour and a.at < hour + interval '1 hour'
                group by hour order by hour
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", Ids.floor(from))
                .query((row, index) -> new Hour(
                        row.getObject("hour", OffsetDateTime.class).toInstant(), row.getInt("good"), row.getInt("bad")))
                .list();
    }

    /** One message for one endpoint, from now on. */
    void send(Endpoint endpoint, Message message) {
        insert(jdbc, List.of(message));
        of(endpoint, """
                insert into webhooks.delivery (tenant_id, message_id, endpoint_id, state, attempts)
                values (:tenant, :message, :endpoint, 'missed', 0)
                """).param("message", message.id()).update();
        sendAgain(endpoint, message.id());
    }

    /** From the beginning, if it is not on its way: then at once. */
    void sendAgain(Endpoint endpoint, UUID message) {
        of(endpoint, """
                insert into webhooks.outstanding (tenant_id, endpoint_id, message_id, due_at, attempts)
                values (:tenant, :endpoint, :message, now(), 0)
                on conflict (tenant_id, endpoint_id, message_id) do update set due_at = least(excluded.due_at, outstanding.due_at)
                """).param("message", message).update();
        of(endpoint, """
                update webhooks.delivery set state = 'pending'
                where tenant_id = :tenant and endpoint_id = :endpoint and message_id = :message
                """).param("message", message).update();
    }

    /** All that failed or was missed since then, and so far was not taken after all. How many they are. */
    int replay(Endpoint endpoint, Instant since) {
        return of(endpoint, """
                with again as (
                    update webhooks.delivery set state = 'pending'
                    where tenant_id = :tenant and endpoint_id = :endpoint and message_id >= :since
                      and state in ('failed', 'missed')
                    returning tenant_id, endpoint_id, message_id)
                insert into webhooks.outstanding (tenant_id, endpoint_id, message_id, due_at, attempts)
                select tenant_id, endpoint_id, message_id, now(), 0 from again
                on conflict (tenant_id, endpoint_id, message_id) do nothing
                """).param("since", Ids.floor(since)).update();
    }

    int countOutstanding(Endpoint endpoint) {
        return of(endpoint, """
                select count(*)::int from (
                    select from webhooks.outstanding where tenant_id = :tenant and endpoint_id = :endpoint limit 10001) o
                """).query(Integer.class).single();
    }

    /** Of a tenant that is resumed: what has waited for it is due. */
    void makeDue(TenantId tenant) {
        jdbc.sql("update webhooks.outstanding set due_at = now() where tenant_id = ? and attempts = 0")
                .param(tenant.value())
                .update();
    }

    private JdbcClient.StatementSpec of(Endpoint endpoint, String sql) {
        return jdbc.sql(sql)
                .param("tenant", endpoint.tenant().value())
                .param("endpoint", endpoint.id().value());
    }

    private static Delivery toDelivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                Message.from(row),
                DeliveryState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                EndpointRows.instant(row, "last_at"),
                EndpointRows.instant(row, "due_at"));
    }
}
