package com.gmservices.notifications;

import com.gmservices.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * What goes into a notice's words and reads differently in each language: an amount, a time, a country. It is stored as it was
 * said, and written out for whoever reads it. All else is plain text, which is never taken for one of these: they begin
 * with a character that people's text does not hold.
 */
public final class Said {

    private static final char MARK = '\u0001';
    private static final String MONEY = MARK + "money ";
    private static final String TIME = MARK + "time ";
    private static final String COUNTRY = MARK + "country ";

    private Said() {}

    public static String money(Money amount) {
        return MONEY + amount.amount() + " " + amount.currency().getCurrencyCode();
    }

    public static String time(Instant at) {
        return TIME + at;
    }

    /** @param code of ISO 3166, two letters */
    public static String country(String code) {
        return COUNTRY + code;
    }

    /** Text of people, without what could be taken for something else. */
    static String text(String text) {
        return text.indexOf(MARK) < 0 || isTyped(text) ? text : text.replace(String.valueOf(MARK), "");
    }

    private static boolean isTyped(String text) {
        return text.matches(MONEY + "-?\\d{1,18} [A-Z]{3}")
                || text.matches(TIME + "[-+:.\\dTZ]{10,40}")
                || text.matches(COUNTRY + "[A-Z]{2}|" + COUNTRY + "\\d{3}");
    }

    public static String written(String said, Locale language, ZoneId zone) {
        if (said.startsWith(MONEY)) {
            String[] parts = said.substring(MONEY.length()).split(" ", 2);
            return new Money(Long.parseLong(parts[0]), Currency.getInstance(parts[1])).format(language);
        }
        if (said.startsWith(TIME)) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(Instant.parse(said.substring(TIME.length())).atZone(zone));
        }
        if (said.startsWith(COUNTRY)) {
            return Locale.of("", said.substring(COUNTRY.length())).getDisplayCountry(language);
        }
        return said;
    }
}
