package com.gmservices.portability;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.portability.Dissolution.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What says of businesses that they are gone, for whoever has to show it. */
@Repository
class Certificates {

    private final JdbcClient platform;
    private final Clock clock;

    Certificates(@PlatformDatabase JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** @param rows how many were deleted, in how many tables */
    public record Certificate(
            UUID id, UUID tenant, String slug, Instant askedAt, Instant deletedAt, int tables, long rows) {}

    /** A second run, after a crash, adds to what the first has counted. */
    void count(JdbcClient owner, Due due, String slug, int tables, long rows) {
        owner.sql("""
                insert into portability.certificate
                  (id, tenant, slug, asked_by, asked_at, deleted_at, tables, rows, key_destroyed)
                values (:id, :tenant, :slug, :by, :asked, :now, :tables, :rows, false)
                on conflict (tenant) do update set rows = certificate.rows + excluded.rows, deleted_at = excluded.deleted_at
                """)
                .param("id", Ids.next())
                .param("tenant", due.tenant())
                .param("slug", slug)
                .param("by", due.askedBy())
                .param("asked", due.askedAt())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tables", tables)
                .param("rows", rows)
                .update();
    }

    void complete(JdbcClient owner, UUID tenant) {
        owner.sql("update portability.certificate set key_destroyed = true, deleted_at = ? where tenant = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), tenant)
                .update();
    }

    /** The newest first. */
    Page<Certificate> list(Cursor cursor, int limit) {
        return Page.of(
                platform.sql("""
                        select * from portability.certificate where key_destroyed and id < :after order by id desc limit :limit
                        """)
                        .param("after", cursor.after())
                        .param("limit", limit + 1)
                        .query((row, index) -> new Certificate(
                                row.getObject("id", UUID.class),
                                row.getObject("tenant", UUID.class),
                                row.getString("slug"),
                                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                                row.getObject("deleted_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getInt("tables"),
                                row.getLong("rows")))
                        .list(),
                limit,
                Certificate::id);
    }
}
