package com.gmservices.gateway;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.LoneStatement;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Sealed;
import com.gmservices.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The keys that callers have sent, each with what it was sent with and, once there is one, its answer. */
@Repository
class IdempotencyKeys implements Sealed {

    /** Long enough for any call that still runs. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    private static final String CLAIM = """
            insert into gateway.idempotency (tenant_id, caller, route, key, fingerprint, lease_until, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String ANSWER = """
            update gateway.idempotency set status = ?, headers = ?::jsonb, body = ?, sealed = true
            where tenant_id = ? and caller = ? and route = ? and key = ?
            """;

    private final JdbcClient jdbc;
    private final LoneStatement alone;
    private final JdbcClient platform;
    private final JsonMapper json;
    private final Clock clock;
    private final Vault vault;

    IdempotencyKeys(
            JdbcClient jdbc,
            LoneStatement alone,
            @PlatformDatabase JdbcClient platform,
            JsonMapper json,
            Clock clock,
            Vault vault) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.platform = platform;
        this.json = json;
        this.clock = clock;
        this.vault = vault;
    }

    record Call(String caller, String route, String key, byte[] fingerprint) {

        private String context() {
            return IdempotencyKeys.context(caller, route, key);
        }
    }

    /** An answer may tell what stands sealed elsewhere. */
    private static String context(String caller, String route, String key) {
        return "gateway.idempotency.body/%s/%s/%s".formatted(caller, route, key);
    }

    record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    /** @param answer null while the first call is on its way */
    record Known(
            byte[] fingerprint, boolean leased, @Nullable Answer answer) {

        boolean isOf(Call call) {
            return Arrays.equals(fingerprint, call.fingerprint);
        }
    }

    /** True for the first; waits for whoever holds the key in an open transaction. */
    boolean claim(Call call) {
        return jdbc.sql(CLAIM).params(claiming(call)).update() == 1;
    }

    /** The same in a transaction of its own. */
    boolean claimAlone(Call call) {
        return alone.update(CLAIM, claiming(call)) == 1;
    }

    private Object[] claiming(Call call) {
        OffsetDateTime now = now();
        return new Object[] {
            CurrentTenant.id().value(), call.caller, call.route, call.key, call.fingerprint, now.plus(LEASE), now
        };
    }

    /** True for one caller, once the lease of a call that never came to its end is over. */
    boolean takeOver(Call call) {
        return jdbc.sql("""
                update gateway.idempotency set lease_until = ?
                where tenant_id = ? and caller = ? and route = ? and key = ? and status is null and lease_until < ?
                """)
                        .params(now().plus(LEASE), CurrentTenant.id().value(), call.caller, call.route, call.key, now())
                        .update()
                == 1;
    }

    /** Empty when the call was refused in the meantime. */
    Optional<Known> find(Call call) {
        return jdbc.sql("""
                select * from gateway.idempotency where tenant_id = ? and caller = ? and route = ? and key = ?
                """)
                .params(CurrentTenant.id().value(), call.caller, call.route, call.key)
                .query((row, index) -> toKnown(call, row))
                .optional();
    }

    void answer(Call call, Answer answer) {
        jdbc.sql(ANSWER).params(answering(call, answer)).update();
    }

    /** The same in a transaction of its own. */
    void answerAlone(Call call, Answer answer) {
        alone.update(ANSWER, answering(call, answer));
    }

    private Object[] answering(Call call, Answer answer) {
        return new Object[] {
            answer.status,
            json.writeValueAsString(answer.headers),
            vault.seal(CurrentTenant.id(), call.context(), answer.body),
            CurrentTenant.id().value(),
            call.caller,
            call.route,
            call.key
        };
    }

    /** In a transaction of its own. A call that was refused leaves no trace: its key may be sent with a mended body. */
    void releaseAlone(Call call) {
        alone.update("""
                delete from gateway.idempotency
                where tenant_id = ? and caller = ? and route = ? and key = ? and status is null
                """, CurrentTenant.id().value(), call.caller, call.route, call.key);
    }

    void forgetOld() {
        platform.sql("delete from gateway.idempotency where created_at < ?")
                .param(now().minus(KEPT))
                .update();
    }

    private Known toKnown(Call call, ResultSet row) throws SQLException {
        Integer status = row.getObject("status", Integer.class);
        return new Known(
                row.getBytes("fingerprint"),
                row.getObject("lease_until", OffsetDateTime.class).isAfter(now()),
                status == null
                        ? null
                        : new Answer(
                                status,
                                json.readValue(row.getString("headers"), HEADERS),
                                row.getBoolean("sealed")
                                        ? vault.open(CurrentTenant.id(), call.context(), row.getBytes("body"))
                                        : row.getBytes("body")));
    }

    private record Stored(String caller, String route, String key, byte[] body) {

        private String context() {
            return IdempotencyKeys.context(caller, route, key);
        }
    }

    /** All at once: no row is older than a day. */
    @Override
    public Batch renew(@Nullable TenantId tenant, UUID after, int limit) {
        if (tenant == null) {
            return new Batch(0, null);
        }
        List<Stored> answers = jdbc.sql(
                        "select caller, route, key, body from gateway.idempotency where tenant_id = ? and sealed")
                .param(tenant.value())
                .query((row, index) -> new Stored(
                        row.getString("caller"), row.getString("route"), row.getString("key"), row.getBytes("body")))
                .list();
        return new Batch(
                answers.stream().mapToInt(stored -> renew(tenant, stored)).sum(), null);
    }

    private int renew(TenantId tenant, Stored stored) {
        return jdbc.sql("""
                update gateway.idempotency set body = ?
                where tenant_id = ? and caller = ? and route = ? and key = ? and body = ?
                """)
                .params(
                        vault.renew(tenant, stored.context(), stored.body),
                        tenant.value(),
                        stored.caller,
                        stored.route,
                        stored.key,
                        stored.body)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
