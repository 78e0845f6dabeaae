package com.gmservices.payments;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.payments.SavedMethods.Leaving;
import com.gmservices.payments.gateway.MethodHolder;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has gateways forget what members have removed here, outside of transactions. One that does not answer is asked again,
 * ever more seldom, for a month; nobody can pay with it meanwhile.
 */
@Component
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration PATIENCE = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final JdbcClient platform;
    private final Map<String, MethodHolder> holders;
    private final SavedMethods methods;
    private final LookUps lookUps;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Forgetting(
            @PlatformDatabase JdbcClient platform,
            List<MethodHolder> holders,
            SavedMethods methods,
            LookUps lookUps,
            TransactionTemplate transactions,
            Clock clock) {
        this.platform = platform;
        this.holders = holders.stream().collect(Collectors.toMap(MethodHolder::gateway, Function.identity()));
        this.methods = methods;
        this.lookUps = lookUps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is due by now, of everybody. */
    void goOn() {
        for (TenantId tenant : tenants()) {
            CurrentTenant.run(
                    tenant,
                    () -> transactions
                            .execute(status -> methods.leaving(clock.instant(), AT_ONCE))
                            .forEach(this::goOn));
        }
    }

    private List<TenantId> tenants() {
        return platform.sql("select distinct tenant_id from payments.payment_method where forget_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    private void goOn(Leaving leaving) {
        boolean mine =
                transactions.execute(status -> methods.claim(leaving, lookUps.next(leaving.asked(), clock.instant())));
        if (mine) {
            forget(leaving);
        }
    }

    /** What has been kept anew meanwhile stays with its gateway. */
    void forget(Leaving leaving) {
        SavedMethod method = leaving.method();
        MethodHolder holder = holders.get(method.gateway());
        try {
            if (holder != null && !transactions.execute(status -> methods.isKeptAnew(method.id()))) {
                holder.forget(method.means());
            }
        } catch (RuntimeException e) {
            log.warn("{} did not forget payment method {}", method.gateway(), method.id(), e);
            if (clock.instant().isBefore(leaving.since().plus(PATIENCE))) {
                return;
            }
        }
        transactions.executeWithoutResult(status -> methods.forgotten(method.id()));
    }
}
