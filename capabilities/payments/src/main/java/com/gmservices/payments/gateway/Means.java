package com.gmservices.payments.gateway;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A means of payment that its vendor keeps for us: what the vendor calls it, and what may be shown of it.
 *
 * @param token never shown, and sealed where it is stored
 * @param customer the vendor's name for the payer, where it is charged together with the token
 * @param brand {@code visa}, {@code paypal}
 * @param ending the last four digits of a card, or a masked address
 */
public record Means(
        String token,
        @Nullable String customer,
        String brand,
        String ending,
        @Nullable YearMonth expires) {

    @Override
    public String toString() {
        return "%s …%s".formatted(brand, ending);
    }
}
