package com.gmservices.payments.account;

import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a business has said about one gateway, but for its secrets.
 *
 * @param live whether real money is moved
 * @param currencies in which it wants to be paid there; empty for all that the gateway knows
 * @param place its place among the business's gateways, the preferred one first
 * @param checkedAs whom the gateway takes us for, at the last check; null when it did not let us in
 * @param problem what was wrong at the last check
 */
public record GatewayAccount(
        UUID id,
        String gateway,
        boolean live,
        boolean enabled,
        Set<Currency> currencies,
        int place,
        @Nullable Instant checkedAt,
        @Nullable String checkedAs,
        @Nullable String problem,
        int revision) {

    public GatewayAccount {
        currencies = Set.copyOf(currencies);
    }

    public boolean takes(Currency currency) {
        return currencies.isEmpty() || currencies.contains(currency);
    }
}
