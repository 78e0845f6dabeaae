package com.gmservices.payments.dispute;

import com.gmservices.money.Money;
import com.gmservices.payments.dispute.DisputeEvent.DisputeAccepted;
import com.gmservices.payments.dispute.DisputeEvent.DisputeAnswered;
import com.gmservices.payments.dispute.DisputeEvent.DisputeDecided;
import com.gmservices.payments.dispute.DisputeEvent.DisputeOpened;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each kind, for those who write receivers. */
final class DisputeExamples {

    private static final TenantId TENANT = new TenantId(UUID.fromString("0198f3a2-0000-7c41-9d3a-1f2e3d4c5b6a"));
    private static final DisputeId DISPUTE = new DisputeId(UUID.fromString("0198f3a2-8888-7c41-9d3a-1f2e3d4c5b6a"));
    private static final UUID PAYMENT = UUID.fromString("0198f3a2-7777-7c41-9d3a-1f2e3d4c5b6a");
    private static final Money AMOUNT = Money.of(29_999, "USD");
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private DisputeExamples() {}

    static List<DisputeEvent> all() {
        return List.of(
                new DisputeOpened(TENANT, DISPUTE, 1, PAYMENT, AMOUNT, DisputeStage.NEEDS_RESPONSE, AT),
                new DisputeAnswered(TENANT, DISPUTE, 2, PAYMENT, AMOUNT, DisputeStage.NEEDS_RESPONSE, AT),
                new DisputeAccepted(TENANT, DISPUTE, 2, PAYMENT, AMOUNT, DisputeStage.NEEDS_RESPONSE, AT),
                new DisputeDecided(TENANT, DISPUTE, 4, PAYMENT, AMOUNT, DisputeStage.WON, AT));
    }
}
