package com.gmservices.events;

import com.gmservices.database.CommitWrites;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which listener has not heard of what. Whoever brings it holds the row for half a minute, and longer as long as it
 * lasts; the number of the attempt says whether somebody else has taken it over in the meantime. Times are the
 * database's, as the processes' clocks may differ.
 */
@Component
class Publications {

    static final Duration HELD = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final CommitWrites writes;

    Publications(JdbcClient jdbc, CommitWrites writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** @param event as JSON */
    record Claimed(UUID id, String listener, String type, String event, OffsetDateTime publishedAt, int attempt) {}

    /**
     * In the transaction of what happened; held by this process from then on, but for what is left for others to bring.
     *
     * @param event as JSON
     */
    void add(List<Underway> added, String type, String event) {
        writes.add(
                """
                insert into events.event_publication
                    (id, listener_id, event_type, serialized_event, published_at, due_at, attempts)
                select id, listener, :type, :event, clock_timestamp(),
                       clock_timestamp() + case attempt when 0 then interval '0' else :held::interval end, attempt
                from unnest(:ids::uuid[], :listeners::text[], :attempts::int[]) row (id, listener, attempt)
                """,
                new MapSqlParameterSource()
                        .addValue("ids", added.stream().map(Underway::id).toArray(UUID[]::new))
                        .addValue(
                                "listeners",
                                added.stream().map(Underway::listener).toArray(String[]::new))
                        .addValue(
                                "attempts",
                                added.stream().map(Underway::attempt).toArray(Integer[]::new))
                        .addValue("type", type)
                        .addValue("event", event)
                        .addValue("held", HELD.toString()));
    }

    /** Of each of these listeners so many that are due, for this process to bring. */
    List<Claimed> claim(Map<String, Integer> ofEach) {
        List<String> listeners = List.copyOf(ofEach.keySet());
        return jdbc.sql("""
                with due as (
                    select found.id
                    from unnest(:listeners::text[], :each::int[]) listener (id, most)
                    cross join lateral (
                        select p.id from events.event_publication p
                        where p.listener_id = listener.id and p.due_at <= now()
                        order by p.due_at limit listener.most for update skip locked) found)
                update events.event_publication p
                set due_at = clock_timestamp() + :held::interval, attempts = attempts + 1
                where p.id = any (array(select id from due))
                returning p.id, p.listener_id, p.event_type, p.serialized_event, p.published_at, p.attempts
                """)
                .param("listeners", listeners.toArray(String[]::new))
                .param("each", listeners.stream().map(ofEach::get).toArray(Integer[]::new))
                .param("held", HELD.toString())
                .query((row, index) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getString("listener_id"),
                        row.getString("event_type"),
                        row.getString("serialized_event"),
                        row.getObject("published_at", OffsetDateTime.class),
                        row.getInt("attempts")))
                .list();
    }

    /** False when somebody else has taken it over: what this attempt did must not count. */
    boolean heard(UUID id, int attempt) {
        return jdbc.sql("delete from events.event_publication where id = ? and attempts = ?")
                        .params(id, attempt)
                        .update()
                == 1;
    }

    /** @param pause before the next attempt; null when there is to be none */
    void failed(UUID id, int attempt, String failure, @Nullable Duration pause) {
        jdbc.sql("""
                update events.event_publication set failure = :failure, due_at = now() + :pause::interval
                where id = :id and attempts = :attempt
                """)
                .param("failure", failure)
                .param("pause", pause == null ? null : pause.toString())
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    void hold(List<Underway> held) {
        setDue(held, HELD);
    }

    /** For other processes to bring at once. */
    void release(List<Underway> held) {
        setDue(held, Duration.ZERO);
    }

    /** Of those that nobody has taken over. */
    private void setDue(List<Underway> held, Duration pause) {
        jdbc.sql("""
                update events.event_publication p set due_at = now() + :pause::interval
                from unnest(:ids::uuid[], :attempts::int[]) held (id, attempt)
                where p.id = held.id and p.attempts = held.attempt and p.due_at is not null
                """)
                .param("pause", pause.toString())
                .param("ids", held.stream().map(Underway::id).toArray(UUID[]::new))
                .param("attempts", held.stream().map(Underway::attempt).toArray(Integer[]::new))
                .update();
    }
}
