package com.gmservices.logistics;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the books, a line per request, with rows. Writing the same twice is writing it once. */
@Repository
class Books {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Books(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What every line of every book begins with is filled in: tenant, id, customer, stage, since when. */
    JdbcClient.StatementSpec line(String sql, Work work) {
        return jdbc.sql(sql)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("customer", work.customer().value())
                .param("now", now());
    }

    /** All rows of a line at once: {@code jsonb_to_recordset(:rows::jsonb)}, in the spelling of the database. */
    void rows(String sql, Work work, List<?> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql)
                    .param("tenant", CurrentTenant.id().value())
                    .param("id", work.request().value())
                    .param("rows", json.writeValueAsString(rows))
                    .update();
        }
    }

    void advance(Book book, RequestId id, String stage) {
        jdbc.sql("""
                update logistics.%s set stage = :stage, stage_since = :now
                where tenant_id = :tenant and id = :id and stage <> :stage
                """.formatted(book.name().toLowerCase(Locale.ROOT)))
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("stage", stage)
                .param("now", now())
                .update();
    }

    /** As a choice is written in JSON and in the database. */
    static @Nullable String code(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
