package com.gmservices.vault;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rotations that were asked for, and how far the one under way has come. */
@Repository
class Rotations {

    private final JdbcClient platform;
    private final Clock clock;

    Rotations(@PlatformDatabase JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    enum Stage {
        /** Every owner gets a new key, and its set is wrapped by the master key of today. */
        KEYS,

        /** Until nobody seals with an old key any more. */
        SETTLING,

        /** What is there is sealed anew. */
        SEALING,

        /** The old keys are thrown away. */
        ENDING,
        DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param ownerDone the last owner that this stage is done with */
    record Rotation(
            UUID id,
            Instant askedAt,
            Stage stage,
            Instant stageSince,
            int owners,
            int ownersDone,
            @Nullable UUID ownerDone,
            long renewed) {

        public boolean isUnderWay() {
            return stage != Stage.DONE;
        }
    }

    /** While one is under way, asking again changes nothing. */
    Rotation ask() {
        platform.sql("""
                insert into vault.rotation (id, asked_at, stage_since, owners)
                values (:id, :now, :now, (select count(*) from vault.data_key where keys is not null))
                on conflict do nothing
                """).param("id", Ids.next()).param("now", now()).update();
        return latest().orElseThrow();
    }

    Optional<Rotation> latest() {
        return platform.sql("select * from vault.rotation order by id desc limit 1")
                .query(Rotations::toRotation)
                .optional();
    }

    void enter(Rotation rotation, Stage stage) {
        platform.sql("""
                update vault.rotation
                set stage = :stage, stage_since = :now, owners_done = 0, owner_done = null, settled_past = null,
                    owners = (select count(*) from vault.data_key where keys is not null)
                where id = :id
                """)
                .param("id", rotation.id)
                .param("stage", stage.code())
                .param("now", now())
                .update();
    }

    void wentPast(Rotation rotation, UUID owner, long renewed) {
        platform.sql("""
                update vault.rotation
                set owner_done = :owner, owners_done = owners_done + 1, renewed = renewed + :renewed
                where id = :id
                """)
                .param("id", rotation.id)
                .param("owner", owner)
                .param("renewed", renewed)
                .update();
    }

    /** Whether every transaction is over that was open when this was first asked. */
    boolean isSettled(Rotation rotation) {
        platform.sql(
                        "update vault.rotation set settled_past = pg_current_xact_id() where id = ? and settled_past is null")
                .param(rotation.id)
                .update();
        return platform.sql(
                        "select pg_snapshot_xmin(pg_current_snapshot()) > settled_past from vault.rotation where id = ?")
                .param(rotation.id)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Rotation toRotation(ResultSet row, int index) throws SQLException {
        return new Rotation(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getObject("stage_since", OffsetDateTime.class).toInstant(),
                row.getInt("owners"),
                row.getInt("owners_done"),
                row.getObject("owner_done", UUID.class),
                row.getLong("renewed"));
    }
}
