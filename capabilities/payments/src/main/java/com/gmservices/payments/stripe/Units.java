package com.gmservices.payments.stripe;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as Stripe writes them, which is not always as ISO 4217 does: https://docs.stripe.com/currencies, its parts on
 * zero-decimal currencies, three-decimal ones, and special cases.
 */
final class Units {

    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    /** The last of three decimals is always 0. */
    private static final Set<String> TENS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /** Also of krónur and Ugandan shillings, which have had none for years. */
    private static final Set<String> HUNDREDTHS = Set.of(
            "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD", "BND",
            "BOB", "BRL", "BSD", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CVE", "CZK", "DKK",
            "DOP", "DZD", "EGP", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL",
            "HTG", "HUF", "IDR", "ILS", "INR", "ISK", "JMD", "KES", "KGS", "KHR", "KYD", "KZT", "LAK", "LBP", "LKR",
            "LRD", "LSL", "MAD", "MDL", "MKD", "MMK", "MNT", "MOP", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
            "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB",
            "SAR", "SBD", "SCR", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SZL", "THB", "TJS", "TOP", "TRY", "TTD",
            "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW");

    private Units() {}

    static boolean knows(Currency currency) {
        String code = currency.getCurrencyCode();
        return HUNDREDTHS.contains(code) || WHOLE.contains(code) || TENS.contains(code);
    }

    /** Null when Stripe cannot write it. */
    static @Nullable Long of(Money money) {
        BigDecimal units = units(money);
        BigDecimal step = step(money.currency());
        return units.remainder(step).signum() == 0 ? (Long) units.longValueExact() : null;
    }

    /** As much of it as Stripe can write. */
    static long within(Money money) {
        BigDecimal units = units(money);
        return units.subtract(units.remainder(step(money.currency()))).longValue();
    }

    /** @param currency as Stripe writes it, in lower case */
    static Money money(long units, String currency) {
        Currency iso = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return new Money(
                BigDecimal.valueOf(units)
                        .movePointRight(iso.getDefaultFractionDigits() - decimals(iso))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                iso);
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal units(Money money) {
        return money.major().movePointRight(decimals(money.currency()));
    }

    private static int decimals(Currency currency) {
        String code = currency.getCurrencyCode();
        if (WHOLE.contains(code)) {
            return 0;
        }
        return TENS.contains(code) ? 3 : 2;
    }

    private static BigDecimal step(Currency currency) {
        return TENS.contains(currency.getCurrencyCode()) ? BigDecimal.TEN : BigDecimal.ONE;
    }
}
