package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentReserved;
import com.gmservices.payments.PaymentEvent.PaymentStarted;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.payments.PaymentEvent.RefundFailed;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each kind, for those who write receivers. */
final class PaymentExamples {

    private static final String KIND = "service-request";
    private static final TenantId TENANT = new TenantId(id("0198f3a2-0000-7c41-9d3a-1f2e3d4c5b6a"));
    private static final PaymentId PAYMENT = new PaymentId(id("0198f3a2-7777-7c41-9d3a-1f2e3d4c5b6a"));
    private static final UUID REQUEST = id("0198f3a2-6d5e-7c41-9d3a-1f2e3d4c5b6a");
    private static final MemberId PAYER = new MemberId(id("0198f3a2-1111-7c41-9d3a-1f2e3d4c5b6a"));
    private static final Money AMOUNT = Money.of(29_999, "USD");
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private PaymentExamples() {}

    static List<PaymentEvent> all() {
        return List.of(
                new PaymentStarted(TENANT, PAYMENT, 1, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentReserved(TENANT, PAYMENT, 2, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentSucceeded(TENANT, PAYMENT, 2, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentFailed(TENANT, PAYMENT, 2, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentCanceled(TENANT, PAYMENT, 2, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentUnknown(TENANT, PAYMENT, 2, KIND, REQUEST, PAYER, AMOUNT, AT),
                new PaymentRefunded(TENANT, PAYMENT, 3, KIND, REQUEST, PAYER, AMOUNT, AT),
                new RefundFailed(TENANT, PAYMENT, 3, KIND, REQUEST, PAYER, AMOUNT, AT));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
