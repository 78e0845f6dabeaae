package com.gmservices.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.payments.inbox.Inbox;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends word of what happens at the sandbox, again and again until it is taken in, as vendors do: through the same door
 * as theirs, but for the way there, as not every installation finds its own address from inside.
 */
@Component
class SandboxPost {

    private static final Logger log = LoggerFactory.getLogger(SandboxPost.class);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 12;
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final SandboxNotices notices;
    private final Inbox inbox;
    private final Tenants tenants;
    private final JsonMapper json;
    private final Clock clock;

    SandboxPost(
            JdbcClient jdbc,
            @PlatformDatabase JdbcClient platform,
            TransactionTemplate transactions,
            SandboxNotices notices,
            Inbox inbox,
            Tenants tenants,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.transactions = transactions;
        this.notices = notices;
        this.inbox = inbox;
        this.tenants = tenants;
        this.json = json;
        this.clock = clock;
    }

    private record Letter(UUID id, String body, int copies, int tries) {}

    /** Something has become of a charge. */
    void charge(UUID key) {
        send(write("charge", key.toString(), 1, clock.instant()));
    }

    void chargeTwice(UUID key) {
        send(write("charge", key.toString(), 2, clock.instant()));
    }

    void chargeLate(UUID key) {
        write("charge", key.toString(), 1, clock.instant().plus(LATE));
    }

    void dispute(String reference) {
        send(write("dispute", reference, 1, clock.instant()));
    }

    private Letter write(String kind, String object, int copies, Instant at) {
        UUID id = UUID.randomUUID();
        String body = json.writeValueAsString(
                Map.of("id", id, "type", kind + ".changed", "object", Map.of("kind", kind, "id", object)));
        transactions.executeWithoutResult(status -> jdbc.sql("""
                insert into payments.sandbox_notice (tenant_id, id, body, copies, send_at) values (?, ?, ?, ?, ?)
                """)
                .params(CurrentTenant.id().value(), id, body, copies, at.atOffset(ZoneOffset.UTC))
                .update());
        return new Letter(id, body, copies, 0);
    }

    void sendDue() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<TenantId> tenants = platform.sql(
                        "select distinct tenant_id from payments.sandbox_notice where send_at <= ?")
                .param(now)
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
        tenants.forEach(tenant -> CurrentTenant.run(tenant, () -> due(now).forEach(this::send)));
    }

    private List<Letter> due(OffsetDateTime now) {
        return transactions.execute(status -> jdbc.sql("""
                select id, body, copies, tries from payments.sandbox_notice
                where tenant_id = ? and send_at <= ? order by send_at limit ?
                """)
                .params(CurrentTenant.id().value(), now, AT_ONCE)
                .query((row, index) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("body"),
                        row.getInt("copies"),
                        row.getInt("tries")))
                .list());
    }

    private void send(Letter letter) {
        if (!claim(letter)) {
            return;
        }
        byte[] body = letter.body.getBytes(UTF_8);
        try {
            for (int i = 0; i < letter.copies; i++) {
                inbox.receive(
                        SandboxGateway.NAME, tenants.current().slug(), notices.headers(body, clock.instant()), body);
            }
            forget(letter);
        } catch (RuntimeException e) {
            log.warn("the sandbox's word {} was not taken in", letter.id, e);
            if (letter.tries >= MOST_TRIES) {
                forget(letter);
            }
        }
    }

    /** The next time is written down first. */
    private boolean claim(Letter letter) {
        Instant next = clock.instant().plus(PAUSE.multipliedBy(1L << Math.min(letter.tries, 10)));
        return Boolean.TRUE.equals(transactions.execute(status -> jdbc.sql("""
                update payments.sandbox_notice set tries = tries + 1, send_at = ?
                where tenant_id = ? and id = ? and tries = ?
                """)
                        .params(
                                next.atOffset(ZoneOffset.UTC),
                                CurrentTenant.id().value(),
                                letter.id,
                                letter.tries)
                        .update()
                == 1));
    }

    private void forget(Letter letter) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from payments.sandbox_notice where tenant_id = ? and id = ?")
                        .params(CurrentTenant.id().value(), letter.id)
                        .update());
    }
}
