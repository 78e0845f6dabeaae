package com.gmservices.requests.web;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Prices as people write them, {@code 45,000.00}, with the marks of their language. A mark that could mean something
 * else is refused rather than guessed: {@code 45,00} is not 4,500.
 */
final class WrittenPrice {

    private static final BigDecimal MOST = BigDecimal.valueOf(OfferingBody.DEAREST);

    private WrittenPrice() {}

    /** A message key that says how to mend it, and what it says it with. */
    static final class Unreadable extends Exception {

        private final String key;
        private final transient List<String> arguments;

        Unreadable(String key, String... arguments) {
            super(key);
            this.key = key;
            this.arguments = List.of(arguments);
        }

        String key() {
            return key;
        }

        Object[] arguments() {
            return Objects.requireNonNull(arguments).toArray();
        }
    }

    static String of(Money price, Locale locale) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        int decimals = price.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(price.major());
    }

    static Money read(String text, Currency currency, Locale locale) throws Unreadable {
        var marks = DecimalFormatSymbols.getInstance(locale);
        String example = of(Money.ofMajor(BigDecimal.valueOf(45_000), currency), locale);
        String bare = digits(text.replaceAll("(?iU)\\s+|\\p{Sc}|" + currency.getCurrencyCode(), ""));
        String group = Pattern.quote(String.valueOf(marks.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(marks.getDecimalSeparator()));
        String grouped = "\\d{1,3}(%1$s\\d{2,3})*%1$s\\d{3}|\\d+".formatted(group);
        if (!bare.matches("-?(%s)(%s\\d+)?".formatted(grouped, point))) {
            throw new Unreadable("catalogue.price.form", example);
        }
        var major = new BigDecimal(bare.replaceAll(group, "").replace(marks.getDecimalSeparator(), '.'));
        if (major.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw new Unreadable("catalogue.price.decimals", currency.getCurrencyCode(), example);
        }
        if (major.signum() < 0) {
            throw new Unreadable("catalogue.price.negative");
        }
        if (major.movePointRight(currency.getDefaultFractionDigits()).compareTo(MOST) > 0) {
            throw new Unreadable("catalogue.price.much");
        }
        return Money.ofMajor(major.stripTrailingZeros(), currency);
    }

    /** Some languages have digits of their own. */
    private static String digits(String text) {
        return text.codePoints()
                .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
