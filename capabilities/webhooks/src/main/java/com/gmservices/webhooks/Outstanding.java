package com.gmservices.webhooks;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.webhooks.Endpoint.Format;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is on its way, across tenants. Who takes a row holds it for longer than a send can take; when that process dies
 * the row is due again, and the same message is sent once more. The number of the attempt says whether somebody else has
 * taken it over.
 */
@Component
class Outstanding {

    private static final Duration HELD = Duration.ofMinutes(1);

    private final JdbcClient platform;
    private final TransactionTemplate transactions;

    Outstanding(@PlatformDatabase JdbcClient platform, @PlatformDatabase TransactionTemplate transactions) {
        this.platform = platform;
        this.transactions = transactions;
    }

    /** One message for one endpoint, with all that it takes to send it. */
    record Parcel(
            Message message,
            EndpointId endpoint,
            int attempt,
            URI url,
            Format format,
            byte[] secret,
            byte @Nullable [] earlierSecret,
            byte @Nullable [] headers) {}

    /** What came of an attempt. */
    record Settled(
            Parcel parcel,
            Instant at,
            int millis,
            Outcome outcome,
            @Nullable Duration again) {}

    /**
     * What is due, of each endpoint as much as it has room for. The endpoints that have something on its way are looked
     * up one after the other in the index, so that a million rows of one of them cost no more than one. What was put on
     * its way at the very moment at which its endpoint was disabled waits until that is enabled.
     *
     * @param usual room of an endpoint that is not named
     */
    List<Parcel> take(Map<UUID, Integer> rooms, int usual, int most) {
        return platform.sql("""
                with recursive waiting (endpoint) as (
                    (select endpoint_id from webhooks.outstanding order by endpoint_id limit 1)
                    union all
                    select (select o.endpoint_id from webhooks.outstanding o where o.endpoint_id > w.endpoint
                            order by o.endpoint_id limit 1)
                    from waiting w where w.endpoint is not null
                ), lane as (
                    select w.endpoint, coalesce(named.room, :usual) as room
                    from waiting w left join unnest(:endpoints::uuid[], :rooms::int[]) named (endpoint, room) using (endpoint)
                    where w.endpoint is not null and coalesce(named.room, :usual) > 0
                ), due as (
                    select found.place
                    from lane cross join lateral (
                        select o.ctid as place from webhooks.outstanding o
                        where o.endpoint_id = lane.endpoint and o.due_at <= now()
                        order by o.due_at limit lane.room for update skip locked) found
                    limit :most
                ), taken as (
                    update webhooks.outstanding o
                    set due_at = clock_timestamp() + :held::interval, attempts = o.attempts + 1
                    where o.ctid = any (array(select place from due))
                    returning o.tenant_id, o.endpoint_id, o.message_id, o.attempts)
                select taken.attempts, taken.endpoint_id, m.*, e.url, e.format, e.secret, e.headers,
                       case when e.earlier_until > now() then e.earlier_secret end as earlier_secret
                from taken
                join webhooks.message m on m.tenant_id = taken.tenant_id and m.id = taken.message_id
                join webhooks.endpoint e
                    on e.tenant_id = taken.tenant_id and e.id = taken.endpoint_id and e.state = 'active'
                """)
                .param("endpoints", rooms.keySet().toArray(UUID[]::new))
                .param("rooms", rooms.values().toArray(Integer[]::new))
                .param("usual", usual)
                .param("most", most)
                .param("held", HELD.toString())
                .query(Outstanding::toParcel)
                .list();
    }

    private static Parcel toParcel(ResultSet row, int index) throws SQLException {
        return new Parcel(
                Message.from(row),
                new EndpointId(row.getObject("endpoint_id", UUID.class)),
                row.getInt("attempts"),
                URI.create(row.getString("url")),
                Format.of(row.getString("format")),
                row.getBytes("secret"),
                row.getBytes("earlier_secret"),
                row.getBytes("headers"));
    }

    /** Not sent, and not counted as a try. */
    void putBack(Parcel parcel, Duration pause) {
        platform.sql("""
                update webhooks.outstanding set due_at = now() + ?::interval, attempts = attempts - 1
                where tenant_id = ? and endpoint_id = ? and message_id = ? and attempts = ?
                """)
                .params(
                        pause.toString(),
                        parcel.message.tenant().value(),
                        parcel.endpoint.value(),
                        parcel.message.id(),
                        parcel.attempt)
                .update();
    }

    /** Many at once, as each commit waits for the disk. */
    void settle(List<Settled> settled) {
        transactions.executeWithoutResult(status -> {
            log(settled);
            move(settled);
            judge(settled);
        });
    }

