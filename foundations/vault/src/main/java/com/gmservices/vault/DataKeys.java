package com.gmservices.vault;

import com.gmservices.database.PlatformDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The wrapped key sets. On the platform's connections, which are not in the transaction of whoever seals: a key stays
 * when that is rolled back.
 */
@Repository
class DataKeys {

    private final JdbcClient platform;
    private final Clock clock;

    DataKeys(@PlatformDatabase JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** @param keys null when they are destroyed */
    record Row(UUID owner, String masterId, byte @Nullable [] keys, int revision, Instant freshSince) {}

    Optional<Row> find(UUID owner) {
        return platform.sql("select * from vault.data_key where owner = ?")
                .param(owner)
                .query(DataKeys::toRow)
                .optional();
    }

    /** One per master key: whoever opens these opens all. */
    List<Row> samples() {
        return platform.sql(
                        "select distinct on (master_id) * from vault.data_key where keys is not null order by master_id")
                .query(DataKeys::toRow)
                .list();
    }

    List<UUID> ownersAfter(@Nullable UUID owner, int limit) {
        return platform.sql("""
                select owner from vault.data_key
                where keys is not null and (:owner::uuid is null or owner > :owner::uuid) order by owner limit :limit
                """)
                .param("owner", owner)
                .param("limit", limit)
                .query((row, index) -> row.getObject("owner", UUID.class))
                .list();
    }

    int count() {
        return countWrappedByOtherThan("");
    }

    int countWrappedByOtherThan(String masterId) {
        return platform.sql("select count(*) from vault.data_key where keys is not null and master_id <> ?")
                .param(masterId)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** Of two at once the first one's keys stay; to be read again. */
    void insert(UUID owner, String masterId, byte[] keys) {
        platform.sql("""
                insert into vault.data_key (owner, master_id, keys, created_at, changed_at, fresh_since)
                values (:owner, :master, :keys, :now, :now, :now) on conflict do nothing
                """)
                .param("owner", owner)
                .param("master", masterId)
                .param("keys", keys)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Compare and set. */
    boolean replace(Row before, String masterId, byte @Nullable [] keys, Instant freshSince) {
        return platform.sql("""
                        update vault.data_key
                        set master_id = :master, keys = :keys, revision = revision + 1, changed_at = :now,
                            fresh_since = :fresh
                        where owner = :owner and revision = :revision
                        """)
                        .param("owner", before.owner)
                        .param("revision", before.revision)
                        .param("master", masterId)
                        .param("keys", keys)
                        .param("fresh", freshSince.atOffset(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Row toRow(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("owner", UUID.class),
                row.getString("master_id"),
                row.getBytes("keys"),
                row.getInt("revision"),
                row.getObject("fresh_since", OffsetDateTime.class).toInstant());
    }
}
