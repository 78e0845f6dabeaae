package com.gmservices.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount in the minor units of its ISO 4217 currency: 299.99 dollars are {@code amount} 29999, 500 yen are 500.
 * This record is also its JSON form.
 */
public record Money(long amount, Currency currency) implements Comparable<Money> {

    /** Where Unicode's locale data want a space that cannot break (currencySpacing), and the JDK sets none. */
    private static final Pattern LETTER_BEFORE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\d)");

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** From what a person writes, in major units; more decimals than the currency has are refused. */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        try {
            return new Money(
                    major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("%s has %d decimals and %s does not fit"
                    .formatted(currency.getCurrencyCode(), currency.getDefaultFractionDigits(), major.toPlainString()));
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    /** Rounded half up to the minor unit. */
    public Money times(BigDecimal factor) {
        return new Money(
                BigDecimal.valueOf(amount)
                        .multiply(factor)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    /**
     * As much of this as the part is of all, rounded half up to the minor unit. Parts of parts add up: what is left of
     * this, shared by what is left of all, comes to exactly this in the end.
     *
     * @param all more than nothing
     */
    public Money share(Money part, Money all) {
        return new Money(
                BigDecimal.valueOf(amount)
                        .multiply(BigDecimal.valueOf(part.amount))
                        .divide(BigDecimal.valueOf(part.same(all).amount), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount > 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return amount == 0;
    }

    /** In major units, with as many decimals as the currency has: {@code 299.99}. */
    public BigDecimal major() {
        return BigDecimal.valueOf(amount, currency.getDefaultFractionDigits());
    }

    /** With its currency as the reader's language writes it: {@code $299.99}, {@code NGN 45,000.00}. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return LETTER_BEFORE_DIGIT.matcher(format.format(major())).replaceAll("\u00a0");
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not add up".formatted(currency, other.currency));
        }
        return other;
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + major().toPlainString();
    }
}
