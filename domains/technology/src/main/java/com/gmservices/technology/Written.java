package com.gmservices.technology;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Times, sums and long lists as somebody reads them in their language. */
record Written(MessageSource messages, Locale locale) {

    private static final int AT_A_GLANCE = 5;

    static String days(List<DayOfWeek> days, Locale locale) {
        return days.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .collect(Collectors.joining(", "));
    }

    String days(List<DayOfWeek> days) {
        return days(days, locale);
    }

    String time(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale));
    }

    String budget(Budget budget, Currency currency) {
        String upTo = sum(budget.upTo(), currency);
        return budget.from() == null ? say("up-to", upTo) : say("from-to", sum(budget.from(), currency), upTo);
    }

    /** The first few, and how many there are besides. */
    String glance(List<String> all) {
        String first = String.join("; ", all.subList(0, Math.min(AT_A_GLANCE, all.size())));
        return all.size() > AT_A_GLANCE ? say("and-more", first, all.size() - AT_A_GLANCE) : first;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("technology.written." + key, arguments, locale);
    }

    private String sum(BigDecimal major, Currency currency) {
        return Money.ofMajor(major, currency).format(locale);
    }
}
