package com.gmservices.payments.account;

import com.gmservices.money.Money;
import com.gmservices.payments.account.Limits.Limit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A limit as its page has it, in major units. */
record LimitForm(String currency, String least, String most) {

    LimitForm(@Nullable String currency, @Nullable String least, @Nullable String most) {
        this.currency = Objects.requireNonNullElse(currency, "").strip().toUpperCase(Locale.ROOT);
        this.least = Objects.requireNonNullElse(least, "").strip();
        this.most = Objects.requireNonNullElse(most, "").strip();
    }

    /** Empty when it cannot be read, or is no limit. */
    Optional<Limit> limit() {
        try {
            Currency in = Currency.getInstance(currency);
            Limit widest = Limit.widest(in);
            return Optional.of(new Limit(
                            least.isEmpty() ? widest.least() : Money.ofMajor(new BigDecimal(least), in),
                            most.isEmpty() ? widest.most() : Money.ofMajor(new BigDecimal(most), in)))
                    .filter(Limit::isSound);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
