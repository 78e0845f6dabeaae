package com.gmservices.webhooks;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after endpoints that fail. After two days without a success their business is warned; after five they are
 * disabled, but never within a day of the warning, and only while they still fail. Also forgets what is older than the
 * log goes back.
 */
@Component
class Watch {

    static final Duration WARNED_AFTER = Duration.ofDays(2);
    static final Duration DISABLED_AFTER = Duration.ofDays(5);
    static final Duration NOTICE = Duration.ofDays(1);
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient platform;
    private final Endpoints endpoints;
    private final EndpointRows rows;
    private final Alarms alarms;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private record Failing(TenantId tenant, EndpointId endpoint, boolean warned) {}

    Watch(
            @PlatformDatabase JdbcClient platform,
            Endpoints endpoints,
            EndpointRows rows,
            Alarms alarms,
            TransactionTemplate transactions,
            Clock clock) {
        this.platform = platform;
        this.endpoints = endpoints;
        this.rows = rows;
        this.alarms = alarms;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One that cannot be looked after keeps none of the others waiting; then the job fails for it, so that it is seen. */
    void lookRound() {
        Instant now = clock.instant();
        var failures = new ArrayList<RuntimeException>();
        for (Failing failing : failing(now)) {
            try {
                CurrentTenant.run(failing.tenant, () -> lookAfter(failing, now));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "%d endpoints could not be looked after".formatted(failures.size()), failures.getFirst());
        }
    }

    private void lookAfter(Failing failing, Instant now) {
        transactions.executeWithoutResult(status -> {
            if (!failing.warned) {
                rows.warned(failing.tenant, failing.endpoint, now);
                alarms.failing(failing.endpoint);
            } else {
                endpoints.disable(failing.tenant, failing.endpoint, DisabledWhy.FAILING);
            }
        });
    }

    private List<Failing> failing(Instant now) {
        return platform.sql("""
                select tenant_id, id, warned_at is not null as warned from webhooks.endpoint
                where state = 'active' and failing_since < :warn
                  and (warned_at is null
                       or failing_since < :disable and warned_at < :notice and last_failed_at > warned_at)
                limit 500
                """)
                .param("warn", now.minus(WARNED_AFTER).atOffset(ZoneOffset.UTC))
                .param("disable", now.minus(DISABLED_AFTER).atOffset(ZoneOffset.UTC))
                .param("notice", now.minus(NOTICE).atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Failing(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new EndpointId(row.getObject("id", UUID.class)),
                        row.getBoolean("warned")))
                .list();
    }

    void forgetWhatIsOld() {
        UUID oldest = Ids.floor(clock.instant().minus(KEPT));
        platform.sql("delete from webhooks.attempt where id < ?").param(oldest).update();
        platform.sql("delete from webhooks.outstanding where message_id < ?")
                .param(oldest)
                .update();
        platform.sql("delete from webhooks.delivery where message_id < ?")
                .param(oldest)
                .update();
        platform.sql("delete from webhooks.message where id < ?").param(oldest).update();
    }
}
