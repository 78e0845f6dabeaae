package com.gmservices.events;

import com.gmservices.database.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each event beside what it tells of, in the same transaction. Within one aggregate the revision is the order;
 * across aggregates it is the id, and a reader must not pass a row whose transaction was still open when it looked,
 * which the column {@code transaction} lets it see.
 */
@Component
public class EventLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void append(LoggedEvent event) {
        jdbc.sql("""
                insert into events.event_log (tenant_id, id, aggregate, aggregate_seq, type, payload)
                values (?, ?, ?, ?, ?, ?::jsonb)
                """)
                .params(
                        event.tenant().value(),
                        Ids.next(),
                        event.aggregate(),
                        event.revision(),
                        event.type(),
                        json.writeValueAsString(event))
                .update();
    }
}
