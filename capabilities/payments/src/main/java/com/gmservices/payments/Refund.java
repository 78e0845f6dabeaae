package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.money.Money;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a payer.
 *
 * @param reference what the gateway calls it, once it has said so
 * @param attention what the business has to do at the gateway before it can go on
 */
public record Refund(
        RefundId id,
        PaymentId payment,
        MemberId requestedBy,
        Money amount,
        @Nullable String reason,
        Status status,
        @Nullable String reference,
        @Nullable Failure failure,
        @Nullable String attention,
        int asked,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public enum Status {
        /** Asked for, or about to be: a silent gateway is asked again under the same key. */
        PENDING,
        SUCCEEDED,
        FAILED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
