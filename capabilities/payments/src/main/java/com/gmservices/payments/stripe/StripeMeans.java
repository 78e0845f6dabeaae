package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Means;
import com.stripe.model.PaymentMethod;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What Stripe keeps for a payer. */
final class StripeMeans {

    private StripeMeans() {}

    /** Null for one that hangs on no customer: it cannot be charged again. */
    static @Nullable Means of(@Nullable PaymentMethod method, @Nullable String customer) {
        if (method == null || customer == null) {
            return null;
        }
        PaymentMethod.Card card = method.getCard();
        return card == null
                ? new Means(method.getId(), customer, method.getType(), ending(method), null)
                : new Means(method.getId(), customer, card.getBrand(), card.getLast4(), expiry(card));
    }

    private static @Nullable YearMonth expiry(PaymentMethod.Card card) {
        return card.getExpYear() == null || card.getExpMonth() == null
                ? null
                : YearMonth.of(card.getExpYear().intValue(), card.getExpMonth().intValue());
    }

    private static String ending(PaymentMethod method) {
        if (method.getSepaDebit() != null) {
            return method.getSepaDebit().getLast4();
        }
        return method.getUsBankAccount() == null
                ? ""
                : method.getUsBankAccount().getLast4();
    }
}
