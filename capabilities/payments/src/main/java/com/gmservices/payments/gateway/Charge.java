package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken, told in the same words whenever the gateway is asked about it.
 *
 * @param key the attempt's id, under which the vendor is to know it
 * @param reference the vendor's own name for it, once we have heard it
 * @param method one of the gateway's methods, or another token that it {@link PaymentGateway#takes}
 * @param saved a means of payment that the payer has left with the gateway, in place of the method
 * @param reserve whether the money is only reserved
 * @param keep whether the payer has agreed that the means of payment is kept for later
 * @param description what the payer will read
 * @param returnTo the page to which the payer comes back from a page of the gateway
 */
public record Charge(
        UUID key,
        @Nullable String reference,
        Money amount,
        String method,
        @Nullable Means saved,
        boolean reserve,
        boolean keep,
        Payer payer,
        String description,
        URI returnTo) {

    /** @param email null for whom we have none, such as a walk-in */
    public record Payer(UUID member, String name, @Nullable String email) {}
}
