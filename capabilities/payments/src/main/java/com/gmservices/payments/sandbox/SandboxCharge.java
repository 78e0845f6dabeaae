package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line in the sandbox's books. */
record SandboxCharge(
        UUID id,
        Money amount,
        String description,
        String returnTo,
        Status status,
        @Nullable String reason) {

    enum Status {
        CAPTURED,
        DECLINED,
        AWAITING_CUSTOMER,
        CANCELED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean awaitsCustomer() {
        return status == Status.AWAITING_CUSTOMER;
    }

    ChargeOutcome outcome() {
        return switch (status) {
            case CAPTURED -> new Captured("sandbox-" + id);
            case DECLINED -> declined();
            case AWAITING_CUSTOMER -> new AwaitingCustomer("/sandbox/" + id);
            case CANCELED -> new Canceled();
        };
    }

    private Declined declined() {
        return "authentication_failed".equals(reason)
                ? new Declined("authentication_failed", "The payment was not confirmed with the bank.")
                : new Declined("card_declined", "The bank declined the card.");
    }
}
