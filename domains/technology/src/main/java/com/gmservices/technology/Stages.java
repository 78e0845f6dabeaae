package com.gmservices.technology;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves what stands in the books on to its next stage. Moving it there twice is moving it once. */
@Repository
class Stages {

    private final JdbcClient jdbc;
    private final Clock clock;

    Stages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void advance(Book book, RequestId id, Enum<?> stage) {
        jdbc.sql("""
                update %s set stage = :stage, stage_since = :now
                where tenant_id = :tenant and id = :id and stage <> :stage
                """.formatted(book.table()))
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
