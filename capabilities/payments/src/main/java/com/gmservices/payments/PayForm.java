package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Means;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer, or staff for them, fill in. The form carries a key that was made with its page; together with what was
 * chosen it is the key of the payment. So a double click, a reload and a second try after a lost connection are one
 * payment, and another choice on the page that one went back to is another.
 *
 * @param choice gateway and method, {@code sandbox/sandbox_ok}
 * @param seen the amount that stood on the page, in minor units
 * @param keep whether the card is kept for later
 * @param reserve whether the money is only reserved, as staff may want it
 * @param amount what staff take, in major units; absent where the payer sees the page
 */
record PayForm(
        @Nullable String key,
        @Nullable String choice,
        @Nullable Long seen,
        @Nullable String amount,
        @Nullable Boolean keep,
        @Nullable Boolean reserve) {

    /** @param saved the card behind the method, where it is one that the payer has saved */
    record Choice(String gateway, String method, @Nullable Means saved) {

        static Choice of(String gateway, String method) {
            return new Choice(gateway, method, null);
        }

        static Choice of(SavedMethod method) {
            return new Choice(method.gateway(), method.id().toString(), method.means());
        }

        public String value() {
            return gateway + "/" + method;
        }
    }

    static PayForm empty() {
        return new PayForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    Optional<Choice> chosen() {
        int slash = choice == null ? -1 : choice.indexOf('/');
        return choice == null || slash < 0
                ? Optional.empty()
                : Optional.of(Choice.of(choice.substring(0, slash), choice.substring(slash + 1)));
    }

    /** @throws IllegalArgumentException when it cannot be read as an amount */
    @Nullable
    Money deposit(Currency currency) {
        return amount == null || amount.isBlank() ? null : Money.ofMajor(new BigDecimal(amount.strip()), currency);
    }

    Try with(Choice chosen) {
        return new Try(chosen.method, null, Boolean.TRUE.equals(keep));
    }

    CaptureMethod capture() {
        return Boolean.TRUE.equals(reserve) ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC;
    }

    String paymentKey() {
        String page = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
        return "%s %s %s".formatted(page, choice, amount);
    }
}
