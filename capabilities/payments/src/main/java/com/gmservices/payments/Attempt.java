package com.gmservices.payments;

import com.gmservices.payments.Payment.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One try to take a payment's money with one method. */
record Attempt(
        AttemptId id,
        PaymentId payment,
        int number,
        String method,
        Status status,
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

    /** Somebody else's call may still be running. */
    boolean isBeingCalled(Instant now) {
        return status == Status.STARTED && now.isBefore(startedAt.plus(LONGEST_CALL));
    }

    boolean isOlderThan(Duration age, Instant now) {
        return now.isAfter(startedAt.plus(age));
    }
}
