package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that PayPal was, or may have been, asked for.
 *
 * @param order PayPal's name for it, once we have heard it
 * @param reason of a decline
 * @param authorization what is reserved, once it was authorized anew
 * @param renewAt when it is to be authorized anew; null while only the order says so
 */
record AskedCharge(
        UUID key,
        @Nullable String order,
        Stage stage,
        @Nullable String reason,
        Instant at,
        @Nullable String authorization,
        @Nullable Instant renewAt) {

    enum Stage {
        /** There may be an order, from which nothing was taken yet. */
        ASKED,
        /** We have begun to take what the payer has approved. */
        TAKING,
        DECLINED,
        /** Nothing is taken any more. */
        CALLED_OFF
    }

    boolean isCalledOff() {
        return stage == Stage.CALLED_OFF;
    }

    Optional<ChargeOutcome> declined() {
        return stage == Stage.DECLINED ? Optional.of(PaypalDeclines.of(String.valueOf(reason))) : Optional.empty();
    }

    /** Where that is written already. */
    Optional<ChargeOutcome> end() {
        return isCalledOff() ? Optional.of(new Canceled()) : declined();
    }
}
