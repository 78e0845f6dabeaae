package com.gmservices.finance;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each matter has come. Saying it twice is saying it once. */
@Repository
class Progress {

    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(JdbcClient jdbc, Clock clock) {
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
                .param("stage", code(stage))
                .param("now", now())
                .update();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static Optional<LocalDate> day(Optional<OffsetDateTime> moment, ZoneId zone) {
        return moment.map(OffsetDateTime::toInstant).map(instant -> day(instant, zone));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
