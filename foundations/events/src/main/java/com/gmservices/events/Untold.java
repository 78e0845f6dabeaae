package com.gmservices.events;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What could not be told: events that a listener has not heard after a day of trying, and readers that do not come on. */
@Service
public class Untold {

    private static final String AGAIN =
            "update events.event_publication set due_at = now(), attempts = 0 where %s returning listener_id";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Untold(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param failure the class of the last error; null when the process ended each time */
    record Line(
            UUID id,
            String listener,
            String event,
            OffsetDateTime since,
            int tries,
            @Nullable String failure) {}

    record Reader(
            String name,
            OffsetDateTime since,
            @Nullable String failure,
            @Nullable OffsetDateTime failingSince) {}

    Page<Line> list(Cursor cursor, int limit) {
        List<Line> lines = jdbc.sql("""
                select id, listener_id, event_type, published_at, attempts, failure from events.event_publication
                where due_at is null and id < ? order by id desc limit ?
                """)
                .params(cursor.after(), limit + 1)
                .query((row, index) -> new Line(
                        row.getObject("id", UUID.class),
                        shortened(row.getString("listener_id")),
                        row.getString("event_type").replaceFirst(".*[.$]", ""),
                        row.getObject("published_at", OffsetDateTime.class),
                        row.getInt("attempts"),
                        row.getString("failure")))
                .list();
        return Page.of(lines, limit, Line::id);
    }

    /** Of {@code com.gmservices.requests.RequestNews.on(com…)} what tells it from others: {@code RequestNews.on}. */
    private static String shortened(String listener) {
        String method = listener.replaceFirst("\\(.*", "");
        int last = method.lastIndexOf('.');
        return method.substring(method.lastIndexOf('.', last - 1) + 1);
    }

    List<Reader> readers() {
        return jdbc.sql("select reader, since, failure, failing_since from events.log_cursor order by reader")
                .query((row, index) -> new Reader(
                        row.getString("reader"),
                        row.getObject("since", OffsetDateTime.class),
                        row.getString("failure"),
                        row.getObject("failing_since", OffsetDateTime.class)))
                .list();
    }

    /** How many events some listener has not heard and will not hear unless somebody says so. */
    public int count() {
        return jdbc.sql("select count(*)::int from events.event_publication where due_at is null")
                .query(Integer.class)
                .single();
    }

    /** How many are tried again before long. */
    int countTrying() {
        return jdbc.sql(
                        "select count(*)::int from events.event_publication where failure is not null and due_at is not null")
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void tryAgain(UUID id) {
        tellOf(
                id.toString(),
                jdbc.sql(AGAIN.formatted("id = ? and due_at is null"))
                        .param(id)
                        .query((row, index) -> row.getString(1))
                        .list());
    }

    @Transactional
    public void tryAllAgain() {
        tellOf(
                "all",
                jdbc.sql(AGAIN.formatted("due_at is null"))
                        .query((row, index) -> row.getString(1))
                        .list());
    }

    private void tellOf(String which, List<String> listeners) {
        if (!listeners.isEmpty()) {
            events.publishEvent(new TriedAgain(
                    which,
                    listeners.size(),
                    listeners.stream().map(Untold::shortened).collect(Collectors.toCollection(TreeSet::new))));
        }
    }
}
