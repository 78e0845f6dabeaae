package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Amounts as PayPal writes them (https://developer.paypal.com/reference/currency-codes). */
final class PaypalMoney {

    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "MXN", "MYR",
            "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD");

    /** PayPal takes these in whole amounts only, though two of them have hundredths. */
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    private PaypalMoney() {}

    static boolean knows(Currency currency) {
        return CURRENCIES.contains(currency.getCurrencyCode());
    }

    static boolean fits(Money money) {
        return !isWhole(money) || money.major().stripTrailingZeros().scale() <= 0;
    }

    static Wire.Amount of(Money money) {
        BigDecimal value = isWhole(money) ? money.major().setScale(0) : money.major();
        return new Wire.Amount(money.currency().getCurrencyCode(), value.toPlainString());
    }

    static Money money(JsonNode amount) {
        return Money.ofMajor(
                new BigDecimal(amount.required("value").asString()),
                Currency.getInstance(amount.required("currency_code").asString()));
    }

    private static boolean isWhole(Money money) {
        return WHOLE.contains(money.currency().getCurrencyCode());
    }
}
