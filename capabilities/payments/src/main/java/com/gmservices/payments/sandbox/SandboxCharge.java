package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.Means;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the sandbox's books.
 *
 * @param reserve whether money is only reserved when the customer agrees
 * @param captured null while nothing was taken
 * @param stated what its statement says was taken, where that is something else
 */
record SandboxCharge(
        UUID id,
        String token,
        Money amount,
        boolean reserve,
        @Nullable Money captured,
        Money refunded,
        String description,
        String returnTo,
        Status status,
        @Nullable String reason,
        @Nullable Money stated,
        Instant createdAt) {

    static final Duration RESERVED_FOR = Duration.ofDays(7);

    enum Status {
        CAPTURED,
        DECLINED,
        AWAITING_CUSTOMER,
        RESERVED,
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

    /** Whether somebody chooses at the sandbox's own page what becomes of it. */
    public boolean isAtPage() {
        return token.equals(SandboxGateway.HOSTED);
    }

    public boolean hasTaken() {
        return status == Status.CAPTURED;
    }

    String reference() {
        return reference(id);
    }

    static String reference(UUID key) {
        return "sandbox-" + key;
    }

    ChargeOutcome outcome() {
        return switch (status) {
            case CAPTURED -> new Captured(reference(), captured == null ? amount : captured, card());
            case RESERVED -> new Reserved(reference(), createdAt.plus(RESERVED_FOR), card());
            case DECLINED -> declined();
            case AWAITING_CUSTOMER -> new AwaitingCustomer("/sandbox/" + id, reference());
            case CANCELED -> new Canceled();
        };
    }

    /** A card that works from now on without asking. */
    private static Means card() {
        return new Means(SandboxGateway.OK, null, "visa", "4242", YearMonth.of(2034, 12));
    }

    private Declined declined() {
        return "authentication_failed".equals(reason)
                ? new Declined("authentication_failed", "The payment was not confirmed with the bank.")
                : new Declined("card_declined", "The bank declined the card.");
    }
}
