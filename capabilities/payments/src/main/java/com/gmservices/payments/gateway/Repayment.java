package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that is to go back.
 *
 * @param key the refund's id, under which the vendor is to know it
 * @param reference the vendor's own name for it, once we have heard it
 * @param charge what took it
 */
public record Repayment(
        UUID key,
        @Nullable String reference,
        Charge charge,
        Money amount,
        @Nullable String reason) {}
