package com.gmservices.payments;

import com.gmservices.payments.Payment.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to take a payment's money with one method at one gateway.
 *
 * @param reference what the gateway calls it
 * @param capturing in minor units, what is being taken of the money that was reserved
 */
record Attempt(
        AttemptId id,
        PaymentId payment,
        String gateway,
        int number,
        Try with,
        Status status,
        @Nullable String reference,
        @Nullable Long capturing,
        @Nullable Failure failure,
        int lookUps,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** No call to a gateway takes longer: what has no answer by then has lost the one who waited for it. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    enum Status {
        /** Written down; the gateway may or may not have been asked. */
        STARTED,
        UNKNOWN,
        AWAITING_CUSTOMER,
        RESERVED,
        /** Money that was reserved is asked for; the gateway may or may not have heard. */
        CAPTURING,
        CAPTURED,
        DECLINED,
        CANCELED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public String method() {
        return with.method();
    }

    /** Somebody else's call may still be running. */
    boolean isBeingCalled(Instant now) {
        return status == Status.STARTED && now.isBefore(startedAt.plus(LONGEST_CALL));
    }

    boolean isOlderThan(Duration age, Instant now) {
        return !now.isBefore(startedAt.plus(age));
    }

    boolean isOpen() {
        return finishedAt == null;
    }
}
