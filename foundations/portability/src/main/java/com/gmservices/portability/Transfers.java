package com.gmservices.portability;

import com.gmservices.database.Ids;
import com.gmservices.portability.Transfer.Kind;
import com.gmservices.portability.Transfer.State;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The transfers of the current tenant. */
@Repository
@Transactional
class Transfers {

    /** For so long an archive can be fetched. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final SealedColumn keys;
    private final Clock clock;

    Transfers(JdbcClient jdbc, SealedColumn transferKeys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = transferKeys;
        this.clock = clock;
    }

    /** @throws PortabilityRefused.UnderWay when another one of the kind is not finished */
    Transfer add(Kind kind, State state, UUID by) {
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                    insert into portability.transfer (tenant_id, id, kind, state, asked_by, asked_at, salt)
                    values (:tenant, :id, :kind, :state, :by, :now, '')
                    """)
                    .param("tenant", tenant().value())
                    .param("id", id)
                    .param("kind", kind.code())
                    .param("state", state.code())
                    .param("by", by)
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PortabilityRefused.UnderWay();
        }
        return find(id).orElseThrow();
    }

    /** From here on it can begin. */
    void arm(UUID id, byte[] salt, PassphraseKey key) {
        jdbc.sql("""
                update portability.transfer set state = 'waiting', salt = :salt, key = :key
                where tenant_id = :tenant and id = :id
                """)
                .param("salt", salt)
                .param("key", keys.seal(tenant(), id, key.bytes()))
                .param("tenant", tenant().value())
                .param("id", id)
                .update();
    }

    PassphraseKey key(UUID id) {
        byte[] sealed = jdbc.sql("select key from portability.transfer where tenant_id = ? and id = ?")
                .params(tenant().value(), id)
                .query((row, index) -> row.getBytes(1))
                .single();
        return new PassphraseKey(keys.open(tenant(), id, Objects.requireNonNull(sealed)));
    }

    void received(UUID id, long bytes) {
        jdbc.sql("update portability.transfer set bytes = ? where tenant_id = ? and id = ?")
                .params(bytes, tenant().value(), id)
                .update();
    }

    /** Empty when it is finished, or was taken back. */
    Optional<Transfer> begin(UUID id) {
        return jdbc.sql("""
                update portability.transfer set state = 'running', tries = tries + 1, done = 0
                where tenant_id = ? and id = ? and state in ('waiting', 'running') returning *
                """)
                .params(tenant().value(), id)
                .query(Transfers::toTransfer)
                .optional();
    }

    void progress(UUID id, int done, int total) {
        jdbc.sql("update portability.transfer set done = ?, total = ? where tenant_id = ? and id = ?")
                .params(done, total, tenant().value(), id)
                .update();
    }

    void finish(UUID id, long bytes) {
        finish(id, State.READY, bytes, null);
    }

    void fail(UUID id, String why) {
        finish(id, State.FAILED, 0, why);
    }

    private void finish(UUID id, State state, long bytes, @Nullable String failure) {
        jdbc.sql("""
                update portability.transfer
                set state = :state, key = null, bytes = :bytes, failure = :failure, finished_at = :now, expires_at = :expires
                where tenant_id = :tenant and id = :id
                """)
                .param("state", state.code())
                .param("bytes", bytes)
                .param("failure", failure)
                .param("now", now())
                .param("expires", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                .param("tenant", tenant().value())
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Transfer> find(UUID id) {
        return jdbc.sql("select * from portability.transfer where tenant_id = ? and id = ?")
                .params(tenant().value(), id)
                .query(Transfers::toTransfer)
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Transfer> latest(Kind kind) {
        return jdbc.sql("select * from portability.transfer where tenant_id = ? and kind = ? order by id desc limit 20")
                .params(tenant().value(), kind.code())
                .query(Transfers::toTransfer)
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from portability.transfer where tenant_id = ? and id = ?")
                .params(tenant().value(), id)
                .update();
    }

    /** An upload that broke off keeps nobody from trying again. */
    void removeReceiving() {
        jdbc.sql("delete from portability.transfer where tenant_id = ? and state = 'receiving'")
                .param(tenant().value())
                .update();
    }

    private static TenantId tenant() {
        return CurrentTenant.id();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Transfer toTransfer(ResultSet row, int index) throws SQLException {
        return new Transfer(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBytes("salt"),
                row.getBoolean("rows_done"),
                row.getInt("done"),
                row.getInt("total"),
                row.getLong("bytes"),
                row.getString("failure"),
                row.getInt("tries"),
                instant(row, "finished_at"),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
