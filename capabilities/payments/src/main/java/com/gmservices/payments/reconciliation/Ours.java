package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt, a refund or a dispute, as far as its money goes.
 *
 * @param isDone whether its money has moved, as far as we know
 * @param at when it did
 */
record Ours(
        UUID id,
        UUID payment,
        boolean isDone,
        Money amount,
        @Nullable Instant at) {}