    private void log(List<Settled> settled) {
        keys("""
                insert into webhooks.attempt
                    (tenant_id, id, message_id, endpoint_id, number, at, millis, status, failure, answer)
                select tenant, id, message, endpoint, number, at, millis, status, failure, answer
                from unnest(:tenants::uuid[], :messages::uuid[], :endpoints::uuid[], :numbers::int[], :ids::uuid[],
                            :at::timestamptz[], :millis::int[], :statuses::int[], :failures::text[], :answers::text[])
                    a (tenant, message, endpoint, number, id, at, millis, status, failure, answer)
                """, settled)
                .param("ids", settled.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("at", settled.stream().map(one -> one.at.toString()).toArray(String[]::new))
                .param("millis", array(settled, Settled::millis))
                .param("statuses", array(settled, one -> one.outcome.status()))
                .param("failures", text(settled, one -> one.outcome.failure()))
                .param("answers", text(settled, one -> one.outcome.answer()))
                .update();
    }

    /** On, or off the list. Who was thought dead, and whose row somebody else has taken, moves nothing. */
    private void move(List<Settled> settled) {
        keys("""
                with settled as (
                    select * from unnest(:tenants::uuid[], :messages::uuid[], :endpoints::uuid[], :numbers::int[],
                                         :statuses::int[], :good::boolean[], :again::text[], :at::timestamptz[])
                        s (tenant, message, endpoint, number, status, good, again, at)
                ), over as (
                    delete from webhooks.outstanding o using settled s
                    where o.tenant_id = s.tenant and o.endpoint_id = s.endpoint and o.message_id = s.message
                      and o.attempts = s.number and s.again is null
                    returning s.*
                ), later as (
                    update webhooks.outstanding o set due_at = now() + s.again::interval from settled s
                    where o.tenant_id = s.tenant and o.endpoint_id = s.endpoint and o.message_id = s.message
                      and o.attempts = s.number and s.again is not null
                    returning s.*
                )
                update webhooks.delivery d
                set state = case when s.good then 'delivered' when s.again is null then 'failed' else 'pending' end,
                    attempts = d.attempts + 1, last_status = s.status, last_at = s.at
                from (select * from over union all select * from later) s
                where d.tenant_id = s.tenant and d.message_id = s.message and d.endpoint_id = s.endpoint
                """, settled)
                .param("statuses", array(settled, one -> one.outcome.status()))
                .param("good", settled.stream().map(one -> one.outcome.isGood()).toArray(Boolean[]::new))
                .param("again", text(settled, one -> one.again == null ? null : one.again.toString()))
                .param("at", settled.stream().map(one -> one.at.toString()).toArray(String[]::new))
                .update();
    }

    /** How the endpoints fare; written when it has changed, or once a minute. */
    private void judge(List<Settled> settled) {
        platform.sql("""
                update webhooks.endpoint e
                set failing_since = case when fares.good then null else coalesce(e.failing_since, now()) end,
                    warned_at = case when fares.good then null else e.warned_at end,
                    last_failed_at = case when fares.good then e.last_failed_at else now() end
                from (select tenant, endpoint, bool_or(good) as good
                      from unnest(:tenants::uuid[], :endpoints::uuid[], :good::boolean[]) s (tenant, endpoint, good)
                      group by tenant, endpoint) fares
                where e.tenant_id = fares.tenant and e.id = fares.endpoint
                  and case when fares.good then e.failing_since is not null
                           else e.failing_since is null or e.last_failed_at < now() - interval '1 minute' end
                """)
                .param(
                        "tenants",
                        array(settled, one -> one.parcel.message.tenant().value(), UUID[]::new))
                .param("endpoints", array(settled, one -> one.parcel.endpoint.value(), UUID[]::new))
                .param("good", settled.stream().map(one -> one.outcome.isGood()).toArray(Boolean[]::new))
                .update();
    }

    private JdbcClient.StatementSpec keys(String sql, List<Settled> settled) {
        return platform.sql(sql)
                .param(
                        "tenants",
                        array(settled, one -> one.parcel.message.tenant().value(), UUID[]::new))
                .param("messages", array(settled, one -> one.parcel.message.id(), UUID[]::new))
                .param("endpoints", array(settled, one -> one.parcel.endpoint.value(), UUID[]::new))
                .param("numbers", array(settled, one -> one.parcel.attempt));
    }

    private static <T> T[] array(List<Settled> settled, Function<Settled, T> value, IntFunction<T[]> size) {
        return settled.stream().map(value).toArray(size);
    }

    private static @Nullable Integer[] array(List<Settled> settled, Function<Settled, @Nullable Integer> value) {
        var values = new @Nullable Integer[settled.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = value.apply(settled.get(at));
        }
        return values;
    }

    private static @Nullable String[] text(List<Settled> settled, Function<Settled, @Nullable String> value) {
        var values = new @Nullable String[settled.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = value.apply(settled.get(at));
        }
        return values;
    }
}
