package com.gmservices.payments;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The janitor: finds what a gateway, a payer or a process of ours has left open, in whatever step it died, and asks the
 * gateway about it until it is known. It never charges.
 */
@Component
class UnresolvedPayments {

    private static final int AT_ONCE = 100;

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final Payments payments;
    private final Attempts attempts;
    private final Refunds refunds;
    private final Charging charging;
    private final Refunding refunding;
    private final ReservationNotices reservations;
    private final LookUps lookUps;
    private final Clock clock;

    UnresolvedPayments(
            @PlatformDatabase JdbcClient platform,
            TransactionTemplate transactions,
            Payments payments,
            Attempts attempts,
            Refunds refunds,
            Charging charging,
            Refunding refunding,
            ReservationNotices reservations,
            LookUps lookUps,
            Clock clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.charging = charging;
        this.refunding = refunding;
        this.reservations = reservations;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    void resolve() {
        for (TenantId tenant : tenants()) {
            CurrentTenant.run(tenant, this::resolveTenant);
        }
    }

    /** Those for whom something is due. */
    private List<TenantId> tenants() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return platform.sql("""
                select tenant_id from payments.attempt where look_up_at <= :now
                union
                select tenant_id from payments.refund where ask_at <= :now
                """)
                .param("now", now)
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    private void resolveTenant() {
        transactions.execute(status -> attempts.due(clock.instant(), AT_ONCE)).forEach(this::resolve);
        transactions.execute(status -> refunds.due(clock.instant(), AT_ONCE)).forEach(this::resolve);
    }

    /** The next look-up is written down first: one that dies of this attempt has it come back later, behind the others. */
    private void resolve(Attempt attempt) {
        boolean mine = transactions.execute(status -> attempts.claim(attempt, lookUps.next(attempt, clock.instant())));
        if (mine) {
            Payment payment = transactions
                    .execute(status -> payments.find(attempt.payment()))
                    .orElseThrow();
            reservations.looked(charging.lookUp(payment, attempt));
        }
    }

    private void resolve(Refund refund) {
        boolean mine =
                transactions.execute(status -> refunds.claim(refund, lookUps.next(refund.asked(), clock.instant())));
        if (mine) {
            refunding.ask(refund);
        }
    }
}
