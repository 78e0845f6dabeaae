package com.gmservices.events;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each follower has come. A cursor is a snapshot of PostgreSQL, as the log's order is not that of commits: what
 * the next snapshot shows and this one does not is new, however early its transaction began. Both bounds of a look stay
 * until it is read to its end, so that an aggregate's events come in order over several pages too.
 */
@Component
class Cursors {

    /** No transaction that logs is open for longer; partitions from before are not looked at. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(2);

    /** Shows nothing. */
    private static final String NOTHING = "1:1:";

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient platform;
    private final JsonMapper json;

    Cursors(@PlatformDatabase JdbcClient platform, JsonMapper json) {
        this.platform = platform;
        this.json = json;
    }

    /** @param until what this look goes up to; when it is read to its end it is the next mark */
    record Look(String reader, String mark, Instant since, String until, Instant untilSince, UUID last) {

        boolean isContinued() {
            return !last.equals(FIRST);
        }
    }

    /** Where the follower goes on; empty when another process follows. To be called in a transaction, which keeps others out. */
    Optional<Look> take(String reader) {
        return platform.sql("""
                select c.*, pg_current_snapshot()::text as now, statement_timestamp() as at,
                       pg_snapshot_xmax(c.mark::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as from_elsewhere
                from events.log_cursor c
                where c.reader = ? and pg_try_advisory_xact_lock(hashtext('gm.follower'), hashtext(c.reader))
                """).param(reader).query((row, index) -> look(row)).optional();
    }

    private static Look look(ResultSet row) throws SQLException {
        Instant now = row.getObject("at", OffsetDateTime.class).toInstant();
        String until = row.getString("until");
        // Another server counts its transactions anew, after a dump was read back: nothing can be said of what is new.
        boolean anew = row.getBoolean("from_elsewhere");
        return new Look(
                row.getString("reader"),
                anew ? row.getString("now") : row.getString("mark"),
                anew ? now : row.getObject("since", OffsetDateTime.class).toInstant(),
                anew || until == null ? row.getString("now") : until,
                now,
                anew || until == null ? FIRST : row.getObject("last_id", UUID.class));
    }

    /** Twice is once. */
    void begin(Follower follower) {
        platform.sql("""
                insert into events.log_cursor (reader, mark, since)
                values (:reader, case when :all then :nothing else pg_current_snapshot()::text end,
                        case when :all then 'epoch' else statement_timestamp() end)
                on conflict (reader) do nothing
                """)
                .param("reader", follower.name())
                .param("all", follower.fromTheBeginning())
                .param("nothing", NOTHING)
                .update();
    }

    List<Happening> read(Look look, int limit) {
        Instant oldest = look.since.isAfter(Instant.EPOCH.plus(LONGEST_TRANSACTION))
                ? look.since.minus(LONGEST_TRANSACTION)
                : Instant.EPOCH;
        return platform.sql("""
                select id, tenant_id, type, aggregate, aggregate_seq, payload
                from events.event_log
                where transaction >= pg_snapshot_xmin(:mark::pg_snapshot)
                  and not pg_visible_in_snapshot(transaction, :mark::pg_snapshot)
                  and pg_visible_in_snapshot(transaction, :until::pg_snapshot)
                  and id > :last and id >= :oldest
                order by id limit :limit
                """)
                .param("mark", look.mark)
                .param("until", look.until)
                .param("last", look.last)
                .param("oldest", Ids.floor(oldest))
                .param("limit", limit)
                .query((row, index) -> Happening.from(row, json))
                .list();
    }

    /** @param last up to where it was read; null when it was read to its end */
    void move(Look look, @Nullable UUID last) {
        boolean ended = last == null;
        platform.sql("""
                update events.log_cursor
                set mark = :mark, since = :since, until = :until, last_id = :last, failure = null, failing_since = null
                where reader = :reader
                """)
                .param("reader", look.reader)
                .param("mark", ended ? look.until : look.mark)
                .param("since", (ended ? look.untilSince : look.since).atOffset(ZoneOffset.UTC))
                .param("until", ended ? null : look.until)
                .param("last", last)
                .update();
    }

    void failed(String reader, Throwable failure) {
        platform.sql("""
                update events.log_cursor set failure = ?, failing_since = coalesce(failing_since, now())
                where reader = ?
                """).params(failure.getClass().getSimpleName(), reader).update();
    }
}
