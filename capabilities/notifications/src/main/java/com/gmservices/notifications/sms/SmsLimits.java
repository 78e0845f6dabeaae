package com.gmservices.notifications.sms;

import com.gmservices.tenancy.Plan;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What text messages may cost, unless a business has agreed on something else, against those who have others pay for calls to numbers of theirs: {@code GM_SMS_DAY}, what
 * a business may spend on a day, {@code GM_SMS_COUNTRY_DAY}, what of it on a country other than its own, and
 * {@code GM_SMS_PRICES_*}, the price of a part of 160 characters ({@code GM_SMS_PRICES_NG=0.05}), {@code GM_SMS_PRICE} where
 * none is named. {@code GM_SMS_COUNTRIES_*} caps countries by name ({@code GM_SMS_COUNTRIES_LV=10}): it is what all
 * businesses together may spend there on a day, whoever of them is at home there, as anybody can found one. All in the
 * currency in which the carrier is paid.
 */
@ConfigurationProperties("gm.sms")
public record SmsLimits(
        @DefaultValue("20") BigDecimal day,
        @DefaultValue("5") BigDecimal countryDay,
        @DefaultValue("0.10") BigDecimal price,
        @DefaultValue Map<String, BigDecimal> prices,
        @DefaultValue Map<String, BigDecimal> countries) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public SmsLimits {
        prices = byCountry(prices);
        countries = byCountry(countries);
    }

    /** A variable of the environment names them in small letters. */
    private static Map<String, BigDecimal> byCountry(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        one -> one.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    long micros(String country, int segments) {
        return micros(prices.getOrDefault(country, price)) * segments;
    }

    /** What all businesses together may spend there; empty where that is not capped. */
    OptionalLong ofAll(String country) {
        BigDecimal cap = countries.get(country);
        return cap == null ? OptionalLong.empty() : OptionalLong.of(micros(cap));
    }

    /** Of a business: what it has agreed with the platform, or else what holds for all. */
    Caps of(Plan plan) {
        return new Caps(
                Objects.requireNonNullElse(plan.smsDay(), day),
                Objects.requireNonNullElse(plan.smsCountryDay(), countryDay));
    }

    /** What may be spent on a day, and what of it on each country but the business's own. */
    public record Caps(BigDecimal day, BigDecimal countryDay) {

        long dayMicros() {
            return micros(day);
        }

        long countryDayMicros() {
            return micros(countryDay);
        }
    }

    private static long micros(BigDecimal amount) {
        return amount.multiply(MILLION).longValue();
    }
}
