package com.gmservices.events;

import com.gmservices.database.CommitWrites;
import com.gmservices.tenancy.CurrentTenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each event beside what it tells of, in the same transaction. The id is the order, within one aggregate exactly;
 * but a reader must not pass a row whose transaction was still open when it looked, which the column {@code transaction}
 * lets it see: {@link Follower}.
 */
@Component
public class EventLog {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final CommitWrites writes;
    private final JsonMapper json;
    private final Following following;

    private record Line(UUID id, String type, String payload) {}

    EventLog(JdbcClient jdbc, CommitWrites writes, JsonMapper json, Following following) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.json = json;
        this.following = following;
    }

    @EventListener
    void append(LoggedEvent event) {
        writes.add(
                """
                insert into events.event_log (tenant_id, id, aggregate, aggregate_seq, type, payload)
                values (:tenant, events.event_id(), :aggregate, :revision, :type, :payload::jsonb)
                """,
                new MapSqlParameterSource()
                        .addValue("tenant", event.tenant().value())
                        .addValue("aggregate", event.aggregate())
                        .addValue("revision", event.revision())
                        .addValue("type", event.type())
                        .addValue("payload", json.writeValueAsString(event)));
        following.expectNews();
    }

    /** Tells again what happened to the current tenant, as far as this transaction sees it: events of these types. */
    public <E extends LoggedEvent> void replay(Collection<Class<? extends E>> types, Consumer<? super E> listener) {
        Map<String, Class<? extends E>> byName =
                types.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        UUID last = new UUID(0, 0);
        List<Line> lines;
        do {
            lines = after(last, byName.keySet());
            lines.forEach(line -> listener.accept(json.readValue(line.payload, byName.get(line.type))));
            last = lines.isEmpty() ? last : lines.getLast().id;
        } while (lines.size() == AT_ONCE);
    }

    private List<Line> after(UUID last, Collection<String> types) {
        return jdbc.sql("""
                select id, type, payload from events.event_log
                where tenant_id = ? and id > ? and type = any (?) order by id limit ?
                """)
                .params(CurrentTenant.id().value(), last, types.toArray(String[]::new), AT_ONCE)
                .query((row, index) ->
                        new Line(row.getObject("id", UUID.class), row.getString("type"), row.getString("payload")))
                .list();
    }
}
