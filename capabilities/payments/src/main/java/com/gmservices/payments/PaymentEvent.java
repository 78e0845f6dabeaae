package com.gmservices.payments;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What happened to a payment. Published in the transaction that wrote it, so that what is due changes with it. */
public sealed interface PaymentEvent extends WebhookEvent {

    PaymentId payment();

    /** The {@link Payable#kind()} and id of what is paid for. */
    String kind();

    UUID subject();

    MemberId payer();

    Money amount();

    Instant at();

    @Override
    default UUID aggregate() {
        return payment().value();
    }

    @Override
    default String webhookType() {
        return "payment."
                + switch (this) {
                    case PaymentStarted _ -> "started";
                    case PaymentReserved _ -> "reserved";
                    case PaymentSucceeded _ -> "succeeded";
                    case PaymentFailed _ -> "failed";
                    case PaymentCanceled _ -> "canceled";
                    case PaymentUnknown _ -> "unknown";
                    case PaymentRefunded _ -> "refunded";
                    case RefundFailed _ -> "refund_failed";
                };
    }

    @Override
    default Map<String, ?> webhookData() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", payment());
        data.put("amount", amount());
        data.put(kind().replace('-', '_') + "_id", subject());
        data.put("payer_id", payer());
        data.put("revision", revision());
        data.put("at", at());
        return data;
    }

    record PaymentStarted(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** The money waits to be captured. */
    record PaymentReserved(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    record PaymentSucceeded(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    record PaymentFailed(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** Called off before any money was taken. */
    record PaymentCanceled(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** The gateway has not answered; it will be asked until it does. */
    record PaymentUnknown(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** The gateway does not give money back; {@code amount} is what was to go back. */
    record RefundFailed(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** Money went back; {@code amount} is what went back this time. */
    record PaymentRefunded(
            TenantId tenant,
            PaymentId payment,
            int revision,
            String kind,
            UUID subject,
            MemberId payer,
            Money amount,
            Instant at)
            implements PaymentEvent, Recorded {

        @Override
        public Act act() {
            return Act.of("payment.refunded", "payment", payment)
                    .to(Map.of("amount", amount, "paid_for", kind + " " + subject));
        }
    }
}
